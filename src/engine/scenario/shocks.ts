import type { Month } from '../calendar/calendar';
import type { Evidence } from './evidence';
import type { ChangeOfWhat, ScenarioChange, ShockName } from './scenario';

/** What the strength of a ready-made change counts. */
export type ShockStrength =
  | 'leadsLost' // share of leads that do not come
  | 'leadsMore' // share of leads that come on top
  | 'rivalPriceCut' // share by which a competitor goes below
  | 'valueLost' // share of deal values given away
  | 'deals' // number of deals
  | 'sellingLost' // share of the selling that the seller did
  | 'priceRise' // share by which prices rise
  | 'churnLess' // share of the churn that ends
  | 'spendMore' // share of spend on top
  | 'none'; // there is nothing to set

export interface ShockRule {
  strengthIs: ShockStrength;
  /** To start from, and the limits (both allowed). */
  strength: { usual: number; min: number; max: number };
  /** How long it lasts to start from; null = to the end of the forecast. */
  months: number | null;
  /** When it begins to start from: now, or (a season) in the month that has most leads anyway. */
  begins: 'now' | 'bestMonth';
  /** What it rests on, the strongest first. */
  evidence: readonly Evidence[];
  changes: (strength: number) => readonly ChangeOfWhat[];
}

/** Of a seller's wins this part is lost while the place is empty; the rest others take over. Judgement. */
const LOST_WITH_SELLER = 0.5;
/** Means of studies of consumer goods, for want of any about business deals. */
const PRICE_ELASTICITY = -2.62;
const CROSS_PRICE_ELASTICITY = 0.26;

const SHARE = { min: 0.01, max: 0.9 };

/** The ready-made changes: what each means, and on what evidence. Formulas and sources: docs/methods.md, "Scenarios". */
export const SHOCK_RULES: Readonly<Record<ShockName, ShockRule>> = {
  downturn: {
    strengthIs: 'leadsLost',
    strength: { usual: 0.2, ...SHARE },
    months: 12,
    begins: 'now',
    evidence: ['judgement'],
    // Who still asks buys more rarely and takes longer: half as much in proportion.
    changes: (lost) => [
      { what: 'leads', kind: 'all', factor: 1 - lost },
      { what: 'winRate', kind: 'all', factor: 1 - lost / 2 },
      { what: 'days', kind: 'all', factor: 1 + lost / 2 },
    ],
  },
  seasonalPeak: {
    strengthIs: 'leadsMore',
    strength: { usual: 0.3, min: 0.01, max: 5 },
    months: 2,
    begins: 'bestMonth',
    evidence: ['ownSeason', 'judgement'],
    changes: (more) => [{ what: 'leads', kind: 'all', factor: 1 + more }],
  },
  priceCutByCompetitor: {
    strengthIs: 'rivalPriceCut',
    strength: { usual: 0.1, ...SHARE },
    months: 12,
    begins: 'now',
    evidence: ['auer2020', 'judgement'],
    changes: (cut) => [{ what: 'winRate', kind: 'all', factor: Math.pow(1 - cut, CROSS_PRICE_ELASTICITY) }],
  },
  bonusBackfires: {
    strengthIs: 'valueLost',
    strength: { usual: 0.07, ...SHARE },
    months: null,
    begins: 'now',
    evidence: ['larkin2014', 'oyer1998'],
    changes: (lost) => [{ what: 'value', kind: 'all', factor: 1 - lost }],
  },
  biggestDealLost: {
    strengthIs: 'deals',
    strength: { usual: 1, min: 1, max: 20 },
    months: null,
    begins: 'now',
    evidence: ['ownDeals'],
    changes: (deals) => [{ what: 'loseBiggestDeals', deals: Math.round(deals) }],
  },
  sellerLeaves: {
    strengthIs: 'sellingLost',
    strength: { usual: 0.25, ...SHARE },
    months: 6,
    begins: 'now',
    evidence: ['ownSellers', 'judgement'],
    changes: (share) => [{ what: 'winRate', kind: 'all', factor: 1 - LOST_WITH_SELLER * share }],
  },
  priceRise: {
    strengthIs: 'priceRise',
    strength: { usual: 0.05, min: 0.01, max: 1 },
    months: null,
    begins: 'now',
    evidence: ['bijmolt2005', 'judgement'],
    changes: (rise) => [
      { what: 'value', kind: 'all', factor: 1 + rise },
      { what: 'winRate', kind: 'all', factor: Math.pow(1 + rise, PRICE_ELASTICITY) },
    ],
  },
  churnHalves: {
    strengthIs: 'churnLess',
    strength: { usual: 0.5, min: 0.01, max: 1 },
    months: null,
    begins: 'now',
    evidence: ['ownChurn', 'judgement'],
    changes: (less) => [{ what: 'churn', factor: 1 - less }],
  },
  campaign: {
    strengthIs: 'spendMore',
    strength: { usual: 0.5, min: 0.01, max: 9 },
    months: 3,
    begins: 'now',
    evidence: ['ownElasticity', 'sethuraman2011'],
    changes: (more) => [{ what: 'spend', factor: 1 + more }],
  },
  hiringFreeze: {
    strengthIs: 'none',
    strength: { usual: 1, min: 1, max: 1 },
    months: 12,
    begins: 'now',
    evidence: ['ownHires'],
    changes: () => [{ what: 'hiringFreeze' }],
  },
};

/** Digits that a ready-made factor is shown and shared with. */
const DIGITS = 3;

/**
 * The changes of a ready-made shock; strengths beyond its limits are brought to the nearer one. Factors have three decimals.
 *
 * @param newId an id for each change, unlike all others of its variant; without it they are unlike each other only
 * @example shockChanges('priceRise', 0.05, '2027-01', null) // value × 1.05, win rate × 0.88
 */
export function shockChanges(
  shock: ShockName,
  strength: number,
  from: Month,
  months: number | null,
  newId: (index: number) => string = (index) => `${shock}-${from}-${index}`,
): ScenarioChange[] {
  const rule = SHOCK_RULES[shock];
  const within = Math.min(rule.strength.max, Math.max(rule.strength.min, strength));
  return rule.changes(within).map((change, index): ScenarioChange => ({
    ...('factor' in change ? { ...change, factor: Number(change.factor.toFixed(DIGITS)) } : change),
    id: newId(index),
    isOn: true,
    from,
    months,
    shock,
  }));
}
