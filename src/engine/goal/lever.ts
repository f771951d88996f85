import type { Kind, PlannedKind } from '../deals/deal';
import type { PlanPlace } from '../plan/place';
import type { Basis } from '../plan/plan';

/**
 * What can be turned to reach a goal:
 * - `leads` a month (seeds: those that come anyway; nets: with today's spend; history: as deals say)
 * - `referrals` a month of each active customer, `spend` a month, `prospectors` there today, `hires` in the first month,
 *   `leadsPerProspector` a month, `attrition` a month, `growth` of leads a month
 * - `winRate` from lead to won: all stages of the kind by one factor on their odds; `stage`: one stage's share that goes on
 * - `days` from lead to won: all stages by one factor
 * - `dealValue` before discount, its growth a year (`valueGrowth`), `discount`
 * - of the company: `customers` today, the `churn` of them a month, `expansion` a month of what those who stay pay
 */
export type LeverName =
  | 'leads'
  | 'growth'
  | 'referrals'
  | 'spend'
  | 'prospectors'
  | 'hires'
  | 'leadsPerProspector'
  | 'attrition'
  | 'winRate'
  | 'stage'
  | 'days'
  | 'dealValue'
  | 'valueGrowth'
  | 'discount'
  | 'customers'
  | 'churn'
  | 'expansion';

/** Levers of the company as a whole. */
export type CompanyLever = 'customers' | 'churn' | 'expansion';

/** `net.spend`, `seed.stage.2`, `company.churn`: one text for each lever, to compare and to look up by. */
export type LeverKey =
  | `${Kind}.${Exclude<LeverName, 'stage' | CompanyLever>}`
  | `${PlannedKind}.stage.${number}`
  | `company.${CompanyLever}`;

/** What a lever's figure counts, for the screens to write it: shares and growths as 0.05 = 5 %. */
export type LeverTerms =
  | 'leadsPerMonth'
  | 'leadsPerCustomer'
  | 'leadsPerProspector'
  | 'share'
  | 'sharePerMonth'
  | 'growthPerMonth'
  | 'growthPerYear'
  | 'moneyPerMonth'
  | 'money'
  | 'people'
  | 'customers'
  | 'days';

export interface LeverLimits {
  min: number;
  max: number;
}

export interface Lever {
  key: LeverKey;
  /** Null: the whole company. */
  kind: Kind | null;
  of: LeverName;
  /** Which stage, from 0; null for all but `stage`. */
  stage: number | null;
  /** `history`: a factor on what the imported deals say of leads to come; open deals keep their chances and values. */
  basis: Basis;
  /** The one assumption it is; null where it is several, or none of the plan's. */
  place: PlanPlace | null;
  /** As things are. */
  value: number;
  terms: LeverTerms;
  /** Whether more or less of it brings more. */
  better: 'more' | 'less';
  /** Heads: whole numbers only. */
  isWhole: boolean;
  /** As far as it can be turned at all. */
  limits: LeverLimits;
  /** How far it goes in a mix unless the user says otherwise: about half to twice as much. */
  usual: LeverLimits;
  /** What turning it costs is in the plan: spend and people. */
  hasCost: boolean;
  /** Part of another lever, or hardly ever turned: left out of mixes unless the user puts it in. */
  isDetail: boolean;
}

/** What the user says of a lever; what is absent is as the lever has it. */
export interface LeverChoice {
  /** False: left out of mixes. Absent: in them unless it is a detail. */
  isOn?: boolean;
  /** Limits of one's own hold for the lever by itself, too. */
  min?: number;
  max?: number;
}

export type LeverChoices = Readonly<Partial<Record<LeverKey, LeverChoice>>>;
