import type { Leak, LeakReading } from '../../../engine';
import { capitalized, daysWords, kindWithin, leadsOf } from '../../../i18n/diagnoseWords';
import { number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** What is worse, its figure of before between `**`. */
export function leakSentence({ measure, kind, stage, now, before }: Leak): string {
  if (measure === 'days') {
    const words = { kind: capitalized(kindWithin(kind)), now: daysWords(now), before: daysWords(before) };
    return stage === null ? m.diagnose_leak_days_whole(words) : m.diagnose_leak_days({ ...words, stage });
  }
  const words = { kind: leadsOf(kind), now: percent(now), before: percent(before) };
  return stage === null ? m.diagnose_leak_won(words) : m.diagnose_leak_conversion({ ...words, stage });
}

/** How sure it is, and on how many deals it rests. */
export function surenessSentence({ probability, atLeast, casesNow, casesBefore }: Leak): string {
  return m.diagnose_leak_sure({
    // Never "100%": an estimate can't know.
    probability: percent(Math.min(0.99, Math.floor(probability * 100) / 100)),
    atLeast: percent(atLeast),
    now: number(casesNow),
    before: number(casesBefore),
  });
}

/** What such a fall usually points to. */
export function readingSentence(reading: LeakReading): string {
  if (reading.code === 'oneSeller')
    return m.diagnose_reading_oneSeller({ seller: reading.seller, share: percent(reading.share) });
  if (reading.code !== 'competitor') return READINGS[reading.code]();
  return reading.valueRatio === null
    ? m.diagnose_reading_competitor()
    : m.diagnose_reading_competitor_value({ share: percent(1 - reading.valueRatio) });
}

const READINGS: Record<Exclude<LeakReading['code'], 'competitor' | 'oneSeller'>, () => string> = {
  leadQuality: m.diagnose_reading_leadQuality,
  fit: m.diagnose_reading_fit,
  wholeFunnel: m.diagnose_reading_wholeFunnel,
  slowFollowUp: m.diagnose_reading_slowFollowUp,
  moreDeciders: m.diagnose_reading_moreDeciders,
  everywhere: m.diagnose_reading_everywhere,
};
