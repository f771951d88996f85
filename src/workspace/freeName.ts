import { NAME_LENGTH } from './limits';

/** Whether one of the others is called so; capitals make no difference. What has no name can't be taken. */
export function isNameTaken(name: string, others: readonly string[]): boolean {
  const wanted = name.toLocaleLowerCase();
  return wanted !== '' && others.some((other) => other.toLocaleLowerCase() === wanted);
}

/**
 * The name, short enough, or where another has it, with the first number that makes it one of its own.
 *
 * @example freeName('Plan', ['plan', 'Plan 2']) // 'Plan 3'
 */
export function freeName(name: string, others: readonly string[]): string {
  const wanted = name.trim();
  let free = wanted.slice(0, NAME_LENGTH);
  for (let count = 2; isNameTaken(free, others); count++) {
    const ending = ` ${count}`;
    free = wanted.slice(0, NAME_LENGTH - ending.length).trimEnd() + ending;
  }
  return free;
}
