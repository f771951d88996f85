import type { PeriodForecast } from '../../engine';
import type { ExtremesAnswer } from '../../worker/protocol';
import type { AppState } from '../app.svelte';

/** Best and worst made of the doubts of the forecast, for a period; what went wrong where it could not be worked out. */
export async function extremesFor(
  { workspace }: AppState,
  { from, to }: Pick<PeriodForecast, 'from' | 'to'>,
): Promise<{ answer: ExtremesAnswer } | { failure: string }> {
  const { plan, settings, today, plans, service } = workspace;
  const { base } = plans.scenarios;
  try {
    return { answer: await service.extremes({ of: { plan, settings, today }, base, from, to }) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
