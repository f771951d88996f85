import { effectOfSpend, type Month, type Plan, type PlannedKind, type PlanPlace } from '../../../engine';
import { month as monthName, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { countOf, fewDigits } from '../planWords';

/** One assumption that leads depend on, and what it means with the figures as they stand. */
export interface DriverRow {
  place: PlanPlace;
  label: string;
  note?: string;
}

/** What brings the leads of a kind, in the order in which one thinks of it. `start`: the first forecast month. */
export function driverRows(plan: Plan, kind: PlannedKind, start: Month): readonly DriverRow[] {
  switch (kind) {
    case 'seed':
      return seedRows(plan);
    case 'net':
      return netRows(plan, start);
    case 'spear':
      return spearRows(plan);
  }
}

function seedRows({ kinds, company }: Plan): readonly DriverRow[] {
  const customers = company.activeCustomers.value;
  const count = Math.round(customers);
  const leads = fewDigits(customers * kinds.seed.referralsPerCustomer.value);
  return [
    {
      place: { kind: 'seed', of: 'leadsPerMonth' },
      label: m.planDrivers_seed_base(),
      note: m.planDrivers_seed_base_meaning(),
    },
    { place: { kind: 'seed', of: 'growthPerMonth' }, label: m.planDrivers_seed_growth() },
    {
      place: { kind: 'seed', of: 'referralsPerCustomer' },
      label: m.planDrivers_referrals(),
      note: m.planDrivers_referrals_meaning({ count, customers: number(count), leads }),
    },
  ];
}

function netRows(plan: Plan, start: Month): readonly DriverRow[] {
  const { leadsPerMonth, spendToday, elasticity } = plan.kinds.net;
  const leads = fewDigits(leadsPerMonth.value * effectOfSpend(plan));
  const today = fewDigits(leadsPerMonth.value);
  const ofSpend =
    spendToday.value <= 0
      ? m.planDrivers_spend_nothing()
      : leads === today
        ? m.planDrivers_spend_same()
        : m.planDrivers_spend_meaning({ count: countOf(leads), leads, today });
  return [
    {
      place: { kind: 'net', of: 'leadsPerMonth' },
      label: m.planDrivers_net_base(),
      note: m.planDrivers_net_base_meaning(),
    },
    { place: { kind: 'net', of: 'spendToday' }, label: m.planDrivers_spend_today() },
    {
      place: { kind: 'net', of: 'spendPerMonth' },
      label: m.planDrivers_spend({ month: monthName(start, 'withYear') }),
      note: ofSpend,
    },
    {
      place: { kind: 'net', of: 'elasticity' },
      label: m.planDrivers_elasticity(),
      note: m.planDrivers_elasticity_meaning({ times: number(Math.pow(2, elasticity.value), 2) }),
    },
    {
      place: { kind: 'net', of: 'growthPerMonth' },
      label: m.planDrivers_net_growth(),
      note: m.planDrivers_net_growth_meaning(),
    },
  ];
}

/** The first two stages make an opportunity of a lead; what comes after them is named by its stage. */
const STAGES_TO_OPPORTUNITY = 2;

function spearRows({ kinds, stageNames }: Plan): readonly DriverRow[] {
  const { leadsPerProspector, stages } = kinds.spear;
  const next = stageNames[STAGES_TO_OPPORTUNITY];
  const qualified = stages
    .slice(0, STAGES_TO_OPPORTUNITY)
    .reduce((left, { conversion }) => left * conversion.value, leadsPerProspector.value);
  return [
    {
      place: { kind: 'spear', of: 'prospectors' },
      label: m.planDrivers_prospectors(),
      note: m.planDrivers_prospectors_meaning(),
    },
    {
      place: { kind: 'spear', of: 'leadsPerProspector' },
      label: m.planDrivers_per_prospector(),
      note:
        next === undefined
          ? m.planDrivers_per_prospector_typical()
          : m.planDrivers_per_prospector_meaning({ qualified: fewDigits(qualified), stage: next }),
    },
    { place: { kind: 'spear', of: 'growthPerMonth' }, label: m.planDrivers_spear_growth() },
    {
      place: { kind: 'spear', of: 'attritionPerMonth' },
      label: m.planDrivers_attrition(),
      note: m.planDrivers_attrition_meaning(),
    },
  ];
}
