import { day, list, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { todayAsDay } from '../../../state/today';
import type { BackupContents, JoinedCounts } from '../../../worker/protocol';
import type { ImportRecord, PlanBook, Settings } from '../../../workspace/types';

/** A line of the table that sets a file beside what is here. */
export interface BackupRow {
  label: string;
  file: string;
  here: string;
}

export interface WhatIsHere {
  settings: Settings;
  plans: PlanBook;
  imports: readonly ImportRecord[];
}

type ImportFacts = BackupContents['imports'][number];

export function backupRows(contents: BackupContents, { settings, plans, imports }: WhatIsHere): BackupRow[] {
  const here = imports.map(({ files, isExample, dataDay, report }) => ({
    files,
    isExample,
    dataDay,
    deals: report.deals,
  }));
  const rows: BackupRow[] = [
    { label: m.backup_made(), file: madeOn(contents), here: m.backup_now() },
    { label: m.backup_company(), file: orNone(contents.companyName), here: orNone(settings.companyName) },
    {
      label: m.backup_plans(),
      file: planNames(contents.plans),
      // Before anything was begun there is only what everybody starts with.
      here: settings.hasStarted ? planNames(plans.plans.map(({ name }) => name)) : m.backup_none(),
    },
    {
      label: m.backup_variants(),
      file: orNone(list(contents.variants)),
      here: orNone(list(plans.scenarios.variants.map(({ name }) => name))),
    },
    { label: m.backup_imports(), file: importWords(contents.imports), here: importWords(here) },
    {
      label: m.backup_kept(),
      file: orNone(list(contents.kept)),
      here: orNone(list(plans.kept.map(({ name }) => name))),
    },
  ];
  const none = m.backup_none();
  return rows.filter(({ file, here: own }) => file !== none || own !== none);
}

/** "2 plans, 1 import": what joining would add; null where that is nothing. */
export function addedWords({ plans, variants, kept, imports, edits }: JoinedCounts): string | null {
  const words = (
    [
      [plans, m.backup_adds_plans],
      [variants, m.backup_adds_variants],
      [imports, m.backup_adds_imports],
      [edits, m.backup_adds_edits],
      [kept, m.backup_adds_kept],
    ] as const
  ).flatMap(([count, say]) => (count === 0 ? [] : [say({ count, shown: number(count) })]));
  return words.length === 0 ? null : list(words);
}

/** What joining would do to what is here. The example company never joins deals of one's own: where the file holds it, that is said. */
export function joinWords({ adds, imports }: BackupContents): string {
  const added = addedWords(adds);
  const hasExample = imports.some(({ isExample }) => isExample);
  if (added === null) return hasExample ? m.backup_join_only_example() : m.backup_join_nothing();
  const about = m.backup_join_about({ items: added });
  return hasExample ? `${about} ${m.backup_join_no_example()}` : about;
}

/** What a plan without a name is called beside others. */
export function joinedPlanName({ savedAt }: BackupContents): string {
  return savedAt === null
    ? m.backup_my_plan_restored()
    : m.backup_my_plan_of({ day: day(todayAsDay(new Date(savedAt)), 'long') });
}

function madeOn({ savedAt }: BackupContents): string {
  return savedAt === null ? m.backup_made_unknown() : day(todayAsDay(new Date(savedAt)), 'long');
}

function planNames(names: readonly string[]): string {
  return orNone(list(names.map((name) => (name === '' ? m.backup_my_plan() : name))));
}

function importWords(imports: readonly ImportFacts[]): string {
  return orNone(
    imports
      .map(({ isExample, dataDay, deals }) => {
        const words = { count: deals, deals: number(deals), day: day(dataDay) };
        return isExample ? m.backup_import_example(words) : m.backup_import(words);
      })
      .join('; '),
  );
}

function orNone(text: string): string {
  return text === '' ? m.backup_none() : text;
}
