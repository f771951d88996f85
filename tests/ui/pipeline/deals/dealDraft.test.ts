import { describe, expect, test } from 'vitest';
import { dayFromDate } from '../../../../src/engine';
import {
  draftOf,
  readDraft,
  type DealDraft,
  type DealFields,
} from '../../../../src/ui/pipeline/deals/edit/dealDraft';
import type { EditableField } from '../../../../src/workspace/types';

const day = (year: number, month: number, dayOfMonth: number) => dayFromDate(year, month, dayOfMonth) ?? NaN;
const TODAY = day(2026, 11, 23);

const OPEN: DealFields = {
  name: 'Roof for Acme',
  company: 'Acme',
  owner: 'Eva',
  source: 'Referral',
  created: day(2026, 9, 1),
  outcome: 'open',
  closed: null,
  expectedClose: day(2026, 12, 24),
  amount: 12_345.678,
  currency: 'SEK',
  stage: 'Offer',
};
const WON: DealFields = { ...OPEN, outcome: 'won', closed: day(2026, 10, 1), expectedClose: null };

function read(
  change: Partial<DealDraft>,
  fields = OPEN,
  untyped: readonly EditableField[] = [],
): ReturnType<typeof readDraft> {
  const draft = draftOf(fields, String);
  return readDraft(
    { ...draft, ...change },
    { fields, draft },
    { today: TODAY, habit: { language: 'en', decimalMark: '.' }, untyped: new Set(untyped) },
  );
}
const problems = (...given: Parameters<typeof read>) => {
  const answer = read(...given);
  return answer.ok ? {} : answer.problems;
};

test('a draft that nobody touched is the deal itself, digit for digit', () => {
  expect(read({})).toEqual({ ok: true, fields: OPEN });
  expect(read({}, WON)).toEqual({ ok: true, fields: WON });
});

test('what an export may hold and nobody could type stays where it is not touched', () => {
  const odd: DealFields = {
    ...WON,
    created: day(2027, 5, 1),
    closed: null,
    amount: -500,
    currency: 'kr',
    name: '',
    company: null,
  };
  expect(problems({ owner: 'Bo' }, { ...odd, company: 'Acme' })).toEqual({});
});

test('what is typed is read, blanks as not known', () => {
  const answer = read({
    amount: '1.5m',
    owner: ' Bo ',
    stage: ' ',
    expectedClose: '2027-01-31',
    currency: 'eur',
  });
  expect(answer).toEqual({
    ok: true,
    fields: {
      ...OPEN,
      amount: 1_500_000,
      owner: 'Bo',
      stage: null,
      expectedClose: day(2027, 1, 31),
      currency: 'EUR',
    },
  });
});

describe('what can not be is told at its field', () => {
  test.each<[string, Partial<DealDraft>, Partial<Record<EditableField, string>>]>([
    ['neither name nor company', { name: ' ', company: '' }, { name: 'nameMissing' }],
    ['no day of creation', { created: '' }, { created: 'dayMissing' }],
    ['created tomorrow', { created: '2026-11-24' }, { created: 'inFuture' }],
    ['a day that does not exist', { created: '2026-02-30' }, { created: 'notADay' }],
    ['won, nobody knows when', { outcome: 'won' }, { closed: 'closedMissing' }],
    [
      'won before it was created',
      { outcome: 'won', closed: '2026-08-31' },
      { closed: 'closedBeforeCreated' },
    ],
    ['lost tomorrow', { outcome: 'lost', closed: '2026-11-24' }, { closed: 'inFuture' }],
    ['an amount of words', { amount: 'a lot' }, { amount: 'notANumber' }],
    ['an amount of nothing', { amount: '0' }, { amount: 'notPositive' }],
    ['a mark that can be either', { amount: '2,5' }, { amount: 'ambiguousMark' }],
    ['a currency nobody has', { currency: 'kronor' }, { currency: 'unknownCurrency' }],
  ])('%s', (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  test('all at once', () => {
    expect(problems({ created: '', amount: 'x' })).toEqual({ created: 'dayMissing', amount: 'notANumber' });
  });

  test('a date half typed, though it has no value', () => {
    expect(problems({}, OPEN, ['expectedClose'])).toEqual({ expectedClose: 'notADay' });
    expect(problems({ created: '' }, OPEN, ['created'])).toEqual({ created: 'notADay' });
  });
});

test('a deal that becomes open again has not closed', () => {
  const answer = read({ outcome: 'open' }, WON);
  expect(answer.ok && answer.fields).toMatchObject({ outcome: 'open', closed: null });
});

test('a win is corrected to another day', () => {
  const answer = read({ closed: '2026-11-23' }, WON);
  expect(answer.ok && answer.fields.closed).toBe(TODAY);
});
