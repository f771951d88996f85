import type { Day, Outcome } from '../engine';
import type { DecimalMark, ImportMapping, Meaning } from '../workspace/importTypes';
import { AMOUNT, STAGE_ENTRIES_PER_DEAL } from '../workspace/limits';
import { countCells } from './column';
import { currencyCode } from './currency';
import { readersByMeaning } from './dataset';
import type { ColumnReader, Dataset } from './dataset';
import { readDay } from './dates';
import { readNumber, saysNone } from './numbers';
import { guessOutcome } from './outcomes';
import { DATE_MEANINGS } from './recognise';
import { OWN_STATUS, readOwnStageEntry } from './ownExport';
import { settleDateFormat, settleDecimalMark } from './settleFormats';
import { StageHistory } from './stageHistory';

/** A parsed cell: its value, null where blank, or `unreadable`. */
export type Parsed<T> = T | null | 'unreadable';

export interface Field<T> {
  header: string;
  /** For stage entries: the stage, and the outcome it stands for. */
  stage: string | null;
  stageOutcome: Outcome | null;
  isMain: boolean;
  index: number;
  text(row: number): string;
  parse(row: number): Parsed<T>;
}

export interface Fields {
  text: Partial<Record<Meaning, Field<string>>>;
  days: Partial<Record<Meaning, Field<Day>>>;
  stageEntries: readonly Field<Day>[];
  history: StageHistory | null;
  /** The app's own export, which says of every deal what it is. */
  isOwn: boolean;
  /** Outcome of a stage label by the mapping where the stage decides, else by its words. */
  outcomeOfStage: (label: string) => Outcome | null;
  amount: Field<number> | null;
  probability: Field<number> | null;
  /** `guessOutcome`, each label thought about once. */
  outcomeOfLabel: (label: string) => Outcome | null;
}

function toField<T>(
  reader: ColumnReader,
  isMain: boolean,
  parseText: (text: string) => T | null,
  isBlank = (text: string): boolean => text === '',
): Field<T> {
  const { header, index, stage } = reader.column;
  const { texts, codes } = reader.cells;
  const known = new Array<Parsed<T> | undefined>(texts.length);
  return {
    header,
    stage: stage ?? null,
    stageOutcome: stage === undefined || readOwnStageEntry(header) !== null ? null : guessOutcome(stage),
    isMain,
    index,
    text: reader.read,
    parse: (row) => {
      const code = codes[row] ?? 0;
      const before = known[code];
      if (before !== undefined) return before;
      const text = texts[code] ?? '';
      const parsed = isBlank(text) ? null : (parseText(text) ?? 'unreadable');
      known[code] = parsed;
      return parsed;
    },
  };
}

/** Columns of a mapping as fields that parse themselves, formats settled over all `rows`. */
export function compileFields(dataset: Dataset, mapping: ImportMapping, rows: readonly number[]): Fields {
  const fields: Fields = {
    text: {},
    days: {},
    stageEntries: [],
    history:
      dataset.history && mapping.history
        ? new StageHistory(dataset.main, dataset.history, mapping.history)
        : null,
    outcomeOfStage: () => null,
    isOwn: false,
    amount: null,
    probability: null,
    outcomeOfLabel: rememberOutcomes(),
  };
  for (const [meaning, readers] of readersByMeaning(dataset, mapping)) {
    const reader = readers[0];
    if (!reader) continue;
    const isMain = mapping.columns.includes(reader.column);
    if (meaning === 'stageEntry') {
      fields.stageEntries = readers
        .slice(0, STAGE_ENTRIES_PER_DEAL)
        .map((entry) => dayField(entry, rows, mapping.columns.includes(entry.column)));
    } else if (DATE_MEANINGS.has(meaning)) {
      fields.days[meaning] = dayField(reader, rows, isMain);
    } else if (meaning === 'amount') {
      const { mark } = settleDecimalMark(reader, rows);
      fields.amount = toField(reader, isMain, (text) => readAmount(text, mark), saysNone);
    } else if (meaning === 'probability') {
      fields.probability = chanceField(reader, rows, isMain);
    } else {
      fields.text[meaning] = toField(reader, isMain, meaning === 'currency' ? currencyCode : (text) => text);
    }
  }
  fields.isOwn = fields.text.status?.header === OWN_STATUS;
  const decidesByStage = !fields.text.status;
  fields.outcomeOfStage = (label) =>
    (decidesByStage ? mapping.outcomes[label] : undefined) ?? fields.outcomeOfLabel(label);
  return fields;
}

function rememberOutcomes(): (label: string) => Outcome | null {
  const known = new Map<string, Outcome | null>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const outcome = guessOutcome(label);
    known.set(label, outcome);
    return outcome;
  };
}

function dayField(reader: ColumnReader, rows: readonly number[], isMain: boolean): Field<Day> {
  const format = settleDateFormat(reader, rows);
  return toField(reader, isMain, (text) => readDay(text, format));
}

/** A number beyond what can be saved is no amount: two columns run together, or an id in the wrong one. */
function readAmount(text: string, mark: DecimalMark): number | null {
  const number = readNumber(text, mark);
  return number === null || Math.abs(number) > AMOUNT ? null : number;
}

/** Chances are written 0 to 1, 0 to 100 or with a percent sign; one value above 1 settles it for the column. */
function chanceField(reader: ColumnReader, rows: readonly number[], isMain: boolean): Field<number> {
  const { mark } = settleDecimalMark(reader, rows);
  const values = [...countCells(reader.cells, rows)].map(([text]) => readNumber(text, mark) ?? 0);
  const isHundred = values.some((value) => value > 1);
  return toField(reader, isMain, (text) => {
    const number = readNumber(text, mark);
    if (number === null) return null;
    const chance = isHundred && !text.includes('%') ? number / 100 : number;
    return chance >= 0 && chance <= 1 ? chance : null;
  });
}
