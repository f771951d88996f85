import type { Inspection } from '../csv/types';
import type { ImportMapping } from '../workspace/importTypes';

/**
 * The mapping saved for this shape of file, where it reads these files too without a question: nothing is ambiguous and every
 * label that says won, lost or open was there when the user last looked. New sources are no obstacle: they can be sorted at
 * any time. null where the user has to look.
 */
export function mappingAsLastTime(
  inspection: Inspection,
  mappings: Readonly<Record<string, ImportMapping>>,
): ImportMapping | null {
  const { fingerprint, mapping, outcomeValues, questions } = inspection;
  const saved = Object.hasOwn(mappings, fingerprint) ? mappings[fingerprint] : undefined;
  if (!saved || questions.length > 0 || mapping.currency === '') return null;
  const isKnown = ({ value }: { value: string }): boolean =>
    value === '' || Object.hasOwn(saved.outcomes, value);
  return outcomeValues.every(isKnown) ? mapping : null;
}
