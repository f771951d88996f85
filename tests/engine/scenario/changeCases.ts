import {
  exactMean,
  type ChangeOfWhat,
  type FunnelModel,
  type Month,
  type ScenarioChange,
} from '../../../src/engine';

let made = 0;

/** A change that is on, from the first month of the test models (January 2026) to the end. */
export function change(what: ChangeOfWhat, patch: Partial<ScenarioChange> = {}): ScenarioChange {
  made += 1;
  return {
    ...what,
    id: `change-${made}`,
    isOn: true,
    from: '2026-01',
    months: null,
    shock: null,
    ...patch,
  } as ScenarioChange;
}

export const during = (from: Month, months: number | null): Partial<ScenarioChange> => ({ from, months });

/** Won value to come in each month, by the exact mean. */
export function valueByMonth(model: FunnelModel): number[] {
  return exactMean(model).map(({ kinds }) =>
    kinds.reduce((sum, kind) => sum + kind.valueFromOpen + kind.valueFromNew, 0),
  );
}

export function winsByMonth(model: FunnelModel): number[] {
  return exactMean(model).map(({ kinds }) =>
    kinds.reduce((sum, kind) => sum + kind.winsFromOpen + kind.winsFromNew, 0),
  );
}

export function costByMonth(model: FunnelModel): number[] {
  return exactMean(model).map(({ cost }) => cost ?? 0);
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Runs a generator to its end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
