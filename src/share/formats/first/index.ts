import type { SharedDeal, SharedForecast } from '../../../workspace/sharedForecast';
import { list, nullable, number, oneOf, struct } from '../../fields';
import { model } from './model';
import { plan } from './plan';
import { scenarios } from './scenarios';
import { day, MOST, name } from './values';

const target = nullable(number);

const deal = struct<SharedDeal>({
  name: nullable(name),
  company: nullable(name),
  owner: nullable(name),
  chance: number,
  expected: number,
});

/**
 * The first format of links: every figure by its place. It has shipped, so nothing in this folder changes any more, neither an order
 * nor a member: links made with it open for ever. What a shared forecast holds beyond this needs another format.
 */
export const first = struct<SharedForecast>({
  title: name,
  companyName: name,
  madeOn: day,
  currency: name,
  fiscalYearStart: number,
  targets: struct<SharedForecast['targets']>({ quarter: target, year: target, nextTwelve: target }),
  planName: name,
  plan,
  start: day,
  fitted: nullable(model),
  rests: nullable(struct<{ deals: number; won: number }>({ deals: number, won: number })),
  seed: number,
  scenarios,
  view: struct<SharedForecast['view']>({
    screen: oneOf('forecast', 'scenarios'),
    period: oneOf('quarter', 'year', 'nextTwelve'),
  }),
  deals: nullable(list(deal, MOST.deals)),
});
