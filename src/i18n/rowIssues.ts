import type { RowIssue, RowIssueCode } from '../workspace/importTypes';
import { number } from './format';
import { m } from './paraglide/messages';

interface Place {
  row: string;
  column: string;
  value: string;
}

const ISSUES = {
  missingCreated: (place) =>
    place.column === '' ? m.problems_row_missing_created_plain(place) : m.problems_row_missing_created(place),
  badDate: m.problems_row_bad_date,
  badNumber: m.problems_row_bad_number,
  tooFewColumns: m.problems_row_too_few_columns,
  tooManyColumns: m.problems_row_too_many_columns,
  badQuotes: m.problems_row_bad_quotes,
  unknownOutcome: m.problems_row_unknown_outcome,
  createdInFuture: m.problems_row_created_in_future,
} satisfies Record<RowIssueCode, (place: Place) => string>;

export function isRowIssueCode(code: string): code is RowIssueCode {
  return Object.hasOwn(ISSUES, code);
}

/** Why a row was not taken: "Row 14, Amount: “1.2.3” is not a number. Check the decimal mark." */
export function rowIssueSentence(issue: Omit<RowIssue, 'file'>): string {
  return ISSUES[issue.code]({ row: number(issue.row), column: issue.column, value: issue.value });
}
