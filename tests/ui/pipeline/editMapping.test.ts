import { expect, test } from 'vitest';
import {
  labelled,
  missingMeaning,
  withColumn,
  withMainFile,
  withOutcome,
  withSource,
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
