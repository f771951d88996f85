import type { Day, Deal, Kind } from '../../src/engine';
import type { DiagnosedCompany } from './diagnoseCompanies';
import { gamma, normal, poisson, type Uniform } from './diagnoseDraws';

const DAY_MS = 86_400_000;

export interface Stage {
  name: string;
  conversion: number;
  /** Gamma times of those who go on, and of those who are lost. */
  meanDays: number;
  lostMeanDays: number;
  shape: number;
}

export interface KindTruth {
  kind: Kind;
  leadsPerDay: number;
  stages: Stage[];
  dealValue: number;
}

export interface Truth {
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

/** A company's deals, one lead after the other. */
export function simulate(truth: Truth, uniform: Uniform): DiagnosedCompany {
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
