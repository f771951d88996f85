import type {
  ChangedKinds,
  Evidence,
  ScenarioChange,
  ScenarioNote,
  ShockName,
  ShockStrength,
} from '../engine';
import { moneyChange, month, number, percentChange } from './format';
import { kindName } from './kinds';
import { m } from './paraglide/messages';
import { parameter } from './parameter';

/** "Seeds", "All", and for what belongs to no kind "Company". */
export function changedKindName(kind: ChangedKinds | null): string {
  if (kind === null) return m.scenarios_company();
  return kind === 'all' ? m.scenarios_all() : kindName(kind);
}

/** What can be changed, as it stands in a list. */
export const CHANGE_NAMES: Readonly<Record<ScenarioChange['what'], () => string>> = {
  leads: m.scenarios_what_leads,
  winRate: m.scenarios_what_winRate,
  value: m.scenarios_what_value,
  days: m.scenarios_what_days,
  spend: m.scenarios_what_spend,
  churn: m.scenarios_what_churn,
  prospectors: m.scenarios_what_prospectors,
  hiringFreeze: m.scenarios_what_hiringFreeze,
  cost: m.scenarios_what_cost,
  loseBiggestDeals: m.scenarios_what_loseBiggestDeals,
};

export const SHOCK_NAMES: Readonly<Record<ShockName, () => string>> = {
  downturn: m.scenarios_shock_downturn,
  seasonalPeak: m.scenarios_shock_seasonalPeak,
  priceCutByCompetitor: m.scenarios_shock_priceCutByCompetitor,
  bonusBackfires: m.scenarios_shock_bonusBackfires,
  biggestDealLost: m.scenarios_shock_biggestDealLost,
  sellerLeaves: m.scenarios_shock_sellerLeaves,
  priceRise: m.scenarios_shock_priceRise,
  churnHalves: m.scenarios_shock_churnHalves,
  campaign: m.scenarios_shock_campaign,
  hiringFreeze: m.scenarios_shock_hiringFreeze,
};

/** Small counts of months and people as words, as they are said: "six", but "18". */
function countWord(count: number): string {
  return m.scenarios_number_words().split(' ')[count - 1] ?? number(count);
}

/** What a factor adds or takes, its sign always shown: 1.3 is "+30%", 0.85 is "−15%". */
function factorText(factor: number): string {
  const added = factor - 1;
  // A tenth of a per cent is the finest that can be typed; what is whole is written so.
  const isWhole = Math.abs(added * 100 - Math.round(added * 100)) < 0.05;
  return percentChange(added, isWhole ? 0 : 1);
}

function whenWords({ from, months }: Pick<ScenarioChange, 'from' | 'months'>): string {
  const start = month(from, 'longWithYear');
  if (months === null) return m.scenarios_when_from({ month: start });
  return months === 1
    ? m.scenarios_when_in({ month: start })
    : m.scenarios_when_for({ month: start, number: countWord(months) });
}

/**
 * A change as a sentence.
 *
 * @example "Nets: spend +30% from March 2027", "All: win rate −15% from April 2027 for six months"
 */
export function changeSentence(change: ScenarioChange, currency: string): string {
  const when = whenWords(change);
  if (change.what === 'winRate' && isLevelDoubt(change))
    return m.scenarios_change_level({ by: factorText(change.factor), when });
  switch (change.what) {
    case 'leads':
    case 'winRate':
    case 'value':
    case 'days': {
      const said = { kind: changedKindName(change.kind), by: factorText(change.factor), when };
      return FACTOR_SENTENCES[change.what](said);
    }
    case 'spend':
      return m.scenarios_change_spend({ kind: kindName('net'), by: factorText(change.factor), when });
    case 'churn':
      return m.scenarios_change_churn({ by: factorText(change.factor), when });
    case 'prospectors': {
      if (change.heads === 0) return m.scenarios_change_sameTeam({ kind: kindName('spear'), when });
      const count = Math.abs(change.heads);
      const said = { kind: kindName('spear'), count, number: countWord(count), when };
      return change.heads < 0 ? m.scenarios_change_leave(said) : m.scenarios_change_join(said);
    }
    case 'hiringFreeze':
      return m.scenarios_change_hiringFreeze({ when });
    case 'cost':
      return m.scenarios_change_cost({
        kind: changedKindName(change.kind),
        by: moneyChange(change.perMonth, currency),
        when,
      });
    case 'loseBiggestDeals':
      return m.scenarios_change_lose({
        count: change.deals,
        number: countWord(change.deals),
        month: month(change.from, 'longWithYear'),
      });
  }
}

