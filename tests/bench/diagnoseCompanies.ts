import type { Day, Deal, Kind } from '../../src/engine';
import { normal, uniformsFrom, type Uniform } from './diagnoseDraws';
import { simulate, type KindTruth, type Stage, type Truth } from './diagnoseDeals';

/** Companies in which nothing is wrong, and one sort in which something is. */
export const HEALTHY_SORTS = ['stationary', 'leadBursts', 'leadsHalved', 'changingMix'] as const;
export type HealthySort = (typeof HEALTHY_SORTS)[number];

export interface PlantedFall {
  kind: Kind;
  stage: string;
  conversion: number;
}

export interface DiagnosedCompany {
  sort: HealthySort | 'planted';
  deals: Deal[];
  dataDay: Day;
  stages: string[];
  /** Null where all is well. */
  planted: PlantedFall | null;
}

/** What healthy companies may have besides: conversions that are never quite the same. */
export interface Restlessness {
  /** Sd of the log odds of passing, anew each quarter. */
  quarterSd: number;
  /** Half the swing of the log odds over the year. */
  seasonSwing: number;
}

const DAY_MS = 86_400_000;
const QUARTER_DAYS = 91.3125;
const NAMES = ['Lead', 'Qualified', 'Meeting', 'Proposal', 'Negotiation'];
const KIND_NAMES: Kind[] = ['seed', 'net', 'spear'];
const FALL = 0.75;
const ENTRIES_PER_QUARTER = 200;
const QUARTERS_BEFORE = 8;

/** A company whose conversions and stage times never change (unless `restless`); what comes in does, as its sort says. */
export function healthyCompany(index: number, seed: number, restless?: Restlessness): DiagnosedCompany {
  const uniform = uniformsFrom(seed, index);
  const between = (low: number, high: number): number => low + (high - low) * uniform();
  const sort = HEALTHY_SORTS[index % HEALTHY_SORTS.length]!;
  const dataDay = drawDataDay(uniform);
  const firstDay = dataDay - Math.round(between(20, 44) * 30.4375);
  const count = uniform() < 0.5 ? 2 : 3;
  const leadsPerMonth = Math.exp(between(Math.log(15), Math.log(300)));
  const shares = Array.from({ length: count }, () => between(0.3, 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const stageCount = 3 + Math.floor(uniform() * 3);
  const kinds = shares.map((share, at): KindTruth => ({
    kind: KIND_NAMES[(at + 1) % 3]!,
    leadsPerDay: ((leadsPerMonth / 30.4375) * share) / whole,
    stages: drawStages(stageCount, between),
    dealValue: between(2000, 40_000),
  }));
  const change = dataDay - Math.round(between(40, 200));
  const [strength, length] = [between(2, 4), between(20, 75)];
  const tilt = between(1.5, 3);
  const levels: Record<HealthySort, Truth['leadLevel']> = {
    stationary: () => 1,
    leadBursts: (_, day) => (day >= change && day < change + length ? strength : 1),
    leadsHalved: (_, day) => (day >= change ? 0.5 : 1),
    // One kind grows as another shrinks, by so much over the whole history.
    changingMix: (kind, day) =>
      Math.pow(tilt, (kind === 0 ? 1 : -1) * ((day - firstDay) / (dataDay - firstDay) - 0.5) * 2),
  };
  return simulate(
    {
      sort,
      dataDay,
      firstDay,
      kinds,
      leadLevel: levels[sort],
      leadUnrest: uniform() < 0.5 ? between(0.2, 0.6) : 0,
      rush: uniform() < 0.5 ? between(0.2, 0.6) : 0,
      sellers: 2 + Math.floor(uniform() * 5),
      fall: null,
      odds: restless === undefined ? () => 1 : restlessOdds(restless, firstDay, uniform),
    },
    uniform,
  );
}

/**
 * One kind lets a quarter fewer through one stage: those that entered it in the last two quarters. Two hundred enter it in each quarter,
 * eight quarters of history before; the base conversion is 40 to 70 %.
 */
export function plantedCompany(index: number, seed: number): DiagnosedCompany {
  const uniform = uniformsFrom(seed + 50_021, index);
  const between = (low: number, high: number): number => low + (high - low) * uniform();
  const dataDay = drawDataDay(uniform);
  // Time to fill the funnel, then eight quarters and two.
  const firstDay = dataDay - Math.round((QUARTERS_BEFORE + 2) * QUARTER_DAYS) - 120;
  const stageCount = 3 + Math.floor(uniform() * 3);
  const stage = Math.floor(uniform() * stageCount);
  const kinds = [0, 1, 2].map((at): KindTruth => ({
    kind: KIND_NAMES[(at + 1) % 3]!,
    leadsPerDay: between(30, 200) / QUARTER_DAYS,
    stages: drawStages(stageCount, between),
    dealValue: between(2000, 40_000),
  }));
  const [own] = kinds as [KindTruth, ...KindTruth[]];
  own.stages[stage]!.conversion = between(0.4, 0.7);
  const reach = own.stages.slice(0, stage).reduce((product, { conversion }) => product * conversion, 1);
  own.leadsPerDay = ENTRIES_PER_QUARTER / reach / QUARTER_DAYS;
  const company = simulate(
    {
      sort: 'planted',
      dataDay,
      firstDay,
      kinds,
      leadLevel: () => 1,
      leadUnrest: uniform() < 0.5 ? 0.3 : 0,
      rush: uniform() < 0.5 ? 0.4 : 0,
      sellers: 2 + Math.floor(uniform() * 5),
      fall: { kind: 0, stage, from: dataDay - Math.round(2 * QUARTER_DAYS) + 1, factor: FALL },
      odds: () => 1,
    },
    uniform,
  );
  const { name, conversion } = own.stages[stage]!;
  return { ...company, planted: { kind: own.kind, stage: name, conversion } };
}

function restlessOdds(
  { quarterSd, seasonSwing }: Restlessness,
  firstDay: Day,
  uniform: Uniform,
): Truth['odds'] {
  const quarters = Array.from({ length: 20 }, () => quarterSd * normal(uniform));
  const phase = 2 * Math.PI * uniform();
  return (day) => {
    const season = seasonSwing * Math.sin((2 * Math.PI * day) / 365.25 + phase);
    return Math.exp(season + (quarters[Math.floor((day - firstDay) / QUARTER_DAYS)] ?? 0));
  };
}

/** Any day of the years 2024 and 2025. */
function drawDataDay(uniform: Uniform): Day {
  return Math.floor(Date.UTC(2024, 0, 1) / DAY_MS) + Math.floor(uniform() * 730);
}

function drawStages(count: number, between: (low: number, high: number) => number): Stage[] {
  return Array.from({ length: count }, (_, at) => {
    const meanDays = between(4, 35);
    return {
      name: NAMES[at]!,
      conversion: between(0.3, 0.8),
      meanDays,
      lostMeanDays: meanDays * between(0.7, 2),
      shape: between(0.8, 3),
    };
  });
}
