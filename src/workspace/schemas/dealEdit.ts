import * as v from 'valibot';
import type { DealRecord } from '../../engine';
import { admitDeal } from './deal';
import { day, money, outcome, text } from './values';

function changeOf<Schema extends v.GenericSchema>(value: Schema) {
  return v.exactOptional(v.object({ from: value, to: value }));
}

const textOrNull = v.nullable(text);
const dayOrNull = v.nullable(day);

const changes = v.object({
  name: changeOf(text),
  company: changeOf(textOrNull),
  owner: changeOf(textOrNull),
  source: changeOf(textOrNull),
  created: changeOf(day),
  outcome: changeOf(outcome),
  closed: changeOf(dayOrNull),
  expectedClose: changeOf(dayOrNull),
  amount: changeOf(v.nullable(money)),
  currency: changeOf(textOrNull),
  stage: changeOf(textOrNull),
});

/** Checked as deals are: see `admitDeal`. */
const deal = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, DealRecord>(({ dataset, addIssue, NEVER }) => {
    const admitted = admitDeal(dataset.value);
    if (admitted) return admitted;
    addIssue({ message: 'not a deal' });
    return NEVER;
  }),
);

export const dealEditSchema = v.pipe(
  v.object({
    dealId: text,
    isExcluded: v.boolean(),
    changes,
    added: v.nullable(deal),
    ofExample: v.exactOptional(v.literal(true)),
  }),
  v.check(
    ({ dealId, added }) => added === null || added.id === dealId,
    'an added deal has the id of its edit',
  ),
);
