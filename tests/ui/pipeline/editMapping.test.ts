import { expect, test } from 'vitest';
import type { ImportQuestion, Inspection } from '../../../src/csv/types';
import {
  joinedFile,
  labelled,
  missingMeaning,
  stagesInOrder,
  withAnswer,
  withColumn,
  withLeftOut,
  withMainFile,
  withOutcome,
  withSource,
  withStageMoved,
} from '../../../src/ui/pipeline/check/editMapping';
import type { ColumnMapping, ImportMapping } from '../../../src/workspace/importTypes';

function column(index: number, meaning: ColumnMapping['meaning']): ColumnMapping {
  return { index, header: `column ${index}`, meaning, confidence: 'guess' };
}

const MAPPING: ImportMapping = {
  vendor: 'generic',
  columns: [column(0, 'id'), { ...column(1, 'created'), dateOrder: 'dmy' }, column(2, 'ignore')],
  mainFile: 0,
  join: { keyIndex: 0, joinedKeyIndex: 3, columns: [column(3, 'ignore'), column(4, 'source')] },
  outcomes: { Proposal: 'open', Signed: 'won' },
  stageOrder: ['Qualified', 'Proposal'],
  sources: {},
  currency: 'SEK',
  dataDay: null,
};
const meanings = (columns: readonly ColumnMapping[] = []): string[] => columns.map(({ meaning }) => meaning);

test('withColumn takes a meaning from the column that had it', () => {
  const mapping = withColumn(MAPPING, true, 2, { meaning: 'created' });
  expect(meanings(mapping.columns)).toEqual(['id', 'ignore', 'created']);
  expect(mapping.columns[1]).not.toHaveProperty('dateOrder');
  expect(mapping.columns[2]?.confidence).toBe('sure');
});

test('withColumn takes a meaning from a column of the other file too', () => {
  const mapping = withColumn(MAPPING, true, 2, { meaning: 'source' });
  expect(meanings(mapping.join?.columns)).toEqual(['ignore', 'ignore']);
});

test('withColumn lets several columns date stages, each by its header until named', () => {
  const one = withColumn(MAPPING, true, 1, { meaning: 'stageEntry' });
  const two = withColumn(one, true, 2, { meaning: 'stageEntry', stage: 'Demo' });
  expect(two.columns.map(({ stage }) => stage)).toEqual([undefined, 'column 1', 'Demo']);
});

test('withColumn keeps a date order among dates and drops it elsewhere', () => {
  const closed = withColumn(MAPPING, true, 1, { meaning: 'closed' });
  expect(closed.columns[1]?.dateOrder).toBe('dmy');
  expect(withColumn(closed, true, 1, { meaning: 'name' }).columns[1]).not.toHaveProperty('dateOrder');
});

test('withOutcome takes a stage that is over out of the order, and puts it back at the end', () => {
  const lost = withOutcome(MAPPING, 'Qualified', 'lost');
  expect(lost.stageOrder).toEqual(['Proposal']);
  expect(withOutcome(lost, 'Qualified', 'open').stageOrder).toEqual(['Proposal', 'Qualified']);
});

test('withOutcome leaves the order of stages alone where a status decides', () => {
  const mapping = withColumn(MAPPING, true, 2, { meaning: 'status' });
  expect(withOutcome(mapping, 'Active', 'open').stageOrder).toEqual(MAPPING.stageOrder);
});

test('withMainFile swaps the files with their keys', () => {
  const swapped = withMainFile(MAPPING, 1);
  expect(swapped.join).toMatchObject({ keyIndex: 3, joinedKeyIndex: 0 });
  expect(swapped).toMatchObject({ mainFile: 1, join: { columns: MAPPING.columns } });
  expect(withMainFile(swapped, 0)).toEqual(MAPPING);
});

test('withMainFile looks up the deals of a history in the file that is now the main one', () => {
  const history = { file: 2, keyIndex: 0, historyKeyIndex: 5, stageIndex: 1, dateIndex: 2 };
  const mapping = { ...MAPPING, history: { ...history, fromIndex: null, fieldIndex: null } };
  const swapped = withMainFile(mapping, 1);
  expect(swapped.history).toEqual({ ...mapping.history, keyIndex: 3 });
  expect(withMainFile(swapped, 0)).toEqual(mapping);
});

