import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../../src/engine';
import { backupRows, joinWords } from '../../../../src/ui/share/backup/backupWords';
import type { BackupContents } from '../../../../src/worker/protocol';
import { defaultSettings } from '../../../../src/workspace/defaultSettings';
import { bookWith } from '../../../../src/workspace/planBook';

const none = { plans: 0, variants: 0, kept: 0, imports: 0, edits: 0, noRoom: 0 };
const example = { files: ['example.csv'], isExample: true, dataDay: 20_000, deals: 2_483 };
const contents: BackupContents = {
  savedAt: null,
  companyName: '',
  currency: 'SEK',
  plans: [''],
  variants: [],
  kept: [],
  imports: [example],
  edits: 0,
  adds: none,
};

describe('joinWords', () => {
  it('says that the example company stays out, and never that it is here', () => {
    expect(joinWords(contents)).toMatch(/example company .* never added.* All else/);
    expect(joinWords({ ...contents, adds: { ...none, plans: 1 } })).toMatch(/1 plan.*example .* not added/);
  });

  it('says nothing of it where the file holds none', () => {
    const own = { ...contents, imports: [{ ...example, isExample: false }] };
    expect(joinWords(own)).toBe('All that is in the file is here already.');
    expect(joinWords({ ...own, adds: { ...none, imports: 1 } })).not.toContain('example');
  });
});

describe('backupRows', () => {
  it('calls nothing a plan that nobody has begun', () => {
    const plansHere = (hasStarted: boolean): string | undefined =>
      backupRows(contents, {
        settings: { ...defaultSettings('en', 'SEK'), hasStarted },
        plans: bookWith(defaultPlan('SEK')),
        imports: [],
      }).find(({ label }) => label === 'Plans')?.here;
    expect(plansHere(false)).toBe('–');
    expect(plansHere(true)).toBe('My plan');
  });
});
