import type { Month } from '../calendar/calendar';
import type { Assumption, AssumptionSource } from './assumption';

/** Whether a part of the forecast comes from imported deals or from what was typed. */
export type Basis = 'history' | 'plan';

export interface PlannedStage {
  /** Share that goes on, 0 to 1. */
  conversion: Assumption;
  /** Mean days spent in the stage. */
  days: Assumption;
}

/** What every kind has; how its leads come about is its own. */
interface KindPlanBase {
  /** As many as `Plan.stageNames`. */
  stages: readonly PlannedStage[];
  /** Mean value of a deal won today, before discount, in the workspace currency. */
  dealValue: Assumption;
  /** Coefficient of variation of deal values: 0.8 = a typical deal is 80 % off the mean. A spread carries no doubt. */
  variation: Assumption;
  /** Growth of deal values a year: 0.05 = 5 %. */
  valueGrowthPerYear: Assumption;
  /** Share given away on average, 0 to 1. */
  discount: Assumption;
  /** What a new lead costs beside spend and people. */
  costPerLead: Assumption;
  /** Used only for kinds that have history; without it everything comes from the plan. */
  basis: Readonly<{ leads: Basis; closing: Basis; value: Basis }>;
}

/** Leads from happy customers: some come anyway, the others follow the number of active customers. */
export interface SeedPlan extends KindPlanBase {
  leadsPerMonth: Assumption;
  growthPerMonth: Assumption;
  /** New leads a month from each active customer. */
  referralsPerCustomer: Assumption;
}

/** Leads that marketing draws in: today's, grown by content, and by spend with diminishing returns. */
export interface NetPlan extends KindPlanBase {
  /** With today's spend. */
  leadsPerMonth: Assumption;
  growthPerMonth: Assumption;
  /** Spend a month that brings today's leads. */
  spendToday: Assumption;
  /** Spend a month from the start of the forecast on. */
  spendPerMonth: Assumption;
  /** Leads grow by the ratio of spends to this power: 1 = in proportion, 0.7 = twice the spend brings 1.6 times the leads. */
  elasticity: Assumption;
}

/** People who join in a month. */
export interface Hire {
  month: Month;
  heads: number;
}

/** Leads that a dedicated team goes out and gets. */
export interface SpearPlan extends KindPlanBase {
  /** Prospectors there today, at full output. */
  prospectors: Assumption;
  /** Leads a month from one at full output. */
  leadsPerProspector: Assumption;
  /** Growth of what one brings, a month. */
  growthPerMonth: Assumption;
  /** Share of the prospectors that leave in a month. */
  attritionPerMonth: Assumption;
  /** Share of full output in the first, second, … month after joining; full output after the last. */
  ramp: readonly Assumption[];
  hires: readonly Hire[];
}

export type KindPlan = SeedPlan | NetPlan | SpearPlan;

/** What is common to all kinds. */
export interface CompanyPlan {
  activeCustomers: Assumption;
  /** Share of the active customers lost in a month. */
  churnPerMonth: Assumption;
  /** Recurring revenue a month that there is today. */
  revenueToday: Assumption;
  /** Growth of what a customer who stays pays, a month. */
  expansionPerMonth: Assumption;
  /** How strongly the season of leads shows: 1 = as drawn, 0 = not at all. */
  seasonStrength: Assumption;
  costPerProspector: Assumption;
  /** Sellers there today. */
  sellers: Assumption;
  costPerSeller: Assumption;
}

/** One-off sales, or customers who go on paying. */
export interface RecurringPlan {
  isOn: boolean;
  /** Months of revenue that a deal's value stands for: 12 = a year's worth. */
  monthsInDealValue: number;
}

export interface SeasonPlan {
  /** Leads of each calendar month, January first, in units of an ordinary one. */
  leads: readonly number[];
  leadsFrom: AssumptionSource;
  /** Wins of the first, second and third month of a fiscal quarter, likewise. */
  quarter: readonly [number, number, number];
  quarterFrom: AssumptionSource;
}

/** What a founder assumes. Plain data; limits of the figures in assumptionRules, of the rest in workspace/limits. */
export interface Plan {
  /** First month of the forecast when there is no history; null = first month of the current fiscal quarter. */
  startMonth: Month | null;
  /** True: leads have come in at this pace for a year already; false: the first lead comes in the first month. */
  isRunning: boolean;
  stageNames: readonly string[];
  kinds: Readonly<{ seed: SeedPlan; net: NetPlan; spear: SpearPlan }>;
  company: CompanyPlan;
  recurring: RecurringPlan;
  season: SeasonPlan;
  sellerHires: readonly Hire[];
}
