import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/engine';
import { changesOfDeal, differs } from '../../../src/engine/snapshots/dealChanges';
import { dealOf } from '../deals/dealOf';

const open = (facts: Partial<Deal> = {}) =>
  dealOf({ created: 100, amount: 500, stage: 'Proposal', expectedClose: 200, ...facts });
const won = (facts: Partial<Deal> = {}) => open({ outcome: 'won', closed: 190, stage: 'Won', ...facts });

describe('changesOfDeal(before, after)', () => {
  it.each([
    ['nothing', open(), open(), []],
    ['won, its last expected day of no account', open(), won({ expectedClose: 190 }), ['won']],
    ['lost', open(), won({ outcome: 'lost' }), ['lost']],
    ['reopened', won(), open(), ['reopened']],
    ['added', null, open(), ['added']],
    ['added and won at once', null, won(), ['won', 'added']],
    ['gone', open(), null, ['gone']],
    [
      'another stage and a later day',
      open(),
      open({ stage: 'Closing', expectedClose: 230 }),
      ['moved', 'slipped'],
    ],
    ['an earlier day', open(), open({ expectedClose: 150 }), ['earlier']],
    ['a first expected day, a first stage', open({ expectedClose: null, stage: null }), open(), []],
    ['an amount', open({ amount: null }), open(), ['amount']],
    ['another closing day', won(), won({ closed: 150 }), ['redated']],
    ['another kind', open({ kind: 'net' }), open({ kind: 'seed' }), ['corrected']],
  ])('sees %s', (_, before, after, changes) => {
    expect(changesOfDeal(before, after)).toEqual(changes);
  });
});

describe('differs(before, after)', () => {
  it('minds every field an export gives, and nothing grown from exports', () => {
    expect(differs(open(), open({ lostReason: 'price' }))).toBe(true);
    const grown = open({
      stageEntries: [{ stage: 'Proposal', day: 150 }],
      slips: { times: 1, days: 30, since: 100 },
    });
    expect(differs(open(), grown)).toBe(false);
  });
});
