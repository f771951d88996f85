import { ASSUMPTION_RULES } from '../plan/assumptionRules';
import type { LeverName, LeverTerms } from './lever';

/** What all levers of one name have in common. */
export interface LeverShape {
  terms: LeverTerms;
  better: 'more' | 'less';
  /** `ratio`: relative changes; `odds`: changes of the odds of a share; `points`: so much up and down. */
  scale: 'ratio' | 'odds' | 'points';
  /** Of `points`: what counts as much as 10 % of another lever. */
  pointsPerStep?: number;
  /** Limits that hold whatever the plan. */
  min: number;
  max: number;
  isWhole?: boolean;
  hasCost?: boolean;
  isDetail?: boolean;
}

/** Heads that can be hired in a month, whatever the plan. */
const MOST_HIRES = 1_000;
/** Leads that double every month grow past every number that means anything. */
const MOST_GROWTH = 1;
/** More than a new lead a month from every customer is no longer a referral rate. */
const MOST_REFERRALS = 2;

const GROWTH = {
  better: 'more',
  scale: 'points',
  min: ASSUMPTION_RULES.growthPerMonth.min,
  max: MOST_GROWTH,
  pointsPerStep: 0.01,
} as const;
const SHARE = { scale: 'odds', min: 0, max: 1 } as const;

export const LEVER_SHAPES: Readonly<Record<LeverName, LeverShape>> = {
  leads: {
    terms: 'leadsPerMonth',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: ASSUMPTION_RULES.leadsPerMonth.max,
  },
  growth: { ...GROWTH, terms: 'growthPerMonth', isDetail: true },
  referrals: { terms: 'leadsPerCustomer', better: 'more', scale: 'ratio', min: 0, max: MOST_REFERRALS },
  spend: {
    terms: 'moneyPerMonth',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: ASSUMPTION_RULES.spendPerMonth.max,
    hasCost: true,
  },
  prospectors: {
    terms: 'people',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: ASSUMPTION_RULES.prospectors.max,
    isWhole: true,
    hasCost: true,
    // Nobody gets people who are at full output today: hires are the way there.
    isDetail: true,
  },
  hires: {
    terms: 'people',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: MOST_HIRES,
    isWhole: true,
    hasCost: true,
  },
  leadsPerProspector: {
    terms: 'leadsPerProspector',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: ASSUMPTION_RULES.leadsPerProspector.max,
  },
  attrition: { ...SHARE, terms: 'sharePerMonth', better: 'less', isDetail: true },
  winRate: { ...SHARE, terms: 'share', better: 'more' },
  stage: { ...SHARE, terms: 'share', better: 'more', isDetail: true },
  days: { terms: 'days', better: 'less', scale: 'ratio', min: 0, max: ASSUMPTION_RULES.days.max },
  dealValue: { terms: 'money', better: 'more', scale: 'ratio', min: 0, max: ASSUMPTION_RULES.dealValue.max },
  valueGrowth: { ...GROWTH, terms: 'growthPerYear', max: 10, pointsPerStep: 0.1, isDetail: true },
  discount: { ...SHARE, terms: 'share', better: 'less' },
  customers: {
    terms: 'customers',
    better: 'more',
    scale: 'ratio',
    min: 0,
    max: ASSUMPTION_RULES.activeCustomers.max,
    isDetail: true,
  },
  churn: { ...SHARE, terms: 'sharePerMonth', better: 'less' },
  expansion: { ...GROWTH, terms: 'growthPerMonth', isDetail: true },
};
