import type { BacktestResult, Method } from '../../engine';
import { amount, number, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import type { CoverageMeasure, CoverageRow } from './coverageRows';
import type { Ahead, Measure, ReplayFinding } from './replayRows';
import { monthsCovered, type Rival, type Verdict } from './verdict';

const NAMES: Record<Method, () => string> = {
  seedcast: m.track_method_seedcast,
  last: m.track_method_last,
  mean3: m.track_method_mean3,
  mean6: m.track_method_mean6,
  sameMonthLastQuarter: m.track_method_sameMonthLastQuarter,
  sameMonthLastYear: m.track_method_sameMonthLastYear,
  dampedEts: m.track_method_dampedEts,
  weightedPipeline: m.track_method_weightedPipeline,
  weightedPipelineReconstructed: m.track_method_weightedPipelineReconstructed,
};

const MEANINGS: Record<Method, () => string> = {
  seedcast: m.track_about_seedcast,
  last: m.track_about_last,
  mean3: m.track_about_mean3,
  mean6: m.track_about_mean6,
  sameMonthLastQuarter: m.track_about_sameMonthLastQuarter,
  sameMonthLastYear: m.track_about_sameMonthLastYear,
  dampedEts: m.track_about_dampedEts,
  weightedPipeline: m.track_about_weightedPipeline,
  weightedPipelineReconstructed: m.track_about_weightedPipelineReconstructed,
};

export function methodName(method: Method): string {
  return NAMES[method]();
}

export function methodMeaning(method: Method): string {
  return MEANINGS[method]();
}

/** How far off this forecast was, in one sentence; its figure between `**`. */
export function ownErrorWords({ measure, months, own }: Verdict): string {
  const words = { count: months, shown: number(months), own: percent(own) };
  return measure === 'wapeQuarter' ? m.track_headline_quarter(words) : m.track_headline_wins(words);
}

/** Beside it, in a second one: the user's own pipeline where it is known throughout, else the best simple method. */
export function rivalWords(verdict: Verdict): string | null {
  const { pipeline, best } = verdict;
  if (pipeline && isThroughout(pipeline, verdict)) {
    return m.track_headline_pipeline({ other: percent(pipeline.error) });
  }
  if (!best) return null;
  const words = { other: percent(best.error) };
  if (words.other === percent(best.own)) return m.track_headline_even();
  return best.error < best.own ? m.track_headline_beaten(words) : m.track_headline_best(words);
}

/** What the headline leaves out: which simple method was best, and plainly where one was better than the forecast. */
export function rivalNotes(verdict: Verdict): string[] {
  const { pipeline, best, better } = verdict;
  const notes: string[] = [];
  if (pipeline && !isThroughout(pipeline, verdict)) notes.push(m.track_pipeline_some(wordsOf(pipeline)));
  if (best && best !== better) notes.push(m.track_best_name(wordsOf(best)));
  if (better) {
    const words = wordsOf(better);
    if (better === best) notes.push(m.track_better_name(words));
    // A difference that rounding hides is none.
    else if (words.other !== words.own) notes.push(m.track_better_some(words));
  }
  return notes;
}

function wordsOf({ method, origins, error, own }: Rival) {
  return {
    count: origins,
    shown: number(origins),
    method: methodName(method),
    other: percent(error),
    own: percent(own),
  };
}

function isThroughout(rival: Rival, { origins }: Verdict): boolean {
  return rival.origins === origins;
}

/** How often the 80 % range held, its count between `**`; null where there is no range to speak of. */
export function heldWords(rows: readonly CoverageRow[]): string | null {
  const row =
    rows.find(({ measure, promised }) => measure === 'quarter' && promised === 0.8) ??
    rows.find(({ measure, promised }) => measure === 'wins' && promised === 0.8);
  if (!row) return null;
  const words = {
    count: row.cases,
    shown: number(row.cases),
    inside: number(row.held),
    share: percent(row.promised),
  };
  return row.measure === 'quarter' ? m.track_held_quarter(words) : m.track_held_wins(words);
}

/** How much so many overlapping month ends are worth. */
export function overlapWords({ origins }: BacktestResult): string {
  const separate = Math.floor(monthsCovered(origins) / 3);
  return m.track_overlap({
    count: origins.length,
    shown: number(origins.length),
    separate: number(separate),
  });
}

/** The title of the chart. */
export function findingWords({ code, inside, total }: ReplayFinding): string {
  const words = { inside: number(inside), total: number(total), share: percent(0.8) };
  if (code === 'all') return m.track_finding_all({ count: total, shown: number(total), share: percent(0.8) });
  if (code === 'above') return m.track_finding_above(words);
  return code === 'below' ? m.track_finding_below(words) : m.track_finding_both(words);
}

/** What the signs in the chart are. */
export function keyWords(ahead: Ahead): string {
  const words = { wide: percent(0.8), narrow: percent(0.5) };
  if (ahead === 'quarter') return m.track_key_quarter(words);
  return ahead === 1 ? m.track_key_one(words) : m.track_key_months({ ...words, months: number(ahead) });
}

/** A month, or the first and the last of several: "Jan 2026", "Jan – Mar 2026". */
export function spanName({ from, to }: { from: string; to: string }): string {
  return monthSpan(from, to, 'short');
}

/** An amount, or a count of wins, of which a forecast knows no fraction worth showing beyond one. */
export function figure(value: number, measure: Measure): string {
  return measure === 'revenue' ? amount(value) : number(value, value < 10 ? 1 : 0);
}

/** "4% high": which way a method's forecasts leant. */
export function biasWords(bias: number | null): string {
  if (bias === null) return '–';
  const share = percent(Math.abs(bias));
  if (share === percent(0)) return m.track_bias_none();
  return bias > 0 ? m.track_bias_high({ share }) : m.track_bias_low({ share });
}

const OF: Record<CoverageMeasure, () => string> = {
  quarter: m.track_of_quarter,
  revenue: m.track_of_revenue,
  wins: m.track_of_wins,
};

export function coverageName(measure: CoverageMeasure): string {
  return OF[measure]();
}

const VERDICTS: Record<CoverageRow['verdict'], () => string> = {
  asPromised: m.track_verdict_asPromised,
  tooFew: m.track_verdict_tooFew,
  tooNarrow: m.track_verdict_tooNarrow,
  tooWide: m.track_verdict_tooWide,
};

export function verdictName(verdict: CoverageRow['verdict']): string {
  return VERDICTS[verdict]();
}
