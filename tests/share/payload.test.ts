import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableModel } from '../../src/engine';
import { toBase64Url } from '../../src/share/bytes';
import { compress } from '../../src/share/compression';
import { openSharedForecast } from '../../src/share/openShared';
import { writePayload } from '../../src/share/payload';
import type { SharedForecast } from '../../src/workspace/sharedForecast';
import { restoreShared } from '../../src/workspace/restoreShared';
import { anyPlan } from '../engine/plan/anyPlan';
import { anyModel } from '../engine/simulate/models';
import { anyScenarios } from '../workspace/arbitraries';
import { payloadOf } from './payloadOf';
import { planOnly, withHistory } from './samples';

async function reopen(shared: SharedForecast, passphrase: string | null = null) {
  return await openSharedForecast(await payloadOf(shared, passphrase), passphrase);
}

describe('a link', () => {
  it.each([planOnly(), withHistory()])('gives back what it was made of: $title', async (shared) => {
    expect(await reopen(shared)).toEqual({ ok: true, value: shared });
    expect(await reopen(shared, 'pass')).toEqual({ ok: true, value: shared });
  });

  it('gives back any plan, model and scenarios there may be', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, anyModel, anyScenarios, async (plan, model, scenarios) => {
        const { start, currency, fiscalYearStart } = model;
        const fitted = portableModel(model);
        const shared = { ...planOnly(), plan, scenarios, fitted, start, currency, fiscalYearStart };
        // Models that no gate lets in (a beta of no cases) need not travel.
        if (!restoreShared(shared).ok) return;
        expect(await reopen(shared)).toEqual({ ok: true, value: shared });
      }),
    );
  });

  it('is as short as was promised', async () => {
    // 1,500 for a typical plan, 6,000 with a history, open deals and three scenarios: see docs/architecture.md for a real one.
    expect((await payloadOf(planOnly())).length).toBeLessThan(500);
    expect((await payloadOf(withHistory())).length).toBeLessThan(5_000);
  });

  it('has only characters that every program takes for part of an address', async () => {
    expect(await payloadOf(withHistory())).toMatch(/^first\.[A-Za-z0-9_-]+$/);
    expect(await payloadOf(withHistory(), 'x')).toMatch(/^first~[A-Za-z0-9_-]+$/);
  });

  it('tells nothing of what is locked, and is another one each time', async () => {
    const [one, other] = [await payloadOf(planOnly(), 'x'), await payloadOf(planOnly(), 'x')];
    expect(one.slice(20)).not.toBe(other.slice(20));
    const packed = toBase64Url(await compress(new TextEncoder().encode('First year')));
    expect(one).not.toContain(packed.slice(0, 8));
  });

  it('opens whichever way the passphrase’s letters were put together', async () => {
    const payload = await payloadOf(planOnly(), 'cafe\u0301');
    expect(await openSharedForecast(payload, 'caf\u00e9')).toMatchObject({ ok: true });
  });

  it('is not made where it would be too long to open', async () => {
    const variants = Array.from({ length: 900 }, (_, index) => ({
      id: String(index),
      // Nothing that packing could make shorter.
      name: Array.from({ length: 190 }, (_, place) =>
        String.fromCharCode(0x4e00 + ((index * 7919 + place * 104_729) % 20_000)),
      ).join(''),
      changes: [],
    }));
    const shared = { ...planOnly(), scenarios: { base: 'plan' as const, variants } };
    expect(await writePayload(shared, null)).toMatchObject({ ok: false, problem: { code: 'tooLarge' } });
  });
});
