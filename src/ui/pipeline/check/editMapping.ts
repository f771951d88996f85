import type { ImportQuestion, InspectedColumn, Inspection } from '../../../csv/types';
import type { Kind, Outcome } from '../../../engine';
import type { ColumnMapping, DateOrder, ImportMapping, Meaning } from '../../../workspace/importTypes';

export const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** Meanings that more than one column may have. */
const SHARED: readonly Meaning[] = ['ignore', 'stageEntry'];
const DATES: readonly Meaning[] = [
  'created',
  'closed',
  'wonOn',
  'lostOn',
  'expectedClose',
  'closeDate',
  'stageEntry',
];

export function isDateMeaning(meaning: Meaning): boolean {
  return DATES.includes(meaning);
}

/** Columns of a file as the mapping has them now, with the samples from the file. */
export function columnsOf(inspection: Inspection, file: number): readonly InspectedColumn[] {
  const { mapping } = inspection;
  const mapped = file === mapping.mainFile ? mapping.columns : (mapping.join?.columns ?? []);
  const inspected = inspection.files[file]?.columns ?? [];
  return inspected.map((column) => ({
    ...column,
    ...mapped.find((candidate) => candidate.index === column.index),
  }));
}

/** The file joined to the main one, null where there is none. A third one may hold the history of stages. */
export function joinedFile({ files, mapping }: Inspection): number | null {
  if (mapping.join === null) return null;
  const index = files.findIndex(
    (_, position) => position !== mapping.mainFile && position !== mapping.history?.file,
  );
  return index === -1 ? null : index;
}

/**
 * The mapping with another reading of one column. A meaning that only one column can have is taken from whichever
 * column had it, in both files.
 */
export function withColumn(
  mapping: ImportMapping,
  isMain: boolean,
  index: number,
  change: Partial<Omit<ColumnMapping, 'index' | 'header'>>,
): ImportMapping {
  const revise = (columns: readonly ColumnMapping[], isHere: boolean): ColumnMapping[] =>
    columns.map((column) => {
      if (isHere && column.index === index) return changed(column, change);
      const isTaken =
        change.meaning !== undefined && !SHARED.includes(change.meaning) && column.meaning === change.meaning;
      return isTaken ? changed(column, { meaning: 'ignore' }) : column;
    });
  return {
    ...mapping,
    columns: revise(mapping.columns, isMain),
    join: mapping.join && { ...mapping.join, columns: revise(mapping.join.columns, !isMain) },
  };
}

/** What the user says is sure. Details of a meaning that no longer applies are dropped. */
function changed(column: ColumnMapping, change: Partial<ColumnMapping>): ColumnMapping {
  const { stage, dateOrder, decimalMark, ...rest } = { ...column, ...change, confidence: 'sure' as const };
  return {
    ...rest,
    ...(rest.meaning === 'stageEntry' && { stage: stage ?? column.header }),
    ...(isDateMeaning(rest.meaning) && dateOrder !== undefined && { dateOrder }),
    ...(rest.meaning === 'amount' && decimalMark !== undefined && { decimalMark }),
  };
}

/** The mapping with a label sorted into open, won or lost. Stages that are over leave the funnel's order. */
export function withOutcome(mapping: ImportMapping, label: string, outcome: Outcome): ImportMapping {
  const others = mapping.stageOrder.filter((stage) => stage !== label);
  const isStatus = mapping.columns.some(({ meaning }) => meaning === 'status');
  const order = isStatus || mapping.stageOrder.includes(label) ? mapping.stageOrder : [...others, label];
  return {
    ...mapping,
    outcomes: { ...mapping.outcomes, [label]: outcome },
    stageOrder: outcome === 'open' ? order : others,
  };
}

/** The mapping with the answer to a question, in whichever file it was asked of. */
export function withAnswer(
  mapping: ImportMapping,
  question: ImportQuestion,
  answer: Partial<Pick<ColumnMapping, 'dateOrder' | 'decimalMark'>>,
): ImportMapping {
  const { history } = mapping;
  if (history === undefined || question.file !== history.file)
    return withColumn(mapping, question.file === mapping.mainFile, question.column, answer);
  const { dateOrder } = answer;
  return dateOrder === undefined ? mapping : { ...mapping, history: { ...history, dateOrder } };
}

