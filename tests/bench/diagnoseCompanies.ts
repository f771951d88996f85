import type { Day, Deal, Kind } from '../../src/engine';

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

interface Stage {
  name: string;
  conversion: number;
  /** Gamma times of those who go on, and of those who are lost. */
  meanDays: number;
  lostMeanDays: number;
  shape: number;
}

interface KindTruth {
  kind: Kind;
  leadsPerDay: number;
  stages: Stage[];
  dealValue: number;
}

interface Truth {
  sort: DiagnosedCompany['sort'];
  dataDay: Day;
  firstDay: Day;
  kinds: KindTruth[];
  /** Leads of a kind on a day, in units of the usual. */
  leadLevel: (kind: number, day: Day) => number;
  /** Sd of the log of a week's leads, beyond Poisson. */
  leadUnrest: number;
  /** Share of the wins that are moved to the end of their quarter. */
  rush: number;
  sellers: number;
  fall: { kind: number; stage: number; from: Day; factor: number } | null;
  /** Factor on the odds to pass any stage, by the day of entry. */
  odds: (day: Day) => number;
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

type Uniform = () => number;

/** Mulberry32, seeded by a hash of both numbers: no generator, distribution or calendar is the engine's. */
function uniformsFrom(seed: number, index: number): Uniform {
  let state = (Math.imul(seed + 0x51ed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

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

function simulate(truth: Truth, uniform: Uniform): DiagnosedCompany {
  const deals: Deal[] = [];
  const { firstDay, dataDay, kinds } = truth;
  let unrest = 1;
  for (let day = firstDay; day <= dataDay; day++) {
    if ((day - firstDay) % 7 === 0) {
      const sd = truth.leadUnrest;
      unrest = sd > 0 ? Math.exp(sd * normal(uniform) - (sd * sd) / 2) : 1;
    }
    kinds.forEach((kind, at) => {
      const leads = poisson(kind.leadsPerDay * truth.leadLevel(at, day) * unrest, uniform);
      for (let lead = 0; lead < leads; lead++) deals.push(drawDeal(truth, at, day, deals.length, uniform));
    });
  }
  return {
    sort: truth.sort,
    deals,
    dataDay,
    stages: kinds[0]!.stages.map(({ name }) => name),
    planted: null,
  };
}

/** Walks one deal through its stages; what lies after the data day has not happened yet. */
function drawDeal(truth: Truth, kindAt: number, created: Day, number: number, uniform: Uniform): Deal {
  const { dataDay, fall } = truth;
  const { kind, stages, dealValue } = truth.kinds[kindAt]!;
  const entries: { stage: string; day: Day }[] = [];
  let clock = created + uniform();
  let outcome: Deal['outcome'] = 'won';
  for (const [at, stage] of stages.entries()) {
    const day = Math.floor(clock);
    if (day > dataDay) break;
    entries.push({ stage: stage.name, day });
    const hasFallen = fall !== null && fall.kind === kindAt && fall.stage === at && day >= fall.from;
    const odds = (stage.conversion / (1 - stage.conversion)) * truth.odds(day);
    const passes = uniform() < (odds / (1 + odds)) * (hasFallen ? fall.factor : 1);
    const mean = passes ? stage.meanDays : stage.lostMeanDays;
    clock += (mean * gamma(stage.shape, uniform)) / stage.shape;
    if (!passes) {
      outcome = 'lost';
      break;
    }
  }
  let closed = Math.floor(clock);
  if (outcome === 'won' && uniform() < truth.rush) closed = moveToQuarterEnd(closed, uniform);
  const isOpen = closed > dataDay;
  const amount = Math.round(dealValue * Math.exp(0.7 * normal(uniform) - 0.245));
  return {
    id: `D${number}`,
    name: `Deal ${number}`,
    company: null,
    owner: `Seller ${1 + Math.floor(uniform() * truth.sellers)}`,
    source: kind,
    pipeline: null,
    created,
    outcome: isOpen ? 'open' : outcome,
    closed: isOpen ? null : closed,
    expectedClose: null,
    amount,
    currency: null,
    stage: entries.at(-1)?.stage ?? null,
    stageEntries: entries,
    lostReason: null,
    probability: null,
    category: null,
    kind,
  };
}

/** A day in the last two weeks of the quarter in which it would have been won, not before that. */
function moveToQuarterEnd(closed: Day, uniform: Uniform): Day {
  const date = new Date(closed * DAY_MS);
  const next = Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 1) / DAY_MS;
  return Math.max(closed, next - 1 - Math.floor(14 * uniform()));
}

function normal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Knuth's product of uniforms: a few leads a day. */
function poisson(mean: number, uniform: Uniform): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

/** Ahrens & Dieter's rejection below shape 1, sums of exponentials with a remainder above: slow, plain, and nobody else's. */
function gamma(shape: number, uniform: Uniform): number {
  let sum = 0;
  for (let whole = Math.floor(shape); whole > 0; whole--) sum -= Math.log(uniform());
  const rest = shape - Math.floor(shape);
  if (rest < 1e-9) return sum;
  const bound = 1 + rest / Math.E;
  for (;;) {
    const drawn = bound * uniform();
    const x = drawn <= 1 ? Math.pow(drawn, 1 / rest) : -Math.log((bound - drawn) / rest);
    if (uniform() <= (drawn <= 1 ? Math.exp(-x) : Math.pow(x, rest - 1))) return sum + x;
  }
}
