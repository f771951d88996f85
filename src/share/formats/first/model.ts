import type {
  Arrivals,
  Cost,
  Customers,
  DealValue,
  FunnelModel,
  KindLevel,
  KindModel,
  Month,
  OpenGroup,
  Recurring,
} from '../../../engine';
import { list, mapped, nullable, number, optional, struct } from '../../fields';
import type { Field } from '../../fields';
import { closing } from './closing';
import { history } from './history';
import { day, figures, kind, monthAt, monthNumber, MOST, name, plannedKind, rhythm } from './values';

const kindModel = struct<KindModel>({
  kind,
  arrivals: struct<Arrivals>({
    monthly: figures,
    before: figures,
    doubt: number,
    tilts: optional(list(figures, MOST.entries)),
    overdispersion: number,
    perCustomer: number,
    perCustomerDoubt: optional(number),
    perCustomerByMonth: optional(figures),
  }),
  closing,
  value: struct<DealValue>({ mean: number, variation: number, doubt: number }),
  level: optional(struct<KindLevel>({ wins: figures, value: figures })),
  pace: optional(figures),
  quarterRhythm: optional(rhythm),
});

const openGroup = struct<OpenGroup>({
  kind,
  count: number,
  winChance: figures,
  value: struct<OpenGroup['value']>({ mean: number, variation: number }),
  valueByMonth: optional(figures),
});

const customers = struct<Customers>({
  active: number,
  monthlyChurn: number,
  activeDoubt: number,
  churnDoubt: number,
  churnByMonth: optional(figures),
});

const recurring = struct<Recurring>({
  today: number,
  todayDoubt: number,
  monthsInDealValue: number,
  monthlyExpansion: number,
  expansionDoubt: number,
});

const cost = struct<Cost>({
  kind: nullable(plannedKind),
  monthly: figures,
  doubt: number,
  perLead: number,
  perLeadDoubt: number,
});

/** Months one after the other: the first, and how many. */
const months = mapped(
  struct<{ first: number; count: number }>({ first: number, count: number }),
  (all: readonly Month[]) => ({ first: all[0] === undefined ? 0 : monthNumber(all[0]), count: all.length }),
  ({ first, count }): readonly Month[] => {
    const length = Math.min(Math.max(0, count), MOST.entries);
    return Array.from({ length }, (_, index) => monthAt(first + index));
  },
);

/** Remarks stay at home: `portableModel` makes none. */
const noNotes: Field<FunnelModel['notes']> = { write: () => '', read: () => [] };

export const model = struct<FunnelModel>({
  currency: name,
  start: day,
  months,
  fiscalYearStart: number,
  kinds: list(kindModel, MOST.entries),
  open: list(openGroup, MOST.entries),
  customers: nullable(customers),
  recurring: nullable(recurring),
  costs: list(cost, MOST.entries),
  quarterRhythm: rhythm,
  levelVariance: figures,
  history,
  notes: noNotes,
});