/** The mapping with a stage one place earlier or later in the funnel. */
export function withStageMoved(mapping: ImportMapping, stage: string, by: -1 | 1): ImportMapping {
  const from = mapping.stageOrder.indexOf(stage);
  const to = from + by;
  if (from === -1 || to < 0 || to >= mapping.stageOrder.length) return mapping;
  const others = mapping.stageOrder.filter((other) => other !== stage);
  return { ...mapping, stageOrder: [...others.slice(0, to), stage, ...others.slice(to)] };
}

interface ShownStage {
  label: string;
  count: number;
  pipelines: readonly string[];
  /** Place in the funnel, from 0; null of what is over. */
  position: number | null;
}

/** Stages in the funnel's order as the mapping has it now, then the labels that say won or lost, or nothing. */
export function stagesInOrder({ mapping, stages, outcomeValues }: Inspection): ShownStage[] {
  const known = new Map(stages.map((stage) => [stage.label, stage]));
  const open = mapping.stageOrder.map((label, position) => ({
    label,
    count: known.get(label)?.count ?? 0,
    pipelines: known.get(label)?.pipelines ?? [],
    position,
  }));
  const isDeciding = !mapping.columns.some(({ meaning }) => meaning === 'status');
  if (!isDeciding) return open;
  const rest = outcomeValues.filter(({ value }) => !mapping.stageOrder.includes(value));
  return [
    ...open,
    ...rest.map(({ value: label, count }) => ({
      label,
      count,
      pipelines: known.get(label)?.pipelines ?? [],
      position: null,
    })),
  ];
}

export function withSource(mapping: ImportMapping, label: string, kind: Kind): ImportMapping {
  const counted = withLeftOut(mapping, 'leaveOutSources', label, false);
  return { ...counted, sources: { ...mapping.sources, [label]: kind } };
}

/** The mapping under which deals of a source or pipeline are not counted, or are again. */
export function withLeftOut(
  mapping: ImportMapping,
  which: 'leaveOutSources' | 'leaveOutPipelines',
  label: string,
  isLeftOut: boolean,
): ImportMapping {
  const { [which]: before = [], ...rest } = mapping;
  const others = before.filter((other) => other !== label);
  const labels = isLeftOut ? [...others, label] : others;
  return labels.length === 0 ? rest : { ...rest, [which]: labels };
}

/** The mapping with the other file as the one that has a row for each deal. */
export function withMainFile(mapping: ImportMapping, mainFile: number): ImportMapping {
  const { history, join } = mapping;
  if (join === null || mainFile === mapping.mainFile) return mapping;
  return {
    ...mapping,
    // Its deals are looked up in the other file now: most likely by what the two have in common.
    ...(history && { history: { ...history, keyIndex: join.joinedKeyIndex } }),
    mainFile,
    columns: join.columns,
    join: { keyIndex: join.joinedKeyIndex, joinedKeyIndex: join.keyIndex, columns: mapping.columns },
  };
}

/** A header for the screen: blank ones are named by their position. */
export function shownHeader(
  column: Pick<ColumnMapping, 'header' | 'index'>,
  unnamed: (place: number) => string,
): string {
  return column.header.trim() === '' ? unnamed(column.index + 1) : column.header;
}

/** What a label is sorted into, null where nobody has said. Own labels only: one may be called "constructor". */
export function labelled<Sorted>(sorting: Readonly<Record<string, Sorted>>, label: string): Sorted | null {
  return Object.hasOwn(sorting, label) ? (sorting[label] ?? null) : null;
}

const OUTCOMES: readonly Meaning[] = ['status', 'stage', 'wonOn', 'lostOn', 'closed', 'closeDate'];

/** What an import can't do without and no column has been given yet; null when it is all there. */
export function missingMeaning(mapping: ImportMapping): 'created' | 'outcome' | null {
  const meanings = [...mapping.columns, ...(mapping.join?.columns ?? [])].map(({ meaning }) => meaning);
  if (!meanings.includes('created')) return 'created';
  return meanings.some((meaning) => OUTCOMES.includes(meaning)) ? null : 'outcome';
}
