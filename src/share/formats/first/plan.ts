import type {
  Assumption,
  Basis,
  DoubtRange,
  Hire,
  NetPlan,
  Plan,
  PlannedStage,
  SeedPlan,
  SpearPlan,
} from '../../../engine';
import { list, nullable, number, oneOf, struct } from '../../fields';
import type { Field } from '../../fields';
import { figures, flag, month, MOST, name, rhythm } from './values';

const source = oneOf('default', 'typed', 'history');
const words = oneOf('sure', 'roughly', 'guess', 'range');
const range = struct<DoubtRange>({ low: number, high: number });

const doubt: Field<Assumption['doubt']> = {
  write: (value) =>
    typeof value === 'string' ? words.write(value) : words.write('range') + range.write(value),
  read(from) {
    const word = words.read(from);
    return word === 'range' ? range.read(from) : word;
  },
};

const assumption = struct<Assumption>({ value: number, doubt, from: source });
const basis = oneOf<Basis>('history', 'plan');
const hires = list(struct<Hire>({ month, heads: number }), MOST.entries);

const ofEveryKind = {
  stages: list(struct<PlannedStage>({ conversion: assumption, days: assumption }), MOST.entries),
  dealValue: assumption,
  variation: assumption,
  valueGrowthPerYear: assumption,
  discount: assumption,
  costPerLead: assumption,
  basis: struct<SeedPlan['basis']>({ leads: basis, closing: basis, value: basis }),
};

const kinds = struct<Plan['kinds']>({
  seed: struct<SeedPlan>({
    leadsPerMonth: assumption,
    growthPerMonth: assumption,
    referralsPerCustomer: assumption,
    ...ofEveryKind,
  }),
  net: struct<NetPlan>({
    leadsPerMonth: assumption,
    growthPerMonth: assumption,
    spendToday: assumption,
    spendPerMonth: assumption,
    elasticity: assumption,
    ...ofEveryKind,
  }),
  spear: struct<SpearPlan>({
    prospectors: assumption,
    leadsPerProspector: assumption,
    growthPerMonth: assumption,
    attritionPerMonth: assumption,
    ramp: list(assumption, MOST.entries),
    hires,
    ...ofEveryKind,
  }),
});

export const plan = struct<Plan>({
  startMonth: nullable(month),
  isRunning: flag,
  stageNames: list(name, MOST.entries),
  kinds,
  company: struct<Plan['company']>({
    activeCustomers: assumption,
    churnPerMonth: assumption,
    revenueToday: assumption,
    expansionPerMonth: assumption,
    seasonStrength: assumption,
    costPerProspector: assumption,
    sellers: assumption,
    costPerSeller: assumption,
  }),
  recurring: struct<Plan['recurring']>({ isOn: flag, monthsInDealValue: number }),
  season: struct<Plan['season']>({ leads: figures, leadsFrom: source, quarter: rhythm, quarterFrom: source }),
  sellerHires: hires,
});
