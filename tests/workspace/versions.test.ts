import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/workspace/backup';
import { migrate, MIGRATIONS } from '../../src/workspace/migrate';
import { VERSIONS } from '../../src/workspace/versions';

const fixture = (version: string): URL => new URL(`../fixtures/workspace/${version}.json`, import.meta.url);

describe('versions', () => {
  it('are joined by one migration for each pair of neighbours', () => {
    const steps = MIGRATIONS.map(({ from, to }) => [from, to]);
    expect(steps).toStrictEqual(VERSIONS.slice(1).map((to, place) => [VERSIONS[place], to]));
  });

  it.each(VERSIONS)('%s: a backup that was written then is restored whole', (version) => {
    expect(existsSync(fixture(version)), 'keep a backup of each version that ships').toBe(true);
    const saved: unknown = JSON.parse(readFileSync(fixture(version), 'utf8'));
    expect(saved).toMatchObject({ format: 'seedcast-backup', version });
    const restored = restoreBackup(saved);
    expect(restored.ok).toBe(true);
    if (!restored.ok) return;
    expect(restored.value.settings?.activeImport).toBe('import-1');
    const { plans } = restored.value;
    expect(plans?.plans.map(({ name }) => name)).toContain('');
    expect(plans?.plans.some(({ id }) => id === plans.active)).toBe(true);
    expect(restored.value.deals.get('import-1')).toHaveLength(2);
    expect(restored.value.edits.filter(({ isExcluded }) => isExcluded)).toHaveLength(1);
  });
});

describe('what was said of sellers', () => {
  it('comes back, whatever they are called; older versions knew nothing of it', () => {
    const settingsOf = (version: string) => {
      const restored = restoreBackup(JSON.parse(readFileSync(fixture(version), 'utf8')));
      return restored.ok ? restored.value.settings : null;
    };
    const said = settingsOf('team');
    expect(said?.paymentDelayDays).toBe(45);
    expect(Object.entries(said?.sellers ?? {})).toEqual([
      ['Åsa Lind', { quotaPerQuarter: 900_000, startedOn: null }],
      ['constructor', { quotaPerQuarter: null, startedOn: 20_720 }],
      ['Bo Ek', { quotaPerQuarter: null, startedOn: null, hasLeft: true }],
    ]);
    for (const version of VERSIONS.slice(0, -1))
      expect(settingsOf(version)).toMatchObject({ sellers: {}, paymentDelayDays: null });
  });
});

describe('forecasts of others that were kept', () => {
  it('come back with their history and scenarios', () => {
    const restored = restoreBackup(JSON.parse(readFileSync(fixture('scenarios'), 'utf8')));
    const kept = restored.ok ? restored.value.plans?.kept : [];
    expect(kept?.map(({ shared }) => shared.fitted?.open.length ?? null)).toEqual([null, 12]);
    expect(kept?.[1]?.shared.scenarios.variants).toHaveLength(3);
  });
});

describe('migrate', () => {
  const chain = [
    { from: 'a', to: 'b', parts: { plan: (value: unknown) => `${String(value)}b`, edit: () => null } },
    { from: 'b', to: 'c', parts: { plan: (value: unknown) => `${String(value)}c` } },
  ];

  it('takes every step from the version on, in order', () => {
    expect(migrate('plan', 'x', 'a', chain)).toBe('xbc');
    expect(migrate('plan', 'x', 'b', chain)).toBe('xc');
    expect(migrate('plan', 'x', 'c', chain)).toBe('x');
  });

  it('leaves parts alone that a step does not name', () => {
    expect(migrate('settings', 'x', 'a', chain)).toBe('x');
    expect(migrate('edit', 'x', 'a', chain)).toBeNull();
  });
});
