import type { ImportProblem } from '../csv/types';
import type { StorageProblem } from '../worker/protocol';
import type { RowIssueCode } from '../workspace/importTypes';
import { list, number } from './format';
import { isMeaning, meaningName } from './importWords';
import { m } from './paraglide/messages';
import { parameter, type Params } from './parameter';
import { storageSentence } from './problems';
import { isRowIssueCode, rowIssueSentence } from './rowIssues';

const SPREADSHEETS = ['xlsx', 'xls', 'ods'];

function binarySentence(params: Params): string {
  const file = parameter(params, 'file');
  const looksLike = parameter(params, 'looksLike');
  if (SPREADSHEETS.includes(looksLike)) return m.problems_binary_spreadsheet({ file });
  if (looksLike === 'archive') return m.problems_binary_archive({ file });
  return looksLike === 'pdf' ? m.problems_binary_pdf({ file }) : m.problems_binary_other({ file });
}

/** Meanings that no column has, as they are called on screen: “Created on” and “Stage”. */
function missingMeanings(params: Params): string {
  const names = parameter(params, 'missing').split(/,\s*/);
  return list(names.map((name) => m.problems_quoted({ name: isMeaning(name) ? meaningName(name) : name })));
}

function allRejectedSentence(params: Params): string {
  const file = parameter(params, 'file');
  const { rows, row, column, value, code } = params;
  if (typeof rows !== 'number' || typeof row !== 'number' || !isRowIssueCode(String(code)))
    return m.problems_all_rejected_plain({ file });
  return m.problems_all_rejected({
    file,
    count: rows,
    number: number(rows),
    reason: rowIssueSentence({
      row,
      column: String(column ?? ''),
      value: String(value ?? ''),
      code: code as RowIssueCode,
    }),
  });
}

const IMPORT = {
  emptyFile: (params) => m.problems_empty_file({ file: parameter(params, 'file') }),
  onlyHeader: (params) => m.problems_only_header({ file: parameter(params, 'file') }),
  binaryFile: binarySentence,
  tooLarge: (params) =>
    m.problems_too_large({
      file: parameter(params, 'file'),
      megabytes: parameter(params, 'megabytes'),
      limit: parameter(params, 'limitMegabytes'),
    }),
  tooManyRows: (params) =>
    m.problems_too_many_rows({ file: parameter(params, 'file'), limit: parameter(params, 'limit') }),
  unreadable: (params) => m.problems_unreadable({ file: parameter(params, 'file') }),
  noUsableColumns: (params) =>
    m.problems_no_usable_columns({ file: parameter(params, 'file'), missing: missingMeanings(params) }),
  onlyHistory: (params) => m.problems_only_history({ file: parameter(params, 'file') }),
  allRejected: allRejectedSentence,
  noCommonKey: (params) =>
    m.problems_no_common_key({ first: parameter(params, 'first'), second: parameter(params, 'second') }),
  tooManyFiles: (params) => m.problems_too_many_files({ number: parameter(params, 'count') }),
  cancelled: () => m.problems_cancelled(),
} satisfies Record<ImportProblem['code'], (params: Params) => string>;

/** Why an import was not made, and what to do. */
export function importProblemSentence(problem: ImportProblem | StorageProblem): string {
  return problem.code in IMPORT
    ? IMPORT[(problem as ImportProblem).code](problem.params)
    : storageSentence(problem as StorageProblem);
}
