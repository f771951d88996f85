import { assumptionAt, placesOf, type Forecast } from '../../engine';
import { list, money, number } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import type { SharedDeal, SharedForecast } from '../../workspace/sharedForecast';

/** All that a link holds, line by line, in the order of what people ask first. */
export function contentsLines(shared: SharedForecast, forecast: Forecast): string[] {
  const { title, companyName, scenarios, deals, currency } = shared;
  return [
    ...(title === '' ? [] : [m.share_contains_title({ title })]),
    ...(companyName === '' ? [] : [m.share_contains_company({ name: companyName })]),
    planLine(shared),
    ...historyLines(shared),
    monthsLine(forecast),
    ...targetsLines(shared),
    ...(scenarios.variants.length === 0
      ? []
      : [m.share_contains_scenarios({ names: list(scenarios.variants.map(({ name }) => name)) })]),
    ...(deals === null || deals.length === 0 ? [] : [dealsLine(deals)]),
    m.share_contains_settings({ currency }),
  ];
}

/** What stays on this device, in one line. */
export function lacksLine({ companyName, deals }: SharedForecast): string {
  const told = deals ?? [];
  // A deal's name is what somebody made it; it may well tell who buys or sells.
  const hasNames = told.some(({ name }) => name !== null);
  return m.share_lacks_list({
    items: capitalise(
      list([
        told.length === 0 ? m.share_lacks_deals() : m.share_lacks_other_deals(),
        ...(hasNames || told.some(({ company }) => company !== null) ? [] : [m.share_lacks_customers()]),
        ...(hasNames || told.some(({ owner }) => owner !== null) ? [] : [m.share_lacks_sellers()]),
        ...(companyName === '' ? [m.share_lacks_company()] : []),
        m.share_lacks_files(),
        m.share_lacks_rest(),
      ]),
    ),
  });
}

function planLine({ plan, planName }: SharedForecast): string {
  const count = placesOf(plan).filter((place) => assumptionAt(plan, place) !== null).length;
  const words = { count, figures: number(count) };
  return planName === ''
    ? m.share_contains_plan(words)
    : m.share_contains_named_plan({ ...words, name: planName });
}

function historyLines({ fitted, rests }: SharedForecast): string[] {
  if (fitted === null) return [];
  const open = fitted.open.reduce((total, group) => total + group.count, 0);
  const groups = fitted.open.length;
  const words = { count: open, deals: number(open) };
  return [
    rests === null
      ? m.share_contains_model()
      : m.share_contains_history({ count: rests.deals, deals: number(rests.deals), won: number(rests.won) }),
    ...(open === 0
      ? []
      : [
          groups === 1
            ? m.share_contains_open_group(words)
            : m.share_contains_open({ ...words, groups: number(groups) }),
        ]),
  ];
}

function monthsLine({ months, past }: Forecast): string {
  const from = months[0]?.from ?? '';
  const span = monthSpan(from, months.at(-1)?.to ?? from);
  return past.length === 0 ? m.share_contains_months_ahead({ span }) : m.share_contains_months({ span });
}

function targetsLines({ targets, currency }: SharedForecast): string[] {
  const amounts = [targets.quarter, targets.year, targets.nextTwelve].flatMap((target) =>
    target === null ? [] : [money(target, currency)],
  );
  return amounts.length === 0 ? [] : [m.share_contains_targets({ targets: list(amounts) })];
}

/** By name as far as they have one; the others are counted. */
function dealsLine(deals: readonly SharedDeal[]): string {
  const told = deals.map(dealWords).filter((words) => words !== '');
  const unnamed = deals.length - told.length;
  const words = { count: deals.length, deals: number(deals.length) };
  if (told.length === 0) return m.share_contains_deals_unnamed(words);
  const rest = unnamed === 0 ? [] : [m.share_contains_more_deals({ count: unnamed, deals: number(unnamed) })];
  return m.share_contains_deals({ ...words, names: list([...told, ...rest]) });
}

function dealWords({ name, company, owner }: SharedDeal): string {
  const who = [company, owner].filter((each) => each !== null && each !== '').join(', ');
  if (name === null) return who;
  return who === '' ? name : `${name} (${who})`;
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