/** How far forecasts like this are off in all; of best and worst. It works as a win rate does, and is no figure of anybody. */
export function isLevelDoubt({ shock, what }: ScenarioChange): boolean {
  return shock === 'levelDoubt' && what === 'winRate';
}

const FACTOR_SENTENCES = {
  leads: m.scenarios_change_leads,
  winRate: m.scenarios_change_winRate,
  value: m.scenarios_change_value,
  days: m.scenarios_change_days,
};

const NOTE_SENTENCES = {
  outsideForecast: () => m.scenarios_note_outsideForecast(),
  kindAbsent: (params) => m.scenarios_note_kindAbsent({ kind: kindOfNote(params) }),
  noOpenDeals: () => m.scenarios_note_noOpenDeals(),
  fewerOpenDeals: (params) =>
    m.scenarios_note_fewerOpenDeals({
      count: Number(params['deals']),
      number: parameter(params, 'deals'),
    }),
  winRateAtMost: (params) => m.scenarios_note_winRateAtMost({ kind: kindOfNote(params) }),
  noCustomers: () => m.scenarios_note_noCustomers(),
  costUnknown: () => m.scenarios_note_costUnknown(),
  nobodyToHire: () => m.scenarios_note_nobodyToHire(),
  noSpend: () => m.scenarios_note_noSpend(),
  noProspectors: () => m.scenarios_note_noProspectors(),
  fewerProspectors: (params) =>
    m.scenarios_note_fewerProspectors({
      count: Number(params['heads']),
      number: parameter(params, 'heads'),
    }),
  teamUnknown: () => m.scenarios_note_teamUnknown({ kind: kindName('spear') }),
} satisfies Record<ScenarioNote['code'], (params: ScenarioNote['params']) => string>;

function kindOfNote(params: ScenarioNote['params']): string {
  return changedKindName(String(params['kind']) as ChangedKinds);
}

/** Why a change does less than it says, or nothing. */
export function scenarioNoteSentence({ code, params }: ScenarioNote): string {
  return NOTE_SENTENCES[code](params);
}

/** What the strength of a ready-made change counts; one without strength has nothing to be named. */
export const SHOCK_STRENGTHS: Readonly<Record<Exclude<ShockStrength, 'none'>, () => string>> = {
  leadsLost: m.scenarios_shock_strength_leadsLost,
  leadsMore: m.scenarios_shock_strength_leadsMore,
  rivalPriceCut: m.scenarios_shock_strength_rivalPriceCut,
  valueLost: m.scenarios_shock_strength_valueLost,
  deals: m.scenarios_shock_strength_deals,
  sellingLost: m.scenarios_shock_strength_sellingLost,
  priceRise: m.scenarios_shock_strength_priceRise,
  churnLess: m.scenarios_shock_strength_churnLess,
  spendMore: m.scenarios_shock_strength_spendMore,
};

const EVIDENCE_SENTENCES = {
  judgement: m.scenarios_evidence_judgement,
  ownSeason: m.scenarios_evidence_ownSeason,
  ownSellers: m.scenarios_evidence_ownSellers,
  ownChurn: m.scenarios_evidence_ownChurn,
  ownElasticity: m.scenarios_evidence_ownElasticity,
  ownHires: m.scenarios_evidence_ownHires,
  ownDeals: m.scenarios_evidence_ownDeals,
  larkin2014: m.scenarios_evidence_larkin2014,
  oyer1998: m.scenarios_evidence_oyer1998,
  bijmolt2005: m.scenarios_evidence_bijmolt2005,
  auer2020: m.scenarios_evidence_auer2020,
  sethuraman2011: m.scenarios_evidence_sethuraman2011,
} satisfies Record<Evidence, (inputs: { source: string }) => string>;

/** What the share of a seller who leaves starts from. @param sellers how many there are, and who says so; null where nobody does */
export function sellersSentence(sellers: { count: number; from: 'deals' | 'plan' } | null): string {
  if (sellers === null) return m.scenarios_evidence_ownSellers();
  const said = { count: sellers.count, number: countWord(sellers.count) };
  return sellers.from === 'deals'
    ? m.scenarios_evidence_sellers_deals(said)
    : m.scenarios_evidence_sellers_plan(said);
}

/** What the figures of a ready-made change rest on. @param source the study it names; null where it is none */
export function evidenceSentence(evidence: Evidence, source: string | null): string {
  return EVIDENCE_SENTENCES[evidence]({ source: source ?? '' });
}
