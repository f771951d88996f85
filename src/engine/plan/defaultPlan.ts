import type { PlannedKind } from '../deals/deal';
import type { Assumption } from './assumption';
import { ordinaryDealValue } from './ordinaryDealValue';
import type { Plan, PlannedStage } from './plan';

/** English names of the default stages; the caller may give translated ones. */
export const DEFAULT_STAGE_NAMES: readonly string[] = ['Prospecting', 'Qualification', 'Proposal', 'Closing'];

/** A kind's funnel as it is before anybody has said anything of it. */
interface FunnelDefaults {
  conversions: readonly number[];
  days: readonly number[];
  relativeValue: number;
}

/**
 * Lead to opportunity (first two stages) 25, 15 and 14 %, opportunity to won 35, 20 and 20 %, cycle 1, 2.5 and 5 months.
 * Sources: Implisit 2014 (about 500 US firms) for leads; Ross & Tyler, Predictable Revenue, for wins, cycles and the
 * spears' bigger deals. Levels differ wildly between companies, so all of it is a guess.
 */
const FUNNELS: Readonly<Record<PlannedKind, FunnelDefaults>> = {
  seed: { conversions: [0.5, 0.5, 0.5, 0.7], days: [5, 7, 10, 8], relativeValue: 1 },
  net: { conversions: [0.3, 0.5, 0.4, 0.5], days: [10, 20, 26, 20], relativeValue: 1 },
  spear: { conversions: [0.28, 0.5, 0.4, 0.5], days: [30, 40, 46, 36], relativeValue: 3 },
};

/** Deal values spread about as much as their mean in the data tried; wide, as a default should be. */
const VARIATION = 0.8;

/** Diminishing returns, as is usual for marketing: twice the spend brings 1.6 times the leads. */
const ELASTICITY = 0.7;

/** A prospector is up to speed after three to four months (Ross & Tyler); how the months before go is our guess. */
const RAMP: readonly number[] = [0.1, 0.4, 0.7];

/**
 * Leads of a kind and month, customers, people: an ordinary small company as we guess it, with no source. But a prospector's
 * 70 are leads that enter the first stage, of which these stages make 9.8 opportunities: 8 to 12 are usual (Ross & Tyler).
 */
const SMALL_COMPANY = {
  leads: { seed: 8, net: 60, perProspector: 70 },
  customers: 40,
  referralsPerCustomer: 0.05,
  prospectors: 1,
  sellers: 2,
  /** In ordinary deals. */
  revenueToday: 3,
};

/** Our guess: about a customer in six lost in a year. */
const CHURN_PER_MONTH = 0.015;

/** Nobody leaves: most companies replace who does, and a team that silently shrinks would surprise. */
const ATTRITION_PER_MONTH = 0;

/** All-in cost of a prospector is about 100,000 US dollars a year (Ross & Tyler): 0.8 ordinary deals a month; a seller more, our guess. */
const COST_IN_DEALS = { prospector: 0.8, seller: 1, spend: 0.5 };

/** Assumptions to start from: every one of them a guess, in round figures of the currency, for a small company. */
export function defaultPlan(currency: string, stageNames: readonly string[] = DEFAULT_STAGE_NAMES): Plan {
  const deal = ordinaryDealValue(currency);
  return {
    startMonth: null,
    isRunning: true,
    stageNames: [...stageNames],
    kinds: {
      seed: {
        leadsPerMonth: guess(SMALL_COMPANY.leads.seed),
        growthPerMonth: guess(0),
        referralsPerCustomer: guess(SMALL_COMPANY.referralsPerCustomer),
        ...funnelOf('seed', deal),
      },
      net: {
        leadsPerMonth: guess(SMALL_COMPANY.leads.net),
        growthPerMonth: guess(0),
        spendToday: sure(deal * COST_IN_DEALS.spend),
        spendPerMonth: sure(deal * COST_IN_DEALS.spend),
        elasticity: guess(ELASTICITY),
        ...funnelOf('net', deal),
      },
      spear: {
        prospectors: sure(SMALL_COMPANY.prospectors),
        leadsPerProspector: guess(SMALL_COMPANY.leads.perProspector),
        growthPerMonth: guess(0),
        attritionPerMonth: guess(ATTRITION_PER_MONTH),
        ramp: RAMP.map(guess),
        hires: [],
        ...funnelOf('spear', deal),
      },
    },
    company: {
      activeCustomers: guess(SMALL_COMPANY.customers),
      churnPerMonth: guess(CHURN_PER_MONTH),
      revenueToday: guess(deal * SMALL_COMPANY.revenueToday),
      expansionPerMonth: guess(0),
      seasonStrength: sure(1),
      costPerProspector: guess(deal * COST_IN_DEALS.prospector),
      sellers: sure(SMALL_COMPANY.sellers),
      costPerSeller: guess(deal * COST_IN_DEALS.seller),
    },
    recurring: { isOn: false, monthsInDealValue: 12 },
    season: {
      leads: new Array<number>(12).fill(1),
      leadsFrom: 'default',
      quarter: [1, 1, 1],
      quarterFrom: 'default',
    },
    sellerHires: [],
  };
}

function funnelOf(kind: PlannedKind, ordinaryDeal: number) {
  const { conversions, days, relativeValue } = FUNNELS[kind];
  return {
    stages: conversions.map((conversion, stage): PlannedStage => ({
      conversion: guess(conversion),
      days: guess(days[stage] ?? 0),
    })),
    dealValue: guess(ordinaryDeal * relativeValue),
    variation: sure(VARIATION),
    valueGrowthPerYear: guess(0),
    discount: guess(0),
    costPerLead: guess(0),
    basis: { leads: 'history', closing: 'history', value: 'history' } as const,
  };
}

function guess(value: number): Assumption {
  return { value, doubt: 'guess', from: 'default' };
}

function sure(value: number): Assumption {
  return { value, doubt: 'sure', from: 'default' };
}
