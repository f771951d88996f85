import { chance, day, exactMoney, money } from '../../../../i18n/format';
import { outcomeName } from '../../../../i18n/importWords';
import { kindName } from '../../../../i18n/kinds';
import { m } from '../../../../i18n/paraglide/messages';
import type { DealRow } from '../../../../worker/protocol';
import type { Column } from './columns';

export interface CellWords {
  text: string;
  /** A smaller line below. */
  note: string | null;
}

/** What is unusual about a deal, in a word or two each: "left out", "added by hand". */
export function remarksOf(deal: DealRow): readonly string[] {
  const remarks: string[] = [];
  if (deal.isExcluded || deal.leftOutAs !== null) remarks.push(m.pipeline_deals_excluded_mark());
  if (deal.isAdded) remarks.push(m.deals_added_mark());
  if (deal.lacksRate) remarks.push(m.deals_no_rate_mark());
  return remarks;
}

/** A dash where nothing is known: an empty cell could be one that failed to load. */
const UNKNOWN = '–';

export function cellOf(deal: DealRow, column: Column, currency: string): CellWords {
  const plain = (text: string | null): CellWords => ({ text: text ?? UNKNOWN, note: null });
  const onDay = (value: number | null): CellWords => plain(value === null ? null : day(value));
  switch (column) {
    case 'kind':
      return plain(kindName(deal.kind));
    case 'stage':
      return deal.outcome === 'open' ? plain(deal.stage ?? outcomeName('open')) : closedCell(deal);
    case 'outcome':
      return plain(outcomeName(deal.outcome));
    case 'amount':
      return amountCell(deal, currency);
    case 'created':
    case 'closed':
      return onDay(deal[column]);
    case 'expectedClose':
      return deal.outcome === 'open' ? onDay(deal.expectedClose) : plain('');
    case 'chance':
      return deal.outcome === 'open' ? plain(deal.chance === null ? null : chance(deal.chance)) : plain('');
    case 'expected':
      if (deal.outcome !== 'open') return plain('');
      return plain(deal.expected === null ? null : money(deal.expected, currency));
    case 'company':
    case 'owner':
    case 'source':
      return plain(deal[column] || null);
  }
}

/** Of a closed deal its outcome, and when. */
function closedCell(deal: DealRow): CellWords {
  return { text: outcomeName(deal.outcome), note: deal.closed === null ? null : day(deal.closed) };
}

function amountCell(deal: DealRow, currency: string): CellWords {
  if (deal.amount === null) return { text: UNKNOWN, note: null };
  const { original } = deal;
  return {
    text: exactMoney(deal.amount, deal.currency ?? currency),
    note: original && exactMoney(original.amount, original.currency),
  };
}
