import { isoDay, leaveOutFinder } from '../engine';
import type { Day, DealRecord, LeaveOut } from '../engine';
import { isCutText } from './cutText';
import { findLateSource } from './findLateSource';
import { findLeftEdge } from './findLeftEdge';
import type { NoteTaker } from './notes';

export interface NotedFile {
  deals: readonly DealRecord[];
  /** Spreadsheet row of each deal. */
  rowOfDeal: readonly number[];
  dataDay: Day;
  hasSources: boolean;
  hasAmounts: boolean;
}

/** Wins made on the day they were entered are worth a note from this many and this share on. */
const SAME_DAY_WINS = 5;
const SAME_DAY_SHARE = 0.1;

type Code = Parameters<NoteTaker['add']>[0];
type Test = (deal: DealRecord) => boolean;

/** The currency that most of the amounts are in; null where none is named. */
export function mainCurrency(deals: readonly DealRecord[]): string | null {
  return rankCurrencies(deals)[0] ?? null;
}

function rankCurrencies(deals: readonly DealRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency } of deals) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
}

/** What is odd about the deals, told from all of them. */
export function noteDeals(notes: NoteTaker, file: NotedFile): void {
  const { deals, dataDay, hasAmounts } = file;
  const isOfSort = leaveOutFinder(deals, dataDay);
  const sort = (name: LeaveOut): Test => {
    return (deal) => isOfSort(deal, name);
  };
  const tests: [Code, Test, textOf?: (deal: DealRecord) => string | null][] = [
    ['closedBeforeCreated', sort('closedBeforeCreated')],
    ['wonWithoutDate', sort('wonWithoutDate')],
    ['lostWithoutDate', ({ outcome, closed }) => outcome === 'lost' && closed === null],
    ['wonWithoutAmount', ({ outcome, amount }) => hasAmounts && outcome === 'won' && amount === null],
    ['staleOpens', sort('staleOpens'), ({ expectedClose }) => dayText(expectedClose)],
    [
      'expectedInPast',
      ({ expectedClose }) => expectedClose !== null && expectedClose < dataDay,
      ({ expectedClose }) => dayText(expectedClose),
    ],
    ['textCut', hasCutText],
    ['closedInFuture', ({ closed }) => closed !== null && closed > dataDay, ({ closed }) => dayText(closed)],
    ['notRealLosses', sort('notRealLosses'), ({ lostReason }) => lostReason],
    ['severalCurrencies', isForeign(deals), ({ currency }) => currency],
  ];
  if (hasSameDayRhythm(deals, sort('sameDayWins'))) tests.push(['sameDayWins', sort('sameDayWins')]);
  const meant = findMeant(
    deals,
    tests.map(([, isMeant]) => isMeant),
  );
  tests.forEach(([code, , textOf], test) => {
    for (const index of meant[test] ?? [])
      notes.add(code, file.rowOfDeal[index] ?? null, deals[index], textOf);
  });
  noteWhole(notes, file);
}

/** Positions of the deals that pass each test, in one go: to fetch 100,000 deals from memory ten times takes longer than all tests. */
function findMeant(deals: readonly DealRecord[], tests: readonly Test[]): number[][] {
  const meant = tests.map((): number[] => []);
  deals.forEach((deal, index) => {
    for (let test = 0; test < tests.length; test += 1) if (tests[test]!(deal)) meant[test]!.push(index);
  });
  return meant;
}

/** What the deals as a whole lack. */
function noteWhole(notes: NoteTaker, { deals, dataDay, hasSources, hasAmounts }: NotedFile): void {
  const count = (wanted: DealRecord['outcome']): number =>
    deals.filter(({ outcome }) => outcome === wanted).length;
  const [won, lost] = [count('won'), count('lost')];
  if (!hasSources) notes.set('noSourceColumn', deals.length);
  if (!hasAmounts) notes.set('noAmountColumn', deals.length);
  if (won + lost === 0) notes.set('onlyOpen', deals.length);
  else if (won === deals.length) notes.set('onlyWon', won);
  else if (lost === 0) notes.set('noLost', deals.length);
  const edge = findLeftEdge(deals, dataDay);
  if (edge) notes.set('leftEdge', deals.filter(edge.isEarlier).length, [], isoDay(edge.firstClose));
  const late = hasSources ? findLateSource(deals) : null;
  // Both shares, as the sentence needs them.
  if (late)
    notes.set('sourceLate', blankSources(deals), [], `${late.blank.toFixed(4)} ${late.named.toFixed(4)}`);
}

function blankSources(deals: readonly DealRecord[]): number {
  return deals.filter(({ source }) => source === null).length;
}

function dayText(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}

/** Whether so many wins are of the day they were entered that it is how the seller works. */
function hasSameDayRhythm(deals: readonly DealRecord[], isSameDay: Test): boolean {
  const won = deals.filter(({ outcome }) => outcome === 'won').length;
  const sameDay = deals.filter(isSameDay).length;
  return sameDay >= SAME_DAY_WINS && sameDay >= won * SAME_DAY_SHARE;
}

/** Deals that are not in the file's commonest currency. */
function isForeign(deals: readonly DealRecord[]): Test {
  const main = mainCurrency(deals);
  return ({ currency }) => currency !== null && currency !== main;
}

function hasCutText(deal: DealRecord): boolean {
  return (
    isCutText(deal.id) ||
    isCutText(deal.name) ||
    isCutText(deal.company) ||
    isCutText(deal.owner) ||
    isCutText(deal.source) ||
    isCutText(deal.pipeline) ||
    isCutText(deal.stage) ||
    isCutText(deal.lostReason) ||
    isCutText(deal.category)
  );
}
