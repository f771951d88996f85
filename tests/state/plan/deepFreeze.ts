/** Freezes an object and all in it, so that a function which changes its argument fails the test. */
export function deepFreeze<T extends object>(object: T): T {
  for (const value of Object.values(object))
    if (typeof value === 'object' && value !== null) deepFreeze(value);
  return Object.freeze(object);
}
