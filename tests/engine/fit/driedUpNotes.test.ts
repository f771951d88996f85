import { describe, expect, it } from 'vitest';
import { fit, type Deal, type Kind, type ModelNote } from '../../../src/engine';
import { driedUpNotes } from '../../../src/engine/fit/driedUpNotes';
import { dealOf } from '../deals/dealOf';

const LAST_DAY = 20_780;
/** What the forecast would still expect: enough to be wrong by. */
const MANY = new Map<Kind, number>([
  ['net', 5],
  ['spear', 5],
]);

/** Leads every so many days, over the last `days` but for the very last `silentDays`. */
function leads(kind: Kind, everyDays: number, days = 720, silentDays = 0): Deal[] {
  const count = Math.floor((days - silentDays) / everyDays);
  return Array.from({ length: count }, (_, index) =>
    dealOf({ id: `${kind}${index}`, kind, created: LAST_DAY - days + 1 + index * everyDays }),
  );
}

const kindsOf = (notes: readonly ModelNote[]) => notes.map(({ params }) => params['kind']);

describe('driedUpNotes', () => {
  it('names a kind from which nothing has come for three months, with what was usual', () => {
    const notes = driedUpNotes(
      [...leads('net', 5), ...leads('spear', 5, 720, 91)],
      LAST_DAY,
      new Map([['spear', 3.2] as const]),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]?.params).toMatchObject({ kind: 'spear', count: 0, expected: 3.2 });
    expect(notes[0]?.params['usual']).toBeCloseTo(30.4375 / 5, 1);
  });

  it('is silent where leads still come, or the silence is short', () => {
    expect(driedUpNotes(leads('net', 5), LAST_DAY, MANY)).toEqual([]);
    expect(driedUpNotes(leads('net', 5, 720, 45), LAST_DAY, MANY)).toEqual([]);
  });

  it('is silent where so few were usual that none may be chance', () => {
    // 720 days, one lead a fortnight and more: the chance of none in the last 91 is (1 − 91 ÷ 720)^n, 0.003 for n = 44.
    expect(driedUpNotes(leads('net', 14, 720, 91), LAST_DAY, MANY)).toEqual([]);
    expect(kindsOf(driedUpNotes(leads('net', 8, 720, 91), LAST_DAY, MANY))).toEqual(['net']);
  });

  it('is silent where a quarter before was as lean, as with a season or a yearly fair', () => {
    const year = (back: number) =>
      leads('net', 3, 200).map((deal) => ({ ...deal, created: deal.created - back - 100 }));
    expect(driedUpNotes([...year(0), ...year(365)], LAST_DAY, MANY)).toEqual([]);
  });

  it('is silent where the forecast has noticed', () => {
    expect(driedUpNotes(leads('net', 5, 720, 91), LAST_DAY, new Map([['net', 0.5]]))).toEqual([]);
  });

  it('is silent with less than half a year before', () => {
    expect(driedUpNotes(leads('net', 1, 250, 91), LAST_DAY, MANY)).toEqual([]);
  });

  it('is among the notes of a fit, with what that still expects', () => {
    const deals = [...leads('net', 4), ...leads('seed', 4, 720, 91)];
    const options = { dataDay: LAST_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };
    const note = fit(deals, options).summary.notes.find(({ code }) => code === 'driedUp');
    expect(note?.params['kind']).toBe('seed');
    expect(note?.params['expected']).toBeGreaterThan(0);
  });
});
