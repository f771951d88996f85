/**
 * A number at so many significant digits. What is not finite stays as it is, and so do whole numbers: days, counts, and what
 * somebody has typed.
 */
export function atDigits(value: number, digits: number): number {
  return Number.isFinite(value) && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;
}

/** A copy of plain data with every number at so many significant digits. */
export function roundedDeep<T>(data: T, digits: number): T {
  if (typeof data === 'number') return atDigits(data, digits) as T;
  if (Array.isArray(data)) return data.map((entry: unknown) => roundedDeep(entry, digits)) as T;
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([key, entry]) => [key, roundedDeep(entry, digits)]),
    ) as T;
  }
  return data;
}
