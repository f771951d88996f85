import { number } from './format';

export type Params = Readonly<Record<string, string | number>>;

/** A parameter as text: numbers by locale, a missing one as "?" rather than "undefined". */
export function parameter(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined) return '?';
  return typeof value === 'number' ? number(value, 1) : value;
}
