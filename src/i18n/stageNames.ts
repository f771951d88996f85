import { m } from './paraglide/messages';

/** Names of the stages one starts with, in the language on screen. */
export function defaultStageNames(): readonly string[] {
  return [m.plan_stage_1(), m.plan_stage_2(), m.plan_stage_3(), m.plan_stage_4()];
}