test('a label that is the name of an object property is a label like any other', () => {
  expect(labelled({}, 'constructor')).toBeNull();
  expect(labelled(withSource(MAPPING, 'constructor', 'net').sources, 'constructor')).toBe('net');
});

test('nothing changes the mapping it is given', () => {
  const frozen = Object.freeze({ ...MAPPING, columns: Object.freeze([...MAPPING.columns]) });
  expect(() => withOutcome(withColumn(frozen, true, 0, { meaning: 'name' }), 'Signed', 'lost')).not.toThrow();
});

test('missingMeaning names what an import can not do without', () => {
  const without = (meaning: string) => ({
    ...MAPPING,
    columns: MAPPING.columns.filter((one) => one.meaning !== meaning),
  });
  expect(missingMeaning(without('created'))).toBe('created');
  expect(missingMeaning(MAPPING)).toBe('outcome');
  expect(missingMeaning(withColumn(MAPPING, true, 2, { meaning: 'status' }))).toBeNull();
});

test('joinedFile is the one that has neither the deals nor their history', () => {
  const history = { file: 1, keyIndex: 0, historyKeyIndex: 0, stageIndex: 1, dateIndex: 2 };
  const three = { files: [{}, {}, {}], mapping: { ...MAPPING, history } } as unknown as Inspection;
  expect(joinedFile(three)).toBe(2);
  const two = { files: [{}, {}], mapping: { ...MAPPING, join: null, history } } as unknown as Inspection;
  expect(joinedFile(two)).toBeNull();
});

test('withAnswer puts a date order where it was asked: a column of either file, or the history', () => {
  const history = { file: 2, keyIndex: 0, historyKeyIndex: 0, stageIndex: 1, dateIndex: 1 };
  const mapping = { ...MAPPING, history } as unknown as ImportMapping;
  const asked = (file: number, column: number) => ({ code: 'dateOrder', file, column }) as ImportQuestion;
  const inHistory = withAnswer(mapping, asked(2, 1), { dateOrder: 'mdy' });
  expect(inHistory.history?.dateOrder).toBe('mdy');
  expect(inHistory.columns).toBe(mapping.columns);
  expect(withAnswer(mapping, asked(0, 1), { dateOrder: 'mdy' }).columns[1]?.dateOrder).toBe('mdy');
});

test('withStageMoved moves a stage by one place and stops at the ends', () => {
  expect(withStageMoved(MAPPING, 'Proposal', -1).stageOrder).toEqual(['Proposal', 'Qualified']);
  expect(withStageMoved(MAPPING, 'Qualified', -1)).toBe(MAPPING);
  expect(withStageMoved(MAPPING, 'Proposal', 1)).toBe(MAPPING);
  expect(withStageMoved(MAPPING, 'Signed', 1)).toBe(MAPPING);
});

test('stagesInOrder is the funnel, then what is over; where a status decides, the funnel alone', () => {
  const inspection = {
    mapping: MAPPING,
    stages: [{ label: 'Proposal', outcome: 'open', count: 7, pipelines: ['New'] }],
    outcomeValues: [
      { value: 'Proposal', count: 7 },
      { value: 'Signed', count: 2 },
      { value: '', count: 1 },
    ],
  } as unknown as Inspection;
  const shown = (of: Inspection) => stagesInOrder(of).map(({ label, position }) => [label, position]);
  expect(shown(inspection)).toEqual([
    ['Qualified', 0],
    ['Proposal', 1],
    ['Signed', null],
    ['', null],
  ]);
  const mapping = withColumn(MAPPING, true, 2, { meaning: 'status' });
  expect(shown({ ...inspection, mapping })).toHaveLength(2);
});

test('withLeftOut leaves a source or pipeline out and lets it in again; sorting a source lets it in too', () => {
  const without = withLeftOut(MAPPING, 'leaveOutSources', 'Web', true);
  expect(without.leaveOutSources).toEqual(['Web']);
  expect(withLeftOut(without, 'leaveOutSources', 'Web', false)).toEqual(MAPPING);
  expect(withSource(without, 'Web', 'net')).not.toHaveProperty('leaveOutSources');
  const both = withLeftOut(without, 'leaveOutPipelines', 'Renewals', true);
  expect(both).toMatchObject({ leaveOutSources: ['Web'], leaveOutPipelines: ['Renewals'] });
});
