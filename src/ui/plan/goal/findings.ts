import type { GoalAnswer, GoalMeasure } from '../../../engine';
import { chance, money, number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** An amount of what the goal counts: money, or deals. */
export function amountText(value: number, measure: GoalMeasure, currency: string): string {
  if (measure !== 'wins') return money(value, currency);
  const count = Math.round(value);
  return m.planGoal_deals({ count, number: number(count) });
}

/** The answer in a sentence, what it says between `**`. */
export function answerText(answer: GoalAnswer, currency: string): string {
  const { goal, scaledLeads, levers, easiest } = answer;
  const today = chance(answer.chance);
  if (answer.mean <= 0) return m.planGoal_answer_nothing();
  if (answer.chance >= goal.chance) {
    const sure = amountText(answer.atChance, goal.measure, currency);
    return m.planGoal_answer_already({ today, sure, wanted: percent(goal.chance) });
  }
  const hasLever = levers.some(({ outcome }) => outcome === 'reached');
  if (scaledLeads !== null && scaledLeads.factor > 1) {
    const { factor } = scaledLeads;
    if (factor >= MANY_TIMES) {
      const times = number(factor, factor < 10 ? 1 : 0);
      return hasLever
        ? m.planGoal_answer_times_or({ today, times })
        : m.planGoal_answer_times({ today, times });
    }
    const more = percent(factor - 1, factor < 1.1 ? 1 : 0);
    return hasLever ? m.planGoal_answer_leads_or({ today, more }) : m.planGoal_answer_leads({ today, more });
  }
  if (hasLever) return m.planGoal_answer_levers({ today });
  if (easiest?.outcome === 'reached') return m.planGoal_answer_mix({ today });
  return m.planGoal_answer_none({ today, best: chance(bestChance(answer)) });
}

/** From here on "five times as many" says more than "400 % more". */
const MANY_TIMES = 3;

/** The best that anything gets to. */
export function bestChance({ chance: today, levers, easiest, cheapest }: GoalAnswer): number {
  return Math.max(today, ...levers.map((lever) => lever.chance), easiest?.chance ?? 0, cheapest?.chance ?? 0);
}
