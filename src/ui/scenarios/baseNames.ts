import type { ScenarioBase } from '../../engine';
import { m } from '../../i18n/paraglide/messages';

/** What the variants start from, in a word or two. */
export const BASE_NAMES: Readonly<Record<ScenarioBase, () => string>> = {
  asForecast: m.scenarios_base_asForecast,
  plan: m.scenarios_base_plan,
  history: m.scenarios_base_history,
};

export const BASE_NOTES: Readonly<Record<ScenarioBase, () => string>> = {
  asForecast: m.scenarios_base_about_asForecast,
  plan: m.scenarios_base_about_plan,
  history: m.scenarios_base_about_history,
};
