import type { AssumptionSource, Doubt, Estimate, KindHistory, PlannedKind } from '../../engine';
import { money, number, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { shownValue, type FigureField } from '../../state/plan/figureField';
import type { PlanPart } from '../../state/plan/figures';
import type { KindYield } from '../../state/plan/kindYield';
import type { FigureProblem } from '../../state/plan/parseFigure';

/** More than `Intl` takes everywhere would be an error. */
const MOST_DECIMALS = 20;

/** One decimal where the figure is small enough for it to matter, two below one. */
export function fewDigits(value: number): string {
  return number(value, value < 1 ? 2 : value < 10 ? 1 : 0);
}

/** A figure as it stands in its field, in the unit shown there: "120,000". What is smaller than its decimals gets two digits: "0.0042". */
export function fieldText(shown: number, { decimals }: FigureField): string {
  const size = Math.abs(shown);
  const isTooSmall = size > 0 && size < 0.5 * 10 ** -decimals;
  return number(shown, isTooSmall ? Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(size))) : decimals);
}

export function unitText(field: FigureField, currency: string): string {
  switch (field.unit) {
    case 'perMonth':
      return m.plan_unit_per_month();
    case 'percent':
      return m.plan_unit_percent();
    case 'percentPerMonth':
      return m.plan_unit_percent_per_month();
    case 'days':
      return m.plan_unit_days();
    case 'percentPerYear':
      return m.plan_unit_percent_per_year();
    case 'people':
      return m.plan_unit_people();
    case 'customers':
      return m.plan_unit_customers();
    case 'power':
      return '';
    case 'money':
      return currency;
    case 'moneyPerMonth':
      return m.plan_unit_money_per_month({ currency });
  }
}

/** Why what was typed can't be used, and what the plan does instead. */
export function figureError(problem: FigureProblem, field: FigureField, kept: string): string {
  switch (problem) {
    case 'empty':
      return m.plan_error_empty({ kept });
    case 'notANumber':
      return m.plan_error_not_a_number({ kept });
    case 'tooLow':
      return m.plan_error_too_low({ min: fieldText(field.min, field), kept });
    case 'tooHigh':
      return m.plan_error_too_high({ max: fieldText(field.max, field), kept });
    case 'notWhole':
      return m.planDrivers_error_not_whole({ kept });
  }
}

export const DOUBT_NAMES: Readonly<Record<Exclude<Doubt, object>, () => string>> = {
  sure: m.plan_doubt_sure,
  roughly: m.plan_doubt_roughly,
  guess: m.plan_doubt_guess,
};

/** The same where a part of the value is nothing: at 0, and at a share of 100 %. */
export const DOUBT_NAMES_OF_NOTHING: typeof DOUBT_NAMES = {
  sure: m.plan_doubt_sure,
  roughly: m.plan_doubt_roughly_none,
  guess: m.plan_doubt_guess_none,
};

/** Where a figure is from, in a quiet word. */
export const SOURCE_NAMES: Readonly<Record<AssumptionSource, () => string>> = {
  default: m.planDrivers_from_default,
  typed: m.planDrivers_from_typed,
  history: m.planDrivers_from_history,
};

export const PART_NAMES: Readonly<Record<PlanPart, () => string>> = {
  leads: m.plan_part_leads,
  closing: m.plan_part_closing,
  value: m.plan_part_value,
};

export const KIND_NOTES: Readonly<Record<PlannedKind, { drives: () => string; typical: () => string }>> = {
  seed: { drives: m.plan_seed_drives, typical: m.plan_seed_typical },
  net: { drives: m.plan_net_drives, typical: m.plan_net_typical },
  spear: { drives: m.plan_spear_drives, typical: m.plan_spear_typical },
};

/** "Of 100 leads **3.4** become customers, after **74 days** on average." */
export function closingSentence({ conversion, daysToWin }: KindYield): string {
  if (conversion === 0) return m.plan_yield_none();
  const count = Math.round(daysToWin);
  return m.plan_yield({ customers: fewDigits(conversion * 100), count, days: number(count) });
}

