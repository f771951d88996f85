import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../src/engine';
import type { WorkspaceContents } from '../../src/workspace/contents';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import { untouched } from '../../src/workspace/dealEdits';
import { IMPORTS, KEPT_FORECASTS, PLANS, SCENARIO_LIMITS } from '../../src/workspace/limits';
import { mergeContents } from '../../src/workspace/mergeContents';
import type { ContentsHere, Joined } from '../../src/workspace/mergeContents';
import { bookWith } from '../../src/workspace/planBook';
import { restore } from '../../src/workspace/restore';
import { anyContents } from './arbitraries';

let made = 0;
const names = { plan: 'Restored', newId: () => `new-${String(++made)}` };
const join = (here: ContentsHere, incoming: ContentsHere): Joined => mergeContents(here, incoming, names);

const after = (here: WorkspaceContents, { settings, plans, imports, edits }: Joined): ContentsHere => ({
  settings,
  plans,
  imports: [...here.imports, ...imports],
  edits: [...here.edits, ...edits],
});

const NOTHING: ContentsHere = { settings: null, plans: null, imports: [], edits: [] };
const mine: ContentsHere = {
  ...NOTHING,
  settings: { ...defaultSettings('en', 'EUR'), sourceKinds: { Webb: 'net' }, rates: { SEK: 0.09 } },
  plans: bookWith(defaultPlan('EUR')),
};

describe('mergeContents', () => {
  it('changes nothing that is here, and stays within all limits', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (here, incoming) => {
        const joined = join(here, incoming);
        if (here.plans && joined.plans) {
          const { active, plans, scenarios, kept } = joined.plans;
          expect(active).toBe(here.plans.active);
          expect(plans.slice(0, here.plans.plans.length)).toEqual(here.plans.plans);
          expect(scenarios.variants.slice(0, here.plans.scenarios.variants.length)).toEqual(
            here.plans.scenarios.variants,
          );
          expect(kept.slice(0, here.plans.kept.length)).toEqual(here.plans.kept);
          expect(plans.length).toBeLessThanOrEqual(PLANS.max);
          expect(scenarios.variants.length).toBeLessThanOrEqual(SCENARIO_LIMITS.variants.max);
          expect(kept.length).toBeLessThanOrEqual(KEPT_FORECASTS);
          // What is stored is what could be read again.
          expect(restore('plan', joined.plans).ok).toBe(true);
        }
        if (here.settings) {
          const { sourceKinds, rates, mappings, activeImport, hasStarted, ...others } = here.settings;
          const { sellers, paymentDelayDays, ...rest } = others;
          expect(joined.settings).toMatchObject(rest);
          expect(Object.entries(joined.settings?.sourceKinds ?? {})).toEqual(
            expect.arrayContaining(Object.entries(sourceKinds)),
          );
          expect(Object.entries(joined.settings?.rates ?? {})).toEqual(
            expect.arrayContaining(Object.entries(rates)),
          );
          expect(Object.entries(joined.settings?.sellers ?? {})).toEqual(
            expect.arrayContaining(Object.entries(sellers)),
          );
          if (paymentDelayDays !== null) expect(joined.settings?.paymentDelayDays).toBe(paymentDelayDays);
          expect(Object.keys(joined.settings?.mappings ?? {})).toEqual(
            expect.arrayContaining(Object.keys(mappings)),
          );
          if (here.imports.length > 0) expect(joined.settings?.activeImport).toBe(activeImport);
          if (hasStarted) expect(joined.settings?.hasStarted).toBe(true);
        }
        const ids = new Set(here.imports.map(({ id }) => id));
        expect(joined.imports.some(({ id, isExample }) => isExample || ids.has(id))).toBe(false);
        expect(here.imports.length + joined.imports.length).toBeLessThanOrEqual(
          Math.max(here.imports.length, IMPORTS),
        );
        const edited = new Set(here.edits.map(({ dealId }) => dealId));
        expect(joined.edits.some(({ dealId, ofExample }) => ofExample || edited.has(dealId))).toBe(false);
      }),
    );
  });

  it('adds nothing a second time', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (here, incoming) => {
        const { counts } = join(after(here, join(here, incoming)), incoming);
        expect(counts).toMatchObject({ plans: 0, variants: 0, kept: 0, imports: 0, edits: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('gives what joins a name and an id of its own where those are taken', () => {
    const plan = { ...defaultPlan('EUR'), cash: 1 };
    const other = { ...bookWith(defaultPlan('SEK')) };
    const named = { ...other, plans: [...other.plans, { id: 'p2', name: 'restored', plan }] };
    const joined = join(mine, { ...NOTHING, plans: named });
    expect(joined.plans?.plans.map(({ name }) => name)).toEqual(['', 'Restored', 'restored 2']);
    expect(new Set(joined.plans?.plans.map(({ id }) => id)).size).toBe(3);
    expect(joined.counts.plans).toBe(2);
  });

  it('takes over of settings only what nothing is said of here, and rates only of the same currency', () => {
    const theirs = { sourceKinds: { Webb: 'seed', Mail: 'spear' }, rates: { SEK: 0.1, NOK: 0.09 } } as const;
    const euro = join(mine, { ...NOTHING, settings: { ...defaultSettings('sv', 'EUR'), ...theirs } });
    expect(euro.settings).toMatchObject({
      locale: 'en',
      sourceKinds: { Webb: 'net', Mail: 'spear' },
      rates: { SEK: 0.09, NOK: 0.09 },
    });
    const crowns = join(mine, { ...NOTHING, settings: { ...defaultSettings('sv', 'DKK'), ...theirs } });
    expect(crowns.settings?.rates).toEqual({ SEK: 0.09 });
  });

  it('brings what nothing is said of here: of sellers, and how long customers take to pay', () => {
    const quota = (quotaPerQuarter: number | null) => ({ quotaPerQuarter, startedOn: null });
    const here = { ...mine, settings: { ...defaultSettings('en', 'EUR'), sellers: { Bo: quota(1) } } };
    const theirs = {
      sellers: { Bo: quota(2), Ada: quota(3), constructor: { ...quota(4), hasLeft: true as const } },
      paymentDelayDays: 45,
    };
    const euro = join(here, { ...NOTHING, settings: { ...defaultSettings('sv', 'EUR'), ...theirs } });
    expect(Object.entries(euro.settings?.sellers ?? {})).toEqual([
      ['Bo', quota(1)],
      ['Ada', quota(3)],
      ['constructor', { ...quota(4), hasLeft: true }],
    ]);
    expect(euro.settings?.paymentDelayDays).toBe(45);
    // A quota is a sum of money: in another currency it means nothing.
    const crowns = join(here, { ...NOTHING, settings: { ...defaultSettings('sv', 'SEK'), ...theirs } });
    expect(Object.entries(crowns.settings?.sellers ?? {})).toEqual([
      ['Bo', quota(1)],
      ['constructor', { ...quota(null), hasLeft: true }],
    ]);
  });

  it('leaves what was said of a deal here as it is, and brings what nothing was said of', () => {
    const here = { ...mine, edits: [{ ...untouched('1'), isExcluded: true }] };
    const edits = [
      { ...untouched('1'), changes: { name: { from: 'a', to: 'b' } } },
      { ...untouched('2'), isExcluded: true },
      { ...untouched('3'), isExcluded: true, ofExample: true as const },
    ];
    expect(join(here, { ...NOTHING, edits }).edits.map(({ dealId }) => dealId)).toEqual(['2']);
  });
});
