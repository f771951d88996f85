import type { Closing, FunnelModel, KindModel } from '../funnel/model';
import type { ModelMaker } from './modelMaker';
import type { HistoryFactors, Setting } from './setting';
import { scaleOdds } from './winRate';

/** The model of a setting: the plan's own, with the factors on what comes from history. */
export function modelOf(maker: ModelMaker, { plan, factors, allLeads = 1 }: Setting): FunnelModel {
  const model = maker.modelOf(plan);
  if (allLeads === 1 && Object.keys(factors).length === 0) return model;
  return {
    ...model,
    kinds: model.kinds.map((kind) => {
      const factor = factors[kind.kind];
      return scaleLeads(factor === undefined ? kind : turnKind(kind, factor), allLeads);
    }),
  };
}

/** Leads to come only: open deals are what they are. */
function turnKind(kind: KindModel, { leads, odds, days, value }: HistoryFactors): KindModel {
  return {
    ...scaleLeads(kind, leads),
    closing: turnClosing(kind.closing, odds, days),
    value: { ...kind.value, mean: kind.value.mean * value },
  };
}

function scaleLeads(kind: KindModel, factor: number): KindModel {
  if (factor === 1) return kind;
  const { arrivals } = kind;
  return { ...kind, arrivals: { ...arrivals, monthly: arrivals.monthly.map((leads) => leads * factor) } };
}

function turnClosing(closing: Closing, odds: number, days: number): Closing {
  if (closing.by !== 'hazards') return closing;
  const { hazards, conversion } = closing;
  // A hazard of nothing else than 0 days would be without end.
  const stretch = Math.max(days, SHORTEST);
  return {
    by: 'hazards',
    conversion: odds === 1 ? conversion : { ...conversion, mean: scaleOdds(conversion.mean, odds) },
    hazards:
      days === 1
        ? hazards
        : {
            ageFrom: hazards.ageFrom.map((age) => age * stretch),
            won: hazards.won.map((rate) => rate / stretch),
            lost: hazards.lost.map((rate) => rate / stretch),
          },
  };
}

const SHORTEST = 0.001;
