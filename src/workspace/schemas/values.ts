import * as v from 'valibot';
import type { Month } from '../../engine';
import { AMOUNT, FIRST_DAY, LABELS, LAST_DAY, NAME_LENGTH, TEXT_LENGTH } from '../limits';

export const text = v.pipe(v.string(), v.maxLength(TEXT_LENGTH));
export const name = v.pipe(v.string(), v.maxLength(NAME_LENGTH));
export const day = v.pipe(v.number(), v.integer(), v.minValue(FIRST_DAY), v.maxValue(LAST_DAY));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
export const money = v.pipe(v.number(), v.minValue(-AMOUNT), v.maxValue(AMOUNT));
export const kind = v.picklist(['seed', 'net', 'spear', 'unsorted']);
export const outcome = v.picklist(['open', 'won', 'lost']);

/** A finite number between two limits, both allowed. */
export function between({ min, max }: { min: number; max: number }) {
  return v.pipe(v.number(), v.minValue(min), v.maxValue(max));
}

export const month = v.custom<Month>(
  (input) => typeof input === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(input),
);
/** A target for a period; null = none. */
export const target = v.nullable(between({ min: 0, max: AMOUNT }));

function isPlainObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/**
 * An object used as a table from labels to values. Unlike `v.record` it keeps labels such as 'constructor', which a
 * user's source may well be called: entries are defined, never assigned, so no label reaches a prototype.
 */
export function table<T>(values: v.GenericSchema<unknown, T>, maxEntries = LABELS) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isPlainObject),
    v.rawTransform<Record<string, unknown>, Record<string, T>>(({ dataset, addIssue, NEVER }) => {
      const entries = Object.entries(dataset.value);
      if (entries.length > maxEntries) {
        addIssue({ message: `more than ${maxEntries} entries` });
        return NEVER;
      }
      const kept: [string, T][] = [];
      for (const [key, value] of entries) {
        const result = v.safeParse(values, value);
        if (key.length > TEXT_LENGTH || !result.success) {
          addIssue({
            message: 'entry outside limits',
            path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }],
          });
          return NEVER;
        }
        kept.push([key, result.output]);
      }
      return Object.fromEntries(kept);
    }),
  );
}
