import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import {
  closeStep,
  MOST_STEPS,
  NO_HISTORY,
  noteStep,
  redoStep,
  TYPING_MILLISECONDS,
  undoStep,
} from '../../../src/state/plan/planHistory';
import type { PlanHistory } from '../../../src/state/plan/planHistory';
import { bookWith } from '../../../src/workspace/planBook';
import type { PlanBook } from '../../../src/workspace/types';

const plan = defaultPlan('SEK');
const book = (active: string): PlanBook => ({
  ...bookWith(plan),
  active,
  plans: [{ id: active, name: '', plan }],
});
const figure = (key: string) => ({ code: 'figure' as const, key });

/** Goes all the way back; the books in the order they come up, and what is left. */
function undoAll(
  history: PlanHistory,
  current: PlanBook,
): { seen: string[]; history: PlanHistory; book: PlanBook } {
  const seen: string[] = [];
  let now = { history, book: current };
  for (let move = undoStep(now.history, now.book); move; move = undoStep(now.history, now.book)) {
    now = move;
    seen.push(move.book.active);
  }
  return { seen, ...now };
}

describe('planHistory', () => {
  it('goes back over every step in turn and forward again to where it was', () => {
    const steps = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), pause: fc.nat(3000) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (all) => {
        let history = NO_HISTORY;
        let now = 0;
        let joined = 0;
        all.forEach(({ key, pause }, index) => {
          now += pause;
          if (index > 0 && all[index - 1]?.key === key && pause <= TYPING_MILLISECONDS) joined++;
          history = noteStep(history, book(String(index)), figure(key), now, false);
        });
        const back = undoAll(history, book('end'));
        expect(back.seen).toHaveLength(all.length - joined);
        if (all.length > 0) expect(back.book.active).toBe('0');
        let forward = { history: back.history, book: back.book };
        for (let move = redoStep(forward.history, forward.book); move;) {
          forward = move;
          move = redoStep(forward.history, forward.book);
        }
        expect(forward.book.active).toBe('end');
        expect(undoAll(forward.history, forward.book).seen).toEqual(back.seen);
      }),
    );
  });

  it('takes all that a hand changes until it lets go as one step, however long it takes', () => {
    let history = NO_HISTORY;
    for (const [index, key] of ['several', 'a', 'a'].entries()) {
      history = noteStep(history, book(String(index)), figure(key), 10_000 * index, true);
    }
    history = noteStep(closeStep(history), book('3'), figure('a'), 30_001, true);
    expect(undoAll(history, book('end')).seen).toEqual(['3', '0']);
  });

  it('takes a figure that is typed digit by digit as one step, another figure as another', () => {
    let history = noteStep(NO_HISTORY, book('0'), figure('a'), 0, false);
    history = noteStep(history, book('1'), figure('a'), 900, false);
    history = noteStep(history, book('2'), { code: 'doubt', key: 'a' }, 1_000, false);
    history = noteStep(history, book('3'), figure('b'), 1_100, false);
    history = noteStep(history, book('4'), figure('b'), 2_101, false);
    expect(undoAll(history, book('end')).seen).toEqual(['4', '3', '2', '0']);
  });

  it('forgets what was undone once something else is changed, and lets nothing join a step gone back to', () => {
    let history = noteStep(NO_HISTORY, book('0'), figure('a'), 0, false);
    history = noteStep(history, book('1'), figure('b'), 0, false);
    const undone = undoStep(history, book('2'));
    expect(undone).toMatchObject({ book: { active: '1' }, code: 'figure' });
    const changed = noteStep(undone?.history ?? NO_HISTORY, book('1'), figure('a'), 1, false);
    expect(redoStep(changed, book('3'))).toBeNull();
    expect(undoAll(changed, book('3')).seen).toEqual(['1', '0']);
  });

  it('remembers no more than its limit, the newest', () => {
    let history = NO_HISTORY;
    for (let step = 0; step < MOST_STEPS + 5; step++) {
      history = noteStep(history, book(String(step)), figure(String(step)), 0, false);
    }
    const { seen } = undoAll(history, book('end'));
    expect(seen).toHaveLength(MOST_STEPS);
    expect(seen.at(-1)).toBe('5');
  });
});
