import type { Bridge, BridgePart, Kind, Month } from '../engine';
import { change, money, month, number, percent } from './format';
import { kindName } from './kinds';
import { m } from './paraglide/messages';

const KINDS_WITHIN: Record<Kind | 'all', () => string> = {
  seed: m.diagnose_kind_seed,
  net: m.diagnose_kind_net,
  spear: m.diagnose_kind_spear,
  unsorted: m.diagnose_kind_unsorted,
  all: m.diagnose_kind_all,
};

/** A kind within a sentence: "nets". */
export function kindWithin(kind: Kind | 'all'): string {
  return KINDS_WITHIN[kind]();
}

const LEADS_OF: Record<Kind | 'all', () => string> = {
  seed: m.diagnose_leads_seed,
  net: m.diagnose_leads_net,
  spear: m.diagnose_leads_spear,
  unsorted: m.diagnose_kind_unsorted,
  all: m.diagnose_kind_all,
};

/** Those of a kind, where some of them do something: Swedish "nät-leads". */
export function leadsOf(kind: Kind | 'all'): string {
  return LEADS_OF[kind]();
}

/** A true minus, in the place of the hyphen that English figures come with. */
export function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}

/** From here on units are whole: decimals of a small part would say more than is known. */
const WHOLE_FROM = 100;

/** A part of a bridge, its sign always shown; whole units unless the whole bridge is a matter of a few. */
export function partChange(value: number, { actual, compared }: Pick<Bridge, 'actual' | 'compared'>): string {
  return withMinus(change(Math.max(actual, compared) < WHOLE_FROM ? value : Math.round(value)));
}

/** The first letter as at the beginning of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "18 days". */
export function daysWords(days: number): string {
  const count = Math.round(days);
  return m.diagnose_days({ count, shown: number(count) });
}

const SHARES: readonly (readonly [upTo: number, words: (() => string) | null])[] = [
  [0.2, null],
  [0.29, m.diagnose_share_quarter],
  [0.4, m.diagnose_share_third],
  [0.6, m.diagnose_share_half],
  [0.71, m.diagnose_share_two_thirds],
  [0.8, m.diagnose_share_three_quarters],
  [0.95, m.diagnose_share_most],
  [1.05, m.diagnose_share_all],
  [Infinity, m.diagnose_share_more],
];

/** "Two thirds of it"; small shares as per cent. */
export function shareWords(share: number): string {
  const words = SHARES.find(([upTo]) => share < upTo)?.[1];
  return words ? words() : m.diagnose_share_percent({ share: percent(share) });
}

/**
 * Part of a sentence: what made a difference, and since when: "nets bring 40% fewer leads since September".
 *
 * @param by the month it is said in: of an earlier year the year is said too
 */
export function causeClause(part: BridgePart, by: Month): string {
  const { cause, kind, before, now } = part;
  if (cause === 'chance') return m.diagnose_cause_chance();
  if (cause === 'season') return m.diagnose_cause_season();
  if (cause === 'ambition') return m.diagnose_cause_ambition();
  const said = {
    kind: kindWithin(kind ?? 'all'),
    since: part.since === null ? '' : m.diagnose_since({ month: month(part.since, styleOf(part.since, by)) }),
  };
  const isLess = (now ?? 0) < (before ?? 0);
  if (cause === 'time') {
    const days = daysWords(Math.abs((now ?? 0) - (before ?? 0)));
    if (part.stage === null)
      return isLess
        ? m.diagnose_cause_time_whole_shorter({ ...said, days })
        : m.diagnose_cause_time_whole_longer({ ...said, days });
    const { stage } = part;
    return isLess
      ? m.diagnose_cause_time_shorter({ ...said, days, stage })
      : m.diagnose_cause_time_longer({ ...said, days, stage });
  }
  if (cause === 'conversion') {
    const rates = {
      ...said,
      kind: leadsOf(kind ?? 'all'),
      now: percent(now ?? 0),
      before: percent(before ?? 0),
    };
    if (part.stage === null)
      return isLess ? m.diagnose_cause_won_less(rates) : m.diagnose_cause_won_more(rates);
    const { stage } = part;
    return isLess
      ? m.diagnose_cause_conversion_less({ ...rates, stage })
      : m.diagnose_cause_conversion_more({ ...rates, stage });
  }
  const share = percent(Math.abs(part.change ?? 0));
  if (cause === 'dealSize')
    return isLess
      ? m.diagnose_cause_size_less({ ...said, share })
      : m.diagnose_cause_size_more({ ...said, share });
  return leadsClause(part, { ...said, share, now: number(now ?? 0, 1) }, isLess);
}

/** Unsorted leads bring nothing: they come in. */
function leadsClause(
  { kind, change: changed }: BridgePart,
  words: { kind: string; since: string; share: string; now: string },
  isLess: boolean,
): string {
  if (kind === 'unsorted') {
    if (changed === null) return m.diagnose_cause_unsorted_new(words);
    return isLess ? m.diagnose_cause_unsorted_less(words) : m.diagnose_cause_unsorted_more(words);
  }
  if (changed === null) return m.diagnose_cause_leads_new(words);
  return isLess ? m.diagnose_cause_leads_less(words) : m.diagnose_cause_leads_more(words);
}

/** Without its year only a month of the last twelve can be meant. */
function styleOf(since: Month, by: Month): 'long' | 'longWithYear' {
  const [place = 0, end = 0] = [since, by].map(
    (each) => 12 * Number(each.slice(0, 4)) + Number(each.slice(5)),
  );
  return end - place > 11 ? 'longWithYear' : 'long';
}

/** A part as it stands in the list: "Nets: leads". */
export function partName({ cause, kind, stage }: Pick<BridgePart, 'cause' | 'kind' | 'stage'>): string {
  if (cause === 'season') return m.diagnose_bridge_part_season();
  if (cause === 'ambition') return m.diagnose_bridge_part_ambition();
  if (cause === 'chance') return m.diagnose_bridge_part_chance();
  const name = { kind: kindName(kind ?? 'unsorted') };
  if (cause === 'leads') return m.diagnose_bridge_part_leads(name);
  if (cause === 'dealSize') return m.diagnose_bridge_part_size(name);
  if (cause === 'time')
    return stage === null
      ? m.diagnose_bridge_part_time_whole(name)
      : m.diagnose_bridge_part_time({ ...name, stage });
  return stage === null
    ? m.diagnose_bridge_part_won(name)
    : m.diagnose_bridge_part_conversion({ ...name, stage });
}

/** What a part was and is: "65% → 44%"; null where that is nothing to tell. */
export function partFigures({ cause, before, now }: BridgePart, currency: string): string | null {
  if (before === null || now === null) return null;
  const words = (value: number): string => {
    if (cause === 'conversion') return percent(value);
    if (cause === 'time') return daysWords(value);
    return cause === 'dealSize' ? money(value, currency) : number(value, 1);
  };
  const said = m.diagnose_bridge_from_to({ before: words(before), now: words(now) });
  return cause === 'leads' ? m.diagnose_bridge_per_month({ count: said }) : said;
}
