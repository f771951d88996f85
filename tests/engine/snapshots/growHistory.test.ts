import { describe, expect, it } from 'vitest';
import type { Deal, DealRecord } from '../../../src/engine';
import { growHistory } from '../../../src/engine/snapshots/growHistory';
import { matchDeals } from '../../../src/engine/snapshots/matchDeals';
import { dealOf } from '../deals/dealOf';

const PREVIOUS = 200;
const NEXT = 230;
const open = (facts: Partial<Deal> = {}) => dealOf({ created: 100, name: 'Acme', ...facts });

/** The later deal once both exports are there. */
function grown(
  before: DealRecord | null,
  after: DealRecord,
  previousDay = PREVIOUS,
  nextDay = NEXT,
): DealRecord {
  const matched = matchDeals(before === null ? [] : [before], [after]);
  return growHistory({ matched, previousDay, nextDay }).get(after) ?? after;
}

describe('growHistory: stages', () => {
  it('dates the stage of each export on its data day', () => {
    expect(grown(open({ stage: 'Proposal' }), open({ stage: 'Closing' })).stageEntries).toEqual([
      { stage: 'Proposal', day: PREVIOUS, isSeen: true },
      { stage: 'Closing', day: NEXT, isSeen: true },
    ]);
  });

  it('adds nothing while the stage is the same, and goes on from what was grown before', () => {
    const first = grown(open({ stage: 'Proposal' }), open({ stage: 'Proposal' }));
    expect(first.stageEntries).toEqual([{ stage: 'Proposal', day: PREVIOUS, isSeen: true }]);
    const second = grown(first, open({ stage: 'Closing' }), NEXT, 260);
    expect(second.stageEntries).toEqual([
      { stage: 'Proposal', day: PREVIOUS, isSeen: true },
      { stage: 'Closing', day: 260, isSeen: true },
    ]);
  });

  it('sees a new deal in its stage on the day of the export that brought it', () => {
    expect(grown(null, open({ stage: 'Proposal', created: 210 })).stageEntries).toEqual([
      { stage: 'Proposal', day: NEXT, isSeen: true },
    ]);
  });

  it('knows of a closed deal only the stages it was seen in while open', () => {
    const lost = open({ outcome: 'lost', closed: 220, stage: 'Closing' });
    expect(grown(open({ stage: 'Proposal' }), lost).stageEntries).toEqual([
      { stage: 'Proposal', day: PREVIOUS, isSeen: true },
    ]);
    expect(grown(null, lost).stageEntries).toEqual([]);
  });

  it('drops what was seen after a closing that was entered late', () => {
    const won = open({ outcome: 'won', closed: 190 });
    expect(grown(open({ stage: 'Proposal' }), won).stageEntries).toEqual([]);
  });

  it('leaves entries of the export itself as they are', () => {
    const own = open({ stage: 'Closing', stageEntries: [{ stage: 'Closing', day: 222 }] });
    expect(grown(open({ stage: 'Proposal' }), own)).toBe(own);
  });
});

describe('growHistory: slips', () => {
  it('counts moves to later and adds their days up, from import to import', () => {
    const first = grown(open({ expectedClose: 240 }), open({ expectedClose: 270 }));
    expect(first.slips).toEqual({ times: 1, days: 30, since: PREVIOUS });
    const earlier = grown(first, open({ expectedClose: 260 }), NEXT, 260);
    expect(earlier.slips).toEqual(first.slips);
    const again = grown(earlier, open({ expectedClose: 304 }), 260, 290);
    expect(again.slips).toEqual({ times: 2, days: 74, since: PREVIOUS });
  });

  it('keeps them when the deal closes, whose day is no expectation any more', () => {
    const slips = { times: 1, days: 30, since: 170 };
    const before = open({ expectedClose: 240, slips });
    expect(grown(before, open({ outcome: 'won', closed: 228, expectedClose: 300 })).slips).toEqual(slips);
  });

  it('says nothing of a deal that was never put off', () => {
    expect(grown(open({ expectedClose: 240 }), open({ expectedClose: 240 })).slips).toBeUndefined();
    expect(grown(open({ expectedClose: null }), open({ expectedClose: 240 })).slips).toBeUndefined();
  });
});
