import { dayFromDate, type Day, type Deal, type Kind } from '../../src/engine';

/** Sorts of companies whose truth is known. */
export const COMPANY_SORTS = [
  'stationary',
  'growing',
  'seasonal',
  'quarterEndRush',
  'changingMix',
  'regimeChange',
  'tiny',
  'young',
] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

export interface SimulatedCompany {
  sort: CompanySort;
  /** As exported on the data day. */
  deals: Deal[];
  dataDay: Day;
}

const LAST_DAY: Day = dayFromDate(2025, 12, 31) ?? 0;
const DAYS_A_MONTH = 30.4375;

/** Mulberry32: a generator of the bench's own, so that it shares no fault with the engine's. */
function uniformsFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** What drives one company; the multipliers are functions of the day since its history began. */
interface Truth {
  days: number;
  leadsPerDay: number;
  leadLevel: (day: number) => number;
  winChance: (kind: Kind, day: number) => number;
  shareOfSpears: (day: number) => number;
  meanCycle: number;
  rushes: boolean;
  dealValue: number;
  variation: number;
}

/** Companies by number: the sorts in turn, each with parameters of its own. Same seed, same companies. */
export function simulateCompany(index: number, seed: number): SimulatedCompany {
  const uniform = uniformsFrom(seed * 100_003 + index);
  const sort = COMPANY_SORTS[index % COMPANY_SORTS.length]!;
  const truth = truthOf(sort, uniform);
  const kinds: Kind[] = ['net', 'spear'];
  const deals: Deal[] = [];
  for (let day = 0; day < truth.days; day++) {
    const leads = poisson(truth.leadsPerDay * truth.leadLevel(day), uniform);
    for (let lead = 0; lead < leads; lead++) {
      const kind = kinds[uniform() < truth.shareOfSpears(day) ? 1 : 0]!;
      deals.push(drawDeal(truth, kind, day, deals.length, uniform));
    }
  }
  return { sort, deals, dataDay: LAST_DAY };
}

function truthOf(sort: CompanySort, uniform: () => number): Truth {
  const between = (low: number, high: number): number => low + (high - low) * uniform();
  const months = sort === 'young' ? between(13, 17) : between(26, 48);
  const days = Math.round(months * DAYS_A_MONTH);
  const growth = sort === 'growing' ? between(0.02, 0.06) : 0;
  const season = sort === 'seasonal' ? between(0.2, 0.5) : 0;
  const phase = uniform() * 2 * Math.PI;
  const breakDay = days * between(0.4, 0.7);
  const change = sort === 'regimeChange' ? (uniform() < 0.5 ? between(0.5, 0.75) : between(1.3, 1.8)) : 1;
  const net = between(0.12, 0.35);
  const spear = net * between(0.4, 1.2);
  return {
    days,
    leadsPerDay: (sort === 'tiny' ? between(12, 25) : between(40, 250)) / DAYS_A_MONTH,
    leadLevel: (day) =>
      Math.pow(1 + growth, day / DAYS_A_MONTH) *
      (1 + season * Math.sin((2 * Math.PI * day) / 365.25 + phase)) *
      (sort === 'regimeChange' && day > breakDay ? change : 1),
    winChance: (kind) => (kind === 'spear' ? spear : net),
    shareOfSpears: (day) => (sort === 'changingMix' ? 0.1 + (0.7 * day) / days : 0.3),
    meanCycle: between(20, 110),
    rushes: sort === 'quarterEndRush',
    dealValue: between(2000, 40_000),
    variation: between(0.3, 1.2),
  };
}

function drawDeal(truth: Truth, kind: Kind, day: number, number: number, uniform: () => number): Deal {
  const created = LAST_DAY - truth.days + 1 + day;
  const isWon = uniform() < truth.winChance(kind, day);
  // Shape 2: few close at once, few very late. Spears take half as long again; losses drag on.
  const slower = (kind === 'spear' ? 1.5 : 1) * (isWon ? 1 : 1.3);
  const life = (-Math.log(uniform() * uniform()) * truth.meanCycle * slower) / 2;
  let closed = created + Math.floor(life);
  if (truth.rushes && isWon && uniform() < 0.5) closed = moveToQuarterEnd(closed, created, uniform);
  const sigma = Math.sqrt(Math.log1p(truth.variation ** 2));
  const amount = Math.round(truth.dealValue * Math.exp(sigma * normal(uniform) - sigma ** 2 / 2));
  const isOpen = closed > LAST_DAY;
  return {
    id: `S${number}`,
    name: `Deal ${number}`,
    company: null,
    owner: null,
    source: kind,
    pipeline: null,
    created,
    outcome: isOpen ? 'open' : isWon ? 'won' : 'lost',
    closed: isOpen ? null : closed,
    expectedClose: null,
    amount,
    currency: null,
    stage: null,
    stageEntries: [],
    lostReason: null,
    probability: null,
    category: null,
    kind,
  };
}

/** A day in the last two weeks of the quarter that the deal would have closed in. */
function moveToQuarterEnd(closed: Day, created: Day, uniform: () => number): Day {
  const date = new Date(closed * 86_400_000);
  const nextQuarter = Math.floor(date.getUTCMonth() / 3) * 3 + 3;
  const end = Date.UTC(date.getUTCFullYear(), nextQuarter, 1) / 86_400_000 - 1;
  return Math.max(created, end - Math.floor(14 * uniform()));
}

function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Knuth's product of uniforms: means are a few leads a day. */
function poisson(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}
