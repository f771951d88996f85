import type { Inspection } from '../../../csv/types';
import type { ImportRecord } from '../../../workspace/types';

/**
 * The currency that everything is counted in once these files are imported: the first import of the user's own brings the
 * one most of its deals are in (worker/importing); after that it is a setting.
 */
export function homeCurrency(
  { currencies, mapping }: Inspection,
  imports: readonly ImportRecord[],
  setting: string,
): string {
  if (imports.some(({ isExample }) => !isExample)) return setting;
  return currencies[0]?.value ?? (mapping.currency || setting);
}
