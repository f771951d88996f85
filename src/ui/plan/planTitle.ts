import { addMonths, monthOfDay, type Day, type ForecastGist } from '../../engine';
import { money, number } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { isCurrent } from '../forecast/period';

/** What a year of the plan yields. Its months are named where they are not the next twelve. */
export function titleSentence({ nextTwelve, currency }: ForecastGist, today: Day): string {
  const { wins, value, from, to } = nextTwelve;
  const count = Math.round(wins.mean);
  const words = { count, wins: number(count), value: money(value.mean, currency) };
  return isCurrent(nextTwelve, 'nextTwelve', today)
    ? m.plan_title(words)
    : m.plan_title_span({ ...words, span: monthSpan(from, to) });
}

/** A title of a usual length, for the room that one takes: before there is an answer, and whatever it comes to. */
export function sentenceLikeTitle(currency: string, today: Day, isOfDeals: boolean): string {
  const words = { count: 200, wins: number(200), value: money(20_000_000, currency) };
  const from = monthOfDay(today);
  const title = isOfDeals
    ? m.plan_title(words)
    : m.plan_title_span({ ...words, span: monthSpan(from, addMonths(from, 11)) });
  return title.replaceAll('**', '');
}
