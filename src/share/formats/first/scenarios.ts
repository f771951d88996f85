import type {
  ChangedKinds,
  ChangeOrigin,
  Month,
  PlannedKind,
  ScenarioChange,
  Scenarios,
  Variant,
} from '../../../engine';
import { list, nullable, number, oneOf, struct, variants } from '../../fields';
import { flag, month, MOST, name, plannedKind } from './values';

const shock = oneOf<ChangeOrigin>(
  'downturn',
  'seasonalPeak',
  'priceCutByCompetitor',
  'bonusBackfires',
  'biggestDealLost',
  'sellerLeaves',
  'priceRise',
  'churnHalves',
  'campaign',
  'hiringFreeze',
  'ownDoubt',
  'levelDoubt',
);

interface Timed {
  id: string;
  isOn: boolean;
  from: Month;
  months: number | null;
  shock: ChangeOrigin | null;
}

const timed = { id: name, isOn: flag, from: month, months: nullable(number), shock: nullable(shock) };
const changedKinds = oneOf<ChangedKinds>('seed', 'net', 'spear', 'all');
const ofKind = struct<Timed & { kind: ChangedKinds; factor: number }>({
  kind: changedKinds,
  factor: number,
  ...timed,
});
const ofCompany = struct<Timed & { factor: number }>({ factor: number, ...timed });

const change = variants<ScenarioChange>('what', [
  ['leads', ofKind],
  ['winRate', ofKind],
  ['value', ofKind],
  ['days', ofKind],
  ['spend', ofCompany],
  ['churn', ofCompany],
  ['prospectors', struct<Timed & { heads: number }>({ heads: number, ...timed })],
  ['hiringFreeze', struct<Timed>(timed)],
  [
    'cost',
    struct<Timed & { kind: PlannedKind | null; perMonth: number }>({
      kind: nullable(plannedKind),
      perMonth: number,
      ...timed,
    }),
  ],
  ['loseBiggestDeals', struct<Timed & { deals: number }>({ deals: number, ...timed })],
]);

export const scenarios = struct<Scenarios>({
  base: oneOf('asForecast', 'plan', 'history'),
  variants: list(struct<Variant>({ id: name, name, changes: list(change, MOST.entries) }), MOST.entries),
});
