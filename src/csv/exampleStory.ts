import { dayFromDate, isoDay } from '../engine';
import type { Day } from '../engine';

/** Where the cells of the example's export stand; `entries`: the day each stage was entered, in funnel order, ends included. */
export interface ExampleColumns {
  id: number;
  stage: number;
  amount: number;
  source: number;
  owner: number;
  created: number;
  closed: number;
  lostReason: number;
  entries: readonly { index: number; stage: string }[];
}

const NET_SOURCES = ['Organic search', 'Paid search', 'Webinar', 'Event', 'Newsletter'];
/** In the last two quarters one net in three that would have been offered something is lost instead. */
const LEAK_DAYS = 183;
const LEAK_SHARE = 1 / 3;
const LEAK_STAGE = 'Proposal';
const LEAK_REASONS = ['No decision', 'Bad timing', 'No decision', 'No budget'] as const;
/** Joined three months ago: a share of the new deals is hers, a small one to begin with. */
const NEWCOMER = 'Elin Sparrholt';
const NEWCOMER_DAYS = 92;
const NEWCOMER_SHARES = [0.05, 0.1, 0.14] as const;
/** The biggest deal that got its proposal so long ago has stood there ever since. */
const STUCK_DAYS = { min: 110, max: 170 } as const;
const STUCK_EXPECTED_AFTER = 75;
const OLDEST_STUCK_DAYS = 300;

/**
 * What has happened at the example company lately, whenever it is looked at: a leak (nets lost where they would have got a proposal), a
 * seller who has just begun, and a big deal that is stuck. Changes the rows it is given, whose dates end at `today`.
 */
export function tellExampleStory(rows: string[][], columns: ExampleColumns, today: Day): void {
  const stuck = findStuck(rows, columns, today);
  if (stuck) keepInProposal(stuck, columns);
  for (const row of rows) {
    if (row === stuck) continue;
    const age = today - (dayOfCell(row[columns.created] ?? '') ?? today);
    const share =
      age < NEWCOMER_DAYS ? NEWCOMER_SHARES[2 - Math.floor((age * 3) / NEWCOMER_DAYS)] : undefined;
    if (share !== undefined && chanceOf(row[columns.id] ?? '', 'owner') < share)
      row[columns.owner] = NEWCOMER;
    const offered = offeredOn(row, columns);
    const isNet = NET_SOURCES.includes(row[columns.source] ?? '');
    const isLately = offered !== null && today - offered < LEAK_DAYS;
    if (isNet && isLately && chanceOf(row[columns.id] ?? '', 'leak') < LEAK_SHARE)
      loseInstead(row, columns, offered);
  }
}

function findStuck(rows: readonly string[][], columns: ExampleColumns, today: Day): string[] | null {
  const candidates = rows.filter((row) => {
    const since = today - (offeredOn(row, columns) ?? today);
    const created = dayOfCell(row[columns.created] ?? '') ?? today;
    return since >= STUCK_DAYS.min && since <= STUCK_DAYS.max && today - created <= OLDEST_STUCK_DAYS;
  });
  const amountOf = (row: readonly string[]): number => Number(row[columns.amount]);
  return candidates.reduce<string[] | null>(
    (most, row) => (most === null || amountOf(row) > amountOf(most) ? row : most),
    null,
  );
}

function keepInProposal(row: string[], columns: ExampleColumns): void {
  const offered = offeredOn(row, columns);
  if (offered === null) return;
  blankAfterOffer(row, columns, offered);
  row[columns.stage] = LEAK_STAGE;
  row[columns.lostReason] = '';
  row[columns.closed] = withDay(row[columns.closed] ?? '', offered + STUCK_EXPECTED_AFTER);
}

function loseInstead(row: string[], columns: ExampleColumns, on: Day): void {
  blankAfterOffer(row, columns, on - 1);
  const lost = columns.entries.find(({ stage }) => stage === 'Closed Lost');
  if (lost) row[lost.index] = isoDay(on);
  const reason = Math.floor(chanceOf(row[columns.id] ?? '', 'reason') * LEAK_REASONS.length);
  row[columns.stage] = 'Closed Lost';
  row[columns.lostReason] = LEAK_REASONS[reason] ?? LEAK_REASONS[0];
  row[columns.closed] = withDay(row[columns.closed] ?? '', on);
}

/** Takes back what happened after a day, the days of Proposal itself and later. */
function blankAfterOffer(row: string[], { entries }: ExampleColumns, last: Day): void {
  const from = entries.findIndex(({ stage }) => stage === LEAK_STAGE);
  for (const { index, stage } of entries.slice(from)) {
    const day = dayOfCell(row[index] ?? '');
    if (day !== null && (day > last || stage !== LEAK_STAGE)) row[index] = '';
  }
}

function offeredOn(row: readonly string[], { entries }: ExampleColumns): Day | null {
  const offer = entries.find(({ stage }) => stage === LEAK_STAGE);
  return offer === undefined ? null : dayOfCell(row[offer.index] ?? '');
}

export function dayOfCell(cell: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell);
  return match && dayFromDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The cell with another day, its time of day as it was. */
export function withDay(cell: string, day: Day): string {
  return isoDay(day) + cell.slice(10);
}

/** From 0 to 1, the same for a deal and a purpose whenever it is asked. */
export function chanceOf(id: string, purpose: string): number {
  let hash = 2_166_136_261;
  for (const letter of purpose + id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
}
