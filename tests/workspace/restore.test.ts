import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../src/engine';
import { makeBackup, restoreBackup } from '../../src/workspace/backup';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import { PLANS } from '../../src/workspace/limits';
import { bookWith } from '../../src/workspace/planBook';
import { restore } from '../../src/workspace/restore';
import { VERSIONS } from '../../src/workspace/versions';
import { anyContents, anyDeal, anyPlanBook } from './arbitraries';

// toEqual, not toStrictEqual: that one takes a label called 'constructor' for the object's class.
const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('restoreBackup', () => {
  it('gives back what makeBackup was given, through a file', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const restored = restoreBackup(throughFile(makeBackup(contents, '2026-11-23T00:00:00Z')));
        expect(restored).toEqual({ ok: true, value: contents });
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(restoreBackup(value).ok).toBe(false);
      }),
    );
  });

  it('takes a backup with one part spoilt whole or not at all', () => {
    const paths = ['settings', 'plan', 'imports', 'deals', 'edits', 'version', 'format'] as const;
    fc.assert(
      fc.property(anyContents, fc.constantFrom(...paths), fc.jsonValue(), (contents, path, rubbish) => {
        const backup = throughFile(makeBackup(contents, '')) as Record<string, unknown>;
        const restored = restoreBackup({ ...backup, [path]: rubbish });
        if (!restored.ok) return;
        // Rubbish may happen to be valid; what then comes out must be storable and complete.
        const again = restoreBackup(throughFile(makeBackup(restored.value, '')));
        expect(again).toEqual(restored);
        expect([...restored.value.deals.keys()]).toEqual(restored.value.imports.map(({ id }) => id));
      }),
    );
  });

  it('says where a backup is damaged', () => {
    const contents = {
      settings: defaultSettings('en', 'EUR'),
      plans: bookWith(defaultPlan('EUR')),
      imports: [],
      deals: new Map(),
      edits: [],
    };
    const backup = throughFile(makeBackup(contents, '')) as {
      plan: { plans: [{ plan: { kinds: { net: { dealValue: { value: unknown } } } } }] };
    };
    backup.plan.plans[0].plan.kinds.net.dealValue.value = -1;
    expect(restoreBackup(backup)).toEqual({
      ok: false,
      problem: { code: 'damagedBackup', params: { path: 'plan.plans.0.plan.kinds.net.dealValue.value' } },
    });
  });

  it('tells a newer backup from something else', () => {
    expect(restoreBackup({ format: 'seedcast-backup', version: 'later' })).toMatchObject({
      problem: { code: 'newerBackup', params: { version: 'later' } },
    });
    expect(restoreBackup({ hello: 1 })).toMatchObject({ problem: { code: 'notABackup' } });
    expect(restoreBackup(undefined)).toMatchObject({ problem: { code: 'notABackup' } });
  });

  it('has no active import where the import is missing', () => {
    const settings = { ...defaultSettings('en', 'EUR'), activeImport: 'gone' };
    const contents = { settings, plans: null, imports: [], deals: new Map(), edits: [] };
    expect(restoreBackup(throughFile(makeBackup(contents, '')))).toMatchObject({
      value: { settings: { activeImport: null } },
    });
  });
});

describe('restoreBackup of a dump from the rescue page', () => {
  it('takes the sound parts and leaves the damaged ones', () => {
    fc.assert(
      fc.property(anyContents, fc.boolean(), (contents, spoilsSettings) => {
        const dump = {
          format: 'seedcast-rescue',
          databaseVersion: 10 * VERSIONS.length,
          savedAt: '',
          stores: {
            documents: [
              { name: 'settings', value: spoilsSettings ? { locale: 'xx' } : contents.settings },
              ...(contents.plans ? [{ name: 'plan', value: contents.plans }] : []),
            ],
            imports: contents.imports.map((record) => ({ id: record.id, record })),
            blocks: [...contents.deals]
              .flatMap(([importId, deals]) =>
                deals.map((deal, index) => ({ importId, index, deals: [deal] })),
              )
              .reverse(),
            edits: contents.edits,
          },
        };
        const restored = restoreBackup(throughFile(dump));
        const expected = { ...contents, settings: spoilsSettings ? null : contents.settings };
        const isEmpty = !expected.settings && !expected.plans && expected.imports.length === 0;
        if (isEmpty) expect(restored.ok).toBe(false);
        else expect(restored).toEqual({ ok: true, value: expected });
      }),
    );
  });
});

describe('restore', () => {
  it('keeps known fields only', () => {
    fc.assert(
      fc.property(anyDeal, (deal) => {
        expect(restore('deal', { ...deal, extra: 1 })).toEqual({ ok: true, value: deal });
      }),
    );
  });

  it('refuses a deal that lacks any field or holds NaN or infinity', () => {
    fc.assert(
      fc.property(anyDeal, (deal) => {
        for (const field of Object.keys(deal)) {
          if (field === 'closedBeforeCreated' || field === 'slips') continue;
          const { [field]: _, ...rest } = { ...deal } as Record<string, unknown>;
          expect(restore('deal', rest)).toMatchObject({ problem: { params: { path: `deal.${field}` } } });
        }
        expect(restore('deal', { ...deal, amount: NaN }).ok).toBe(false);
        expect(restore('deal', { ...deal, amount: Infinity }).ok).toBe(false);
      }),
    );
  });

  it('refuses slips and stages seen that make no sense', () => {
    const [deal] = fc.sample(anyDeal, { seed: 1, numRuns: 1 });
    const pathOf = (patch: object) => restore('deal', { ...deal, ...patch });
    for (const slips of [null, 3, {}, { times: 0, days: 1, since: 1 }, { times: 1, days: 0.5, since: 1 }]) {
      expect(pathOf({ slips })).toMatchObject({ problem: { params: { path: 'deal.slips' } } });
    }
    const stageEntries = [{ stage: 'Offer', day: 20_000, isSeen: 'yes' }];
    expect(pathOf({ stageEntries })).toMatchObject({ problem: { params: { path: 'deal.stageEntries' } } });
  });

  it('refuses a plan whose kinds lack a stage', () => {
    expect(restore('plan', bookWith({ ...defaultPlan('SEK'), stageNames: ['Only one'] })).ok).toBe(false);
  });

  it('refuses plans without an active one, with an id twice, none at all or more than there may be', () => {
    fc.assert(
      fc.property(anyPlanBook, (book) => {
        const { plans } = book;
        const many = Array.from({ length: PLANS.max + 1 }, (_, id) => ({ ...plans[0], id: String(id) }));
        expect(restore('plan', { ...book, active: 'gone' }).ok).toBe(false);
        expect(restore('plan', { ...book, plans: [...plans, plans[0]] }).ok).toBe(false);
        expect(restore('plan', { ...book, plans: [] }).ok).toBe(false);
        expect(restore('plan', { ...book, active: '0', plans: many }).ok).toBe(false);
        expect(restore('plan', { ...book, active: '0', plans: many.slice(1) }).ok).toBe(false);
        expect(restore('plan', { ...book, active: '1', plans: many.slice(1) }).ok).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing it is given', () => {
    const book = Object.freeze(bookWith(defaultPlan('SEK')));
    expect(restore('plan', book)).toEqual({ ok: true, value: bookWith(defaultPlan('SEK')) });
  });
});
