import { describe, expect, it } from 'vitest';
import { dayFromDate, DEAL_CHANGES } from '../../../../src/engine';
import type { ChangedDeal, Day, DealChange, ImportChanges } from '../../../../src/engine';
import { alsoSentence, changesSentence } from '../../../../src/ui/forecast/changes/changesSentence';
import { happenings } from '../../../../src/ui/forecast/changes/happenings';

const on = (month: number, date: number): Day => dayFromDate(2026, month, date) ?? 0;

function changesWith(
  counts: Partial<Record<DealChange, number>>,
  before: number,
  after: number,
): ImportChanges {
  return {
    previousDay: on(11, 2),
    day: on(11, 23),
    from: '2026-10',
    to: '2026-12',
    currency: 'SEK',
    figure: { before, after },
    counts: {
      ...(Object.fromEntries(DEAL_CHANGES.map((each) => [each, 0])) as ImportChanges['counts']),
      ...counts,
    },
    deals: [],
    rest: { otherDeals: { deals: 0, effect: 0 }, sameDeals: { deals: 0, effect: 0 }, newLeads: 0 },
  };
}

/** Intl's spaces do not break. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('changesSentence', () => {
  it('says how much, since when, and what happened most', () => {
    const changes = changesWith({ won: 3, lost: 1, added: 12, slipped: 2 }, 290_000, 410_000);
    expect(plain(changesSentence(changes))).toBe(
      'Up **SEK 120,000** since November 2, 2026: 3 deals won, 1 deal lost, and 12 new deals.',
    );
    expect(alsoSentence(changes)).toBe('Also 2 deals put off.');
  });

  it('says down, and what else happened where nothing was won, lost or new', () => {
    const changes = changesWith({ slipped: 1, moved: 4 }, 410_000, 290_000);
    expect(plain(changesSentence(changes))).toBe(
      'Down **SEK 120,000** since November 2, 2026: 4 deals in another stage and 1 deal put off.',
    );
    expect(alsoSentence(changes)).toBeNull();
  });

  it('calls half a per cent no change, and says where no deal has changed', () => {
    expect(changesSentence(changesWith({ won: 1 }, 100_000, 100_400))).toContain('About as much as on');
    expect(changesSentence(changesWith({}, 100_000, 90_000))).toContain('though no deal has changed');
    expect(changesSentence(changesWith({}, 0, 0))).toContain('no deal has changed');
  });
});

describe('happenings', () => {
  const then = {
    outcome: 'open',
    closed: null,
    expectedClose: on(11, 30),
    amount: 500,
    stage: 'Proposal',
    expected: 1,
  };
  const deal = (changes: DealChange[], after: object, slips: ChangedDeal['slips'] = null) =>
    ({
      ...{ id: '1', name: 'Acme', company: null, owner: null, kind: 'net', effect: 1, slips },
      changes,
      before: then,
      after: { ...then, ...after },
    }) as ChangedDeal;
  const frame = { from: '2026-10', to: '2026-12', currency: 'SEK' } as const;
  const say = (changed: ChangedDeal) => happenings(changed, frame).map(plain);

  it('says a win with its day and amount, once', () => {
    const won = { outcome: 'won', closed: on(11, 12), amount: 700 };
    expect(say(deal(['won', 'amount'], won))).toEqual(['Won on Nov 12, 2026 for SEK 700']);
    expect(say(deal(['won'], { ...won, closed: on(9, 30) }))).toEqual([
      'Won on Sep 30, 2026, which is not in these months',
    ]);
  });

  it('says stage, amount and day, and how often it has been put off where that is often', () => {
    const after = { stage: 'Contract', amount: 900, expectedClose: on(12, 31) };
    const slips = { times: 3, days: 74, since: on(8, 1) };
    expect(say(deal(['amount', 'moved', 'slipped'], after, slips))).toEqual([
      'SEK 900 instead of SEK 500',
      'From Proposal to Contract',
      'Expected 31 days later, on Dec 31, 2026',
      'Put off 3 times, by 74 days in all',
    ]);
  });

  it('has words for every change', () => {
    for (const change of DEAL_CHANGES)
      expect(say(deal([change], { expectedClose: on(12, 1) })).join()).not.toBe('');
  });
});
