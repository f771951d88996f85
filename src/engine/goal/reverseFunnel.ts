import type { Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { HistorySummary } from '../fit/summary';
import type { Closing, FunnelModel, MonthlyActual } from '../funnel/model';
import { exactMean } from '../simulate/exactMean';
import type { KindNeed, ReverseFunnel, StageNeed } from './goal';
import { lastDayToStart } from './lastDays';
import { withMergedOpen } from './meanTotals';
import { productOf, stagesForWinRate } from './winRate';

/**
 * From the wins of a model back to what they take: entries of each stage are the wins from leads ÷ what goes on from it to
 * the end, leads by month are those of the model.
 *
 * @param model up to the goal's last month
 * @param from first month whose past wins count
 */
export function reverseFunnel(
  model: FunnelModel,
  summary: HistorySummary | null,
  from: Month,
): ReverseFunnel {
  const months = exactMean(withMergedOpen({ ...model, costs: [] }));
  const by = model.months.at(-1);
  const kinds = months[0]?.kinds.map(({ kind }) => kind) ?? [];
  return {
    months: model.months,
    kinds: kinds.map((kind): KindNeed => {
      const own = months.map((month) => month.kinds.find((each) => each.kind === kind));
      const closing = model.kinds.find((each) => each.kind === kind)?.closing ?? null;
      const fromLeads = sumOf(own.map((mean) => mean?.winsFromNew ?? 0));
      const stages = closing === null ? [] : stagesOf(closing, kind, summary);
      const winRate = closing === null ? 0 : winRateOf(closing);
      const need = (share: number): number => (share > 0 ? fromLeads / share : 0);
      return {
        kind,
        alreadyWon: wonSince(model.history, kind, from),
        fromOpen: sumOf(own.map((mean) => mean?.winsFromOpen ?? 0)),
        fromLeads,
        leads: need(winRate),
        stages: stages.map(({ name }, index): StageNeed => ({
          name,
          entries: need(productOf(stages.slice(index).map(({ conversion }) => conversion))),
        })),
        leadsByMonth: own.map((mean) => mean?.leads ?? 0),
        halfBy: closing === null || by === undefined ? null : lastDayToStart(closing, by, 0.5),
        mostBy: closing === null || by === undefined ? null : lastDayToStart(closing, by, 0.8),
      };
    }),
  };
}

function winRateOf(closing: Closing): number {
  return closing.by === 'hazards'
    ? closing.conversion.mean
    : productOf(closing.stages.map(({ conversion }) => conversion.mean));
}

/** Stages with what goes on from each: the plan's, or those of the history, made to multiply up to the kind's win rate. */
function stagesOf(
  closing: Closing,
  kind: Kind,
  summary: HistorySummary | null,
): { name: string; conversion: number }[] {
  if (closing.by === 'stages') {
    return closing.stages.map(({ name, conversion }) => ({ name, conversion: conversion.mean }));
  }
  const stages = summary?.kinds.find((each) => each.kind === kind)?.stages ?? [];
  if (stages.length === 0) return [];
  const conversions = stagesForWinRate(
    stages.map(({ conversion }) => conversion.value),
    closing.conversion.mean,
  );
  return stages.map(({ stage }, index) => ({ name: stage, conversion: conversions[index] ?? 0 }));
}

function wonSince(history: readonly MonthlyActual[], kind: Kind, from: Month): number {
  return sumOf(
    history.filter((actual) => actual.kind === kind && actual.month >= from).map(({ wins }) => wins),
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
