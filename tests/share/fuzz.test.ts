import { beforeAll, describe, expect, it } from 'vitest';
import { largeCases, makeCase, randomFrom } from './mutations';
import type { Sample } from './mutations';
import { payloadOf } from './payloadOf';
import { planOnly, withHistory } from './samples';
import { tryCase } from './tryCase';

let samples: readonly Sample[] = [];
beforeAll(async () => {
  samples = await Promise.all(
    [planOnly(), withHistory()].map(async (shared) => ({ shared, payload: await payloadOf(shared) })),
  );
});

describe('links and files of any sort', () => {
  // `npm run bench:fuzz` tries 100,000, and how long each takes.
  it('open as what they were made of, or are refused', async () => {
    const random = randomFrom(20_261_123);
    const faults: string[] = [];
    let accepted = 0;
    const cases = 1_000;
    for (let tried = 0; tried < cases; tried++) {
      const { isAccepted, fault } = await tryCase(makeCase(samples, random));
      if (isAccepted) accepted += 1;
      if (fault !== null) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(cases / 10);
  });

  it('are refused where they are too large to be looked at', async () => {
    for (const large of largeCases()) {
      expect(await tryCase(large), large.what).toMatchObject({ isAccepted: false, fault: null });
    }
  });
});
