import type { Deal } from '../deals/deal';
import type { ModelNote } from '../funnel/model';
import type { DealChances } from './dealChances';
import { stageFinder } from './factorsOfDeal';

/** What the screens should say about how the chances of open deals came about. */
export function openDealNotes(deals: readonly Deal[], chances: DealChances): ModelNote[] {
  const open = deals.filter(({ outcome }) => outcome === 'open');
  const notes: ModelNote[] = [];
  const add = (code: ModelNote['code'], count: number): void => {
    if (count > 0) notes.push({ code, params: { count } });
  };
  add(
    'expectedInPast',
    open.filter(({ expectedClose }) => expectedClose !== null && expectedClose < chances.start).length,
  );
  const stageOf = stageFinder(chances);
  const staged = open.filter((deal) => stageOf(deal) !== null).length;
  if (chances.stages === null) add('stagesUnused', open.filter(({ stage }) => stage !== null).length);
  else add(chances.stages.basis === 'history' ? 'stagesFromHistory' : 'stagesFromCounts', staged);
  add('sellersDiffer', chances.sellers.length);
  return notes;
}
