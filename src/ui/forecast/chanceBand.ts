export type ChanceBand = 'likely' | 'even' | 'unlikely';

/** Two to one either way is what people mean by likely and unlikely; between them it may as well go one way as the other. */
const LIKELY_FROM = 2 / 3;
const UNLIKELY_TO = 1 / 3;

/** How a chance is called, wherever it is put in words. */
export function chanceBand(chance: number): ChanceBand {
  if (chance >= LIKELY_FROM) return 'likely';
  return chance <= UNLIKELY_TO ? 'unlikely' : 'even';
}
