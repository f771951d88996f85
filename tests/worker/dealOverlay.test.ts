import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealRecord } from '../../src/engine';
import { editAsOf, inSettingsCurrency, knownOn, layOver } from '../../src/worker/dealOverlay';
import { changesTo, EDITABLE_FIELDS, isEmptyEdit, untouched } from '../../src/workspace/dealEdits';
import type { DealEdit } from '../../src/workspace/types';
import { anyDeal, anyEdit } from '../workspace/arbitraries';

const DEAL: DealRecord = {
  id: '7',
  name: 'Acme',
  company: 'Acme AB',
  owner: 'Kim',
  source: 'Referral',
  pipeline: null,
  created: 100,
  outcome: 'open',
  closed: null,
  expectedClose: 160,
  amount: 1_000,
  currency: 'SEK',
  stage: 'Offer',
  stageEntries: [],
  lostReason: null,
  probability: null,
  category: null,
};
const edit = (changes: DealEdit['changes']): DealEdit => ({ ...untouched('7'), changes });

describe('layOver', () => {
  it('changes what the import still says, and gives way where a newer import says something else', () => {
    const changes = edit({ amount: { from: 1_000, to: 2_000 }, owner: { from: 'Kim', to: 'Ada' } });
    expect(layOver(DEAL, changes)).toMatchObject({
      record: { amount: 2_000, owner: 'Ada' },
      changedFields: ['amount', 'owner'],
    });
    const newer = { ...DEAL, amount: 1_500 };
    expect(layOver(newer, changes)).toMatchObject({
      record: { amount: 1_500, owner: 'Ada' },
      changedFields: ['owner'],
    });
  });

  it('says nothing where the import has caught up with the user', () => {
    const record = { ...DEAL, amount: 2_000 };
    expect(layOver(record, edit({ amount: { from: 2_000, to: 2_000 } }))).toEqual({
      record,
      changedFields: [],
    });
  });

  it('leaves no closing day on what is open and no expected one on what is closed', () => {
    const won = edit({ outcome: { from: 'open', to: 'won' }, closed: { from: null, to: 150 } });
    expect(layOver(DEAL, won).record).toMatchObject({ outcome: 'won', closed: 150, expectedClose: null });
    const lost: DealRecord = { ...DEAL, outcome: 'lost', closed: 150, lostReason: 'Test' };
    expect(layOver(lost, edit({ outcome: { from: 'lost', to: 'open' } })).record).toMatchObject({
      outcome: 'open',
      closed: null,
      lostReason: null,
    });
  });

  it('lets nothing close before it exists, and takes new dates for right', () => {
    const backwards: DealRecord = { ...DEAL, outcome: 'won', closed: 100, closedBeforeCreated: true };
    const early = layOver(backwards, edit({ closed: { from: 100, to: 90 } })).record;
    expect(early).toMatchObject({ created: 90, closed: 90 });
    expect(early.closedBeforeCreated).toBeUndefined();
    const renamed = layOver(backwards, edit({ name: { from: 'Acme', to: 'Ace' } })).record;
    expect(renamed.closedBeforeCreated).toBe(true);
  });

  it('is the import’s own record where no change counts', () => {
    fc.assert(
      fc.property(anyDeal, anyEdit, (deal, any) => {
        const { record, changedFields } = layOver(deal, any);
        if (changedFields.length === 0) expect(record).toBe(deal);
        for (const field of changedFields) expect(any.changes[field]?.from).toBe(deal[field]);
      }),
    );
  });

  it('says what was wanted when it is laid over what it was made from', () => {
    fc.assert(
      fc.property(anyDeal, fc.string(), fc.option(fc.string(), { nil: null }), (deal, name, owner) => {
        const wanted = { name, owner };
        const made = { ...untouched(deal.id), changes: changesTo(deal, wanted) };
        expect(layOver(deal, made).record).toMatchObject(wanted);
        expect(isEmptyEdit(made)).toBe(name === deal.name && owner === deal.owner);
      }),
    );
  });
});

describe('knownOn', () => {
  const won: DealRecord = { ...DEAL, outcome: 'won', created: 190, closed: 210 };

  it('takes typed days behind the data day for that day', () => {
    for (const field of ['closed', 'outcome'] as const) {
      expect(knownOn(won, 200, [field])).toMatchObject({ created: 190, closed: 200 });
    }
    expect(knownOn({ ...DEAL, created: 205 }, 200, ['created'])).toMatchObject({
      created: 200,
      closed: null,
    });
    expect(knownOn(DEAL, 200, EDITABLE_FIELDS)).toBe(DEAL);
  });

  it('leaves days to come that the export itself has', () => {
    expect(knownOn(won, 200, ['name', 'amount'])).toBe(won);
    expect(knownOn({ ...won, created: 205 }, 200, ['created'])).toMatchObject({ created: 200, closed: 210 });
  });
});

describe('editAsOf', () => {
  const changes: DealEdit['changes'] = {
    outcome: { from: 'open', to: 'won' },
    closed: { from: null, to: 210 },
    amount: { from: 1_000, to: 2_000 },
  };

  it('knows of no closing of a later day, and of all else', () => {
    expect(editAsOf(edit(changes), 209).changes).toEqual({ amount: changes.amount });
    expect(editAsOf(edit(changes), 210)).toEqual(edit(changes));
    const { outcome } = changes;
    expect(editAsOf(edit({ ...(outcome && { outcome }) }), 0).changes).toEqual({ outcome });
  });

  it('knows of no deal that was added for a later day, and as open one that closed later', () => {
    const added: DealRecord = { ...DEAL, outcome: 'won', created: 190, closed: 210 };
    const own: DealEdit = { ...untouched('7'), added };
    expect(editAsOf(own, 189).added).toBeNull();
    expect(editAsOf(own, 209).added).toMatchObject({ outcome: 'open', closed: null });
    expect(editAsOf(own, 210)).toEqual(own);
  });
});

describe('inSettingsCurrency', () => {
  const settings = { currency: 'EUR', rates: { SEK: 0.1 } };

  it('turns an amount by its rate, and leaves one alone that has none', () => {
    expect(inSettingsCurrency(DEAL, settings)).toMatchObject({ amount: 100, currency: 'EUR' });
    const other = { ...DEAL, currency: 'USD' };
    expect(inSettingsCurrency(other, settings)).toBe(other);
    const unnamed = { ...DEAL, currency: null };
    expect(inSettingsCurrency(unnamed, settings)).toBe(unnamed);
  });

  it('knows no rate of a currency called constructor, and no amount where there is none', () => {
    expect(inSettingsCurrency({ ...DEAL, currency: 'constructor' }, settings).amount).toBe(1_000);
    expect(inSettingsCurrency({ ...DEAL, amount: null }, settings).amount).toBeNull();
  });
});
