import type { Component } from 'svelte';
import { m } from '../../i18n/paraglide/messages';
import type { PlanEditor } from '../../state/plan/planEditor';

/** A part of the Plan screen beside the assumptions, at an address of its own (`#/plan/goal`); loaded when asked for. */
export interface PlanTab {
  part: string;
  name: () => string;
  load: () => Promise<{ default: Component<{ editor: PlanEditor }> }>;
}

export const PLAN_TABS: readonly PlanTab[] = [
  { part: 'goal', name: m.planGoal_tab, load: () => import('./goal/Goal.svelte') },
  { part: 'matters', name: m.planMatters_tab, load: () => import('./matters/Matters.svelte') },
];
