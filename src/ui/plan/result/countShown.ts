/** Counts the answers that are shown: a function of an answer that is one more whenever it is another one than before. */
export function countShown(): (answer: object | null) => number {
  let last: object | null = null;
  let count = 0;
  return (answer) => {
    if (answer !== null && answer !== last) count += 1;
    last = answer;
    return count;
  };
}
