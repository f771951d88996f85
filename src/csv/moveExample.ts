import Papa from 'papaparse';
import { dateOfDay, dayFromDate } from '../engine';
import type { Day } from '../engine';
import { dayOfCell, tellExampleStory, withDay, type ExampleColumns } from './exampleStory';
import { readStageEntryHeader } from './stages';
import { guessOutcome } from './outcomes';

/** Years of the example that are shown. */
const YEARS_SHOWN = 3;
/** Spread of sellers' expected dates around the day a deal would really close, in days. */
const EARLIEST_DAYS = -25;
const LATEST_DAYS = 35;

/**
 * The example company as an export made on `today`: its years moved so that they end there, cut to three, and
 * everything after `today` taken back: later deals left out, later stages blank, later closings still open with an
 * expected date. Whole years, so that season and quarter ends stay where they are. What happened lately is told last
 * (`exampleStory`). HubSpot's CSV in and out.
 */
export function moveExample(csvText: string, today: Day): string {
  const { data } = Papa.parse<string[]>(csvText, { skipEmptyLines: true });
  const [headers = [], ...rows] = data;
  const column = (name: string): number => headers.indexOf(name);
  const example: ExampleColumns = {
    id: column('Record ID'),
    stage: column('Deal Stage'),
    amount: column('Amount'),
    source: column('Lead Source'),
    owner: column('Deal owner'),
    created: column('Create Date'),
    closed: column('Close Date'),
    lostReason: column('Closed Lost Reason'),
    entries: headers.flatMap((header, index) => {
      const stage = readStageEntryHeader(header)?.stage;
      return stage === undefined ? [] : [{ index, stage }];
    }),
  };
  const years = dateOfDay(today).year - lastYearOf(rows, example.created);
  const first = moveYears(today, -YEARS_SHOWN) + 1;
  const moved = rows.flatMap((row) => {
    const created = moveWorkingDay(dayOfCell(row[example.created] ?? '') ?? today, years);
    return created < first || created > today ? [] : [moveDeal(row, example, years, today)];
  });
  tellExampleStory(moved, example, today);
  return Papa.unparse([headers, ...moved], { quotes: true, newline: '\n' });
}

function lastYearOf(rows: readonly (readonly string[])[], created: number): number {
  return rows.reduce((last, row) => Math.max(last, Number((row[created] ?? '').slice(0, 4))), 0);
}

/** 0 is Monday (1970-01-01 was a Thursday). */
function weekday(day: Day): number {
  return (day + 3) % 7;
}

/**
 * The same date some years later, and a working day still where it was one: a weekend becomes the Friday before, or
 * the Monday after where that Friday lies in another month.
 */
function moveWorkingDay(day: Day, years: number): Day {
  const moved = moveYears(day, years);
  if (weekday(day) > 4 || weekday(moved) < 5) return moved;
  const friday = moved - weekday(moved) + 4;
  return dateOfDay(friday).month === dateOfDay(moved).month ? friday : friday + 3;
}

/** The same date some years later; 29 February becomes the 28th. */
function moveYears(day: Day, years: number): Day {
  const { year, month, dayOfMonth } = dateOfDay(day);
  return (
    dayFromDate(year + years, month, dayOfMonth) ?? dayFromDate(year + years, month, dayOfMonth - 1) ?? day
  );
}

function moveDeal(row: readonly string[], example: ExampleColumns, years: number, today: Day): string[] {
  const moved = [...row];
  const moveCell = (index: number): Day | null => {
    const cell = row[index] ?? '';
    const day = dayOfCell(cell);
    if (day === null) return null;
    const target = moveWorkingDay(day, years);
    moved[index] = withDay(cell, target);
    return target;
  };
  moveCell(example.created);
  const closed = moveCell(example.closed);
  let last: { stage: string; day: Day } | null = null;
  for (const { index, stage } of example.entries) {
    const day = moveCell(index);
    if (day === null) continue;
    if (day > today) moved[index] = '';
    else if (isOpenStage(stage) && (last === null || day >= last.day)) last = { stage, day };
  }
  if (closed === null || closed <= today) return moved;
  moved[example.stage] = last?.stage ?? example.entries[0]?.stage ?? '';
  moved[example.lostReason] = '';
  moved[example.closed] = withDay(row[example.closed] ?? '', closed + guessOffset(row[example.id] ?? ''));
  return moved;
}

function isOpenStage(stage: string): boolean {
  return (guessOutcome(stage) ?? 'open') === 'open';
}

/** How far off a seller's guess is: some days either way, the same for a deal whenever it is asked. */
function guessOffset(id: string): number {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return EARLIEST_DAYS + (hash % (LATEST_DAYS - EARLIEST_DAYS + 1));
}
