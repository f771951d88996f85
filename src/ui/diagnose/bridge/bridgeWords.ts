import type { Bridge, BridgeAgainst, BridgeNote, BridgePeriod } from '../../../engine';
import { day, money, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

export const PERIOD_NAMES: Readonly<Record<BridgePeriod['code'], () => string>> = {
  quarter: m.diagnose_bridge_period_quarter,
  lastQuarter: m.diagnose_bridge_period_lastQuarter,
  year: m.diagnose_bridge_period_year,
  halfYear: m.diagnose_bridge_period_halfYear,
};

export const AGAINST_NAMES: Readonly<Record<BridgeAgainst, () => string>> = {
  target: m.diagnose_bridge_against_target,
  lastYear: m.diagnose_bridge_against_lastYear,
  before: m.diagnose_bridge_against_before,
  plan: m.diagnose_bridge_against_plan,
};

export const START_NAMES: Readonly<Record<BridgeAgainst, () => string>> = {
  target: m.diagnose_bridge_start_target,
  lastYear: m.diagnose_bridge_start_lastYear,
  before: m.diagnose_bridge_start_before,
  plan: m.diagnose_bridge_start_plan,
};

/** Nearer than this to each other, in shares of the bigger, is about the same. */
const SAME_SHARE = 0.005;

/** "SEK 238,000 less than in the same days a year ago" */
export function bridgeFinding(bridge: Bridge, currency: string): string {
  const base = baseWords(bridge);
  const { gap, actual, compared } = bridge;
  if (Math.abs(gap) <= SAME_SHARE * Math.max(actual, compared)) return m.diagnose_bridge_same({ base });
  const words = { gap: money(Math.abs(gap), currency), base };
  return gap < 0 ? m.diagnose_bridge_less(words) : m.diagnose_bridge_more(words);
}

function baseWords({ against, base }: Bridge): string {
  if (against === 'target') return m.diagnose_bridge_base_target();
  if (against === 'plan') return m.diagnose_bridge_base_plan();
  if (against === 'lastYear' || base === null) return m.diagnose_bridge_base_lastYear();
  return m.diagnose_bridge_base_before({ span: `${day(base.from)} – ${day(base.to)}` });
}

/** What limits a bridge, as a sentence. */
export function bridgeNoteSentence({ code, params }: BridgeNote): string {
  switch (code) {
    case 'noStages':
      return m.diagnose_bridge_note_noStages();
    case 'stagesDiffer':
      return m.diagnose_bridge_note_stagesDiffer();
    case 'baseNotWhole':
      return m.diagnose_bridge_note_baseNotWhole({ day: day(Number(params['from'])) });
    case 'fewWins': {
      const count = Number(params['wins']);
      return m.diagnose_bridge_note_fewWins({ count, shown: number(count) });
    }
  }
}
