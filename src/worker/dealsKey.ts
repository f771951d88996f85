import type { ImportRecord, Settings } from '../workspace/types';

const byLabel = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/**
 * Names all that the deals in use, and what they count for, follow from: import, edits, sorting of sources, currency, rates
 * and what is left out. Whatever is worked out from the deals is kept under it. The deals of an import never change.
 *
 * @param edits those that touch the import, as one text
 */
export function dealsKey({ id, mapping }: ImportRecord, settings: Settings, edits: string): string {
  const { currency, rates, sourceKinds } = settings;
  return JSON.stringify([
    id,
    [...(mapping.leaveOut ?? [])].sort(),
    [...(mapping.leaveOutSources ?? [])].sort(),
    [...(mapping.leaveOutPipelines ?? [])].sort(),
    currency,
    Object.entries(rates).sort(byLabel),
    Object.entries(sourceKinds).sort(byLabel),
    edits,
  ]);
}
