import type { ValueCount } from '../../../csv/types';
import type { ImportRecord } from '../../../workspace/types';

/** Source labels of an import. */
export function countSources(record: ImportRecord): readonly ValueCount[] {
  return Object.keys(record.mapping.sources).map((value) => ({ value, count: 0 }));
}
