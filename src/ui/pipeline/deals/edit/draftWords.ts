import { day, decimalMark, exactMoney, number } from '../../../../i18n/format';
import { outcomeName } from '../../../../i18n/importWords';
import { m } from '../../../../i18n/paraglide/messages';
import type { DealFields, DraftProblem } from './dealDraft';
import type { EditableField } from '../../../../workspace/types';

const FIELDS: Readonly<Record<EditableField, () => string>> = {
  name: m.deals_field_name,
  company: m.pipeline_field_company,
  owner: m.pipeline_field_owner,
  source: m.deals_field_source,
  created: m.pipeline_field_created,
  outcome: m.pipeline_field_outcome,
  closed: m.pipeline_field_closed,
  expectedClose: m.deals_field_expectedClose,
  amount: m.pipeline_field_amount,
  currency: m.deals_field_currency,
  stage: m.pipeline_field_stage,
};

export function fieldName(field: EditableField): string {
  return FIELDS[field]();
}

/** An amount as one would type it, with all its decimals. */
export function writeAmount(value: number): string {
  return number(value, 6);
}

/** What a field holds, for reading; null where it holds nothing. */
export function fieldWords(fields: DealFields, field: EditableField): string | null {
  switch (field) {
    case 'created':
    case 'closed':
    case 'expectedClose': {
      const value = fields[field];
      return value === null ? null : day(value);
    }
    case 'outcome':
      return outcomeName(fields.outcome);
    case 'amount':
      if (fields.amount === null) return null;
      return fields.currency === null ? number(fields.amount, 2) : exactMoney(fields.amount, fields.currency);
    case 'name':
    case 'company':
    case 'owner':
    case 'source':
    case 'currency':
    case 'stage':
      return fields[field] || null;
  }
}

/** What is wrong with a field and what to do about it. */
export function problemWords(problem: DraftProblem, typed: string): string {
  switch (problem) {
    case 'nameMissing':
      return m.deals_problem_nameMissing();
    case 'dayMissing':
      return m.deals_problem_dayMissing();
    case 'notADay':
      return m.deals_problem_notADay();
    case 'inFuture':
      return m.deals_problem_inFuture();
    case 'closedMissing':
      return m.deals_problem_closedMissing();
    case 'closedBeforeCreated':
      return m.deals_problem_closedBeforeCreated();
    case 'unknownCurrency':
      return m.deals_problem_unknownCurrency();
    case 'notANumber':
      return m.deals_problem_notANumber({ example: number(12_500) });
    case 'notPositive':
      return m.deals_problem_notPositive();
    case 'ambiguousMark':
      return m.deals_problem_ambiguousMark({
        typed: typed.trim(),
        decimals: `2${decimalMark()}5`,
        thousands: number(450_000),
      });
    case 'tooLarge':
      return m.deals_problem_tooLarge({ most: number(1e12) });
  }
}
