/**
 * `npm run bench:fuzz [-- --json] [-- --cases=N] [-- --seed=N]`: opens 100,000 mutated links and files as the app does. Whole ones must
 * reopen equal; no other may throw, hang, change anything outside, or get by the limits. The last line of `--json` is
 * `{"cases","accepted","refused","failures","slowestMs"}`.
 */
import { largeCases, makeCase, randomFrom } from '../share/mutations.ts';
import type { Sample } from '../share/mutations.ts';
import { payloadOf } from '../share/payloadOf.ts';
import { planOnly, withHistory } from '../share/samples.ts';
import { MOST_MILLISECONDS, tryCase } from '../share/tryCase.ts';

const CASES = 100_000;
const SEED = 20_261_123;
/** Large ones are few: one in so many. */
const LARGE_EVERY = 2_000;
const RETRIES = 3;
/** Faults that are told of by name. */
const MOST_TOLD = 20;

function argument(name: string, otherwise: number): number {
  const given = process.argv.find((each) => each.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.split('=')[1]);
}

async function fuzz(): Promise<void> {
  const samples: Sample[] = [];
  for (const shared of [planOnly(), withHistory()])
    samples.push({ shared, payload: await payloadOf(shared) });
  const large = largeCases();
  const random = randomFrom(argument('seed', SEED));
  const stored = JSON.stringify(samples);
  const count = argument('cases', CASES);
  const done = { cases: 0, accepted: 0, refused: 0, failures: 0, slowestMs: 0 };
  let told = 0;
  const fail = (why: string): void => {
    done.failures += 1;
    if (told++ < MOST_TOLD) console.log(why);
  };
  // Code is compiled while it runs first: what that takes says nothing of a case.
  for (let warm = 0; warm < 200; warm++) await tryCase(makeCase(samples, randomFrom(warm)));
  for (const one of large) await tryCase(one);
  while (done.cases < count) {
    const isLarge = done.cases % LARGE_EVERY === 0;
    const tried = isLarge ? large[(done.cases / LARGE_EVERY) % large.length] : makeCase(samples, random);
    if (!tried) break;
    const { isAccepted, fault, ...first } = await tryCase(tried);
    let { milliseconds } = first;
    // Whoever else uses this machine may have taken the time: what is slow is slow again.
    for (let again = 0; again < RETRIES && milliseconds > MOST_MILLISECONDS; again++) {
      milliseconds = Math.min(milliseconds, (await tryCase(tried)).milliseconds);
    }
    done.cases += 1;
    done[isAccepted ? 'accepted' : 'refused'] += 1;
    if (fault !== null) fail(fault);
    if (milliseconds > MOST_MILLISECONDS) fail(`${tried.what}: took ${milliseconds.toFixed(0)} ms`);
    done.slowestMs = Math.max(done.slowestMs, Math.round(milliseconds));
  }
  if (JSON.stringify(samples) !== stored) fail('what the cases were made of has changed');
  if (done.accepted < done.cases / 10) fail('fewer than one case in ten was valid');
  console.log(process.argv.includes('--json') ? JSON.stringify(done) : describe(done));
  process.exitCode = done.failures > 0 ? 1 : 0;
}

function describe(done: Readonly<Record<string, number>>): string {
  return Object.entries(done)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

void fuzz();
