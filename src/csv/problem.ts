import type { ImportProblem, ImportResult } from './types';

/** A failed result: a code for i18n and what its sentence needs. */
export function fail(
  code: ImportProblem['code'],
  params: ImportProblem['params'] = {},
): { ok: false; problem: ImportProblem } {
  return { ok: false, problem: { code, params } };
}

export function succeed<T>(value: T): ImportResult<T> {
  return { ok: true, value };
}