/** 1 where a number as shown is one, so that what is counted is too: "1 lead", but "1.2 leads". */
export function countOf(shown: string): number {
  return shown === number(1) ? 1 : 2;
}

/**
 * "From 36 leads a month in the coming year about **5.1** are won a month in the long run, worth **SEK 612,000**." In the
 * long run, as leads that have only begun to come are not won at once.
 */
export function monthSentence(result: KindYield, currency: string): string {
  const { leadsPerMonth, winsPerMonth, valuePerMonth } = result;
  const leads = fewDigits(leadsPerMonth);
  return m.planDrivers_yield_year({
    count: countOf(leads),
    leads,
    wins: fewDigits(winsPerMonth),
    value: money(valuePerMonth, currency),
  });
}

/** What the deals say of one figure: "Your deals: **31 a month**, 27 to 36, from 400 deals". */
export function dealsSay({ value, low, high, n }: Estimate, field: FigureField, currency: string): string {
  const text = (stored: number): string => {
    const shown = shownValue(stored, field);
    const decimals = Math.min(field.decimals, shown >= 100 ? 0 : shown >= 10 ? 1 : 2);
    if (field.unit === 'percent') return percent(stored, decimals);
    return field.unit === 'money' ? money(stored, currency) : number(shown, decimals);
  };
  // These say their unit themselves.
  const unit = field.unit === 'percent' || field.unit === 'money' ? '' : unitText(field, currency);
  const said = {
    value: unit === '' ? text(value) : m.planDrivers_with_unit({ value: text(value), unit }),
  };
  const cases = { count: Math.round(n), n: number(n) };
  return low === high
    ? m.planDrivers_deals_say_exactly({ ...said, ...cases })
    : m.planDrivers_deals_say({ ...said, low: text(low), high: text(high), ...cases });
}

/** What a link tells of the sender's deals: as `historySentence`, but not how many cases it rests on. */
export function sharedHistorySentence(part: PlanPart, history: KindHistory, currency: string): string {
  const { leadsPerMonth, conversion, daysToWin, dealValue } = history;
  const said = ({ value, low, high }: Estimate, text: (of: number) => string) => ({
    value: text(value),
    low: text(low),
    high: text(high),
  });
  switch (part) {
    case 'leads':
      return m.shared_says_leads(said(leadsPerMonth, fewDigits));
    case 'closing':
      return m.shared_says_closing({
        ...said(conversion, (of) => percent(of, of < 0.1 ? 1 : 0)),
        days: number(daysToWin.value),
      });
    case 'value':
      return m.shared_says_value(said(dealValue, (of) => money(of, currency)));
  }
}

/** What the history says of one part, how sure that is, and how many cases it rests on. */
export function historySentence(part: PlanPart, history: KindHistory, currency: string): string {
  const { leadsPerMonth, conversion, daysToWin, dealValue } = history;
  const casesOf = (n: number): { count: number; n: string } => ({ count: Math.round(n), n: number(n) });
  switch (part) {
    case 'leads': {
      const { value, low, high, n } = leadsPerMonth;
      return m.plan_history_leads({
        value: fewDigits(value),
        low: fewDigits(low),
        high: fewDigits(high),
        ...casesOf(n),
      });
    }
    case 'closing': {
      const { value, low, high, n } = conversion;
      const days = number(daysToWin.value);
      if (low === 0 && high === 1) return m.plan_history_closing_no_losses({ days });
      const share = (of: number): string => percent(of, of < 0.1 ? 1 : 0);
      return m.plan_history_closing({
        value: share(value),
        low: share(low),
        high: share(high),
        days,
        ...casesOf(n),
      });
    }
    case 'value': {
      const { value, low, high, n } = dealValue;
      return m.plan_history_value({
        value: money(value, currency),
        low: money(low, currency),
        high: money(high, currency),
        ...casesOf(n),
      });
    }
  }
}
