import type { DecimalMark } from '../workspace/importTypes';
import type { Counted } from './column';

export interface NumberFinding {
  mark: DecimalMark;
  /** Set where the mark can't be told from the values: one that reads both ways. */
  ambiguous: string | null;
  /** Share of filled cells that read as numbers. */
  readable: number;
}

type Reading =
  { kind: 'plain'; value: number } | { kind: 'either'; digits: string; mark: DecimalMark; scale: number };

/** Currency signs and codes at either end. Not `k`, `m`, `MSEK`: those scale, and a dropped scale is a wrong amount. */
const CURRENCY_START = /^(?:[A-Z]{1,2}\$|\p{Sc}|[A-Z]{3}(?=[\s\d(-])|kr\.?(?=[\s\d-])|Fr\.(?=[\s\d]))\s*/u;
const CURRENCY_END = /\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|:-|,-|zł|Kč)$/u;
/** What most exports write, and what reads only one way. */
const PLAIN = /^\d+(\.\d{1,2})?$/;
/** How often an amount is due; it scales nothing, as the columns beside it say. */
const PERIOD = /(?:\s*\/\s?|\s+(?:per )?)(?:annually|annual|yearly|monthly|year|yr|month|mo)$/i;
/** Spaces of every width and apostrophes only ever group digits. */
const GROUPING = /[\s\u00a0\u2007\u2009\u202f'’]/g;

/**
 * Number in a cell: grouped thousands, either decimal mark, a currency, a percent sign (75% is 0.75), negatives in
 * parentheses or with a minus at either end. `mark` settles only what reads both ways (`1.234`); null = not a number.
 *
 * @example readNumber('€ 3.500,00', '.') // 3500
 */
export function readNumber(cell: string, mark: DecimalMark): number | null {
  if (PLAIN.test(cell)) return Number(cell);
  const reading = interpret(cell);
  if (reading === null) return null;
  if (reading.kind === 'plain') return reading.value;
  const text = reading.mark === mark ? reading.digits.replace(',', '.') : reading.digits.replace(/[.,]/, '');
  return Number(text) * reading.scale;
}

/** What people write where there is no number, in whole cells alone; `--` and `???` too. A formula that failed (`#N/A`) had one. */
const NONE =
  /^(?:|[-\u2010-\u2015\u2212]+|\?+|\.{2,}|\u2026|n\/?a|n\.a\.|nil|none|null|nan|empty|missing|unknown|tb[dac]|not set|(?:ej|inte) satt|ej angiv(?:et|en)|saknas|ok\u00e4nt|inget|k\.\s?a\.|keine? angabe|fehlt|unbekannt|offen|n\.d\.|n\/d|nd|non d\u00e9fini|non renseign\u00e9|inconnu|sin definir|por definir|sem valor|a definir|n\.v\.t\.|nvt|onbekend|n\.b\.)$/i;

/** Whether a cell is blank, or says that there is nothing to say. */
export function saysNone(cell: string): boolean {
  return NONE.test(cell.trim());
}

/** The decimal mark of a column, from all its values. Thousands are far commoner than three decimals: the fallback. */
export function detectDecimalMark(cells: Iterable<Counted>): NumberFinding {
  const votes = { '.': 0, ',': 0 };
  let example: { text: string; mark: DecimalMark } | null = null;
  let filled = 0;
  let readable = 0;
  for (const [cell, count] of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled += count;
    if (PLAIN.test(text)) {
      readable += count;
      if (text.includes('.')) votes['.'] += count;
      continue;
    }
    const reading = interpret(text);
    if (reading === null) {
      if (saysNone(text)) filled -= count;
      continue;
    }
    readable += count;
    const vote = decimalMarkOf(text, reading);
    if (vote !== null) votes[vote] += count;
    else if (reading.kind === 'either') example ??= { text, mark: reading.mark };
  }
  const share = filled === 0 ? 0 : readable / filled;
  if (votes['.'] + votes[','] > 0) {
    return { mark: votes['.'] >= votes[','] ? '.' : ',', ambiguous: null, readable: share };
  }
  const mark = example?.mark === '.' ? ',' : '.';
  return { mark, ambiguous: example?.text ?? null, readable: share };
}

/** What a value by itself says the decimal mark is. */
function decimalMarkOf(text: string, reading: Reading): DecimalMark | null {
  // A dollar or pound amount with a comma groups thousands.
  if (reading.kind === 'either') return /[$£]/.test(text) && reading.mark === ',' ? '.' : null;
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots === 0 && commas === 0) return null;
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (dots + commas > 1) return dots > 0 ? ',' : '.';
  return dots > 0 ? '.' : ',';
}

function interpret(cell: string): Reading | null {
  let text = cell.trim();
  let sign = 1;
  if (/^\(.*\)$/.test(text)) {
    sign = -1;
    text = text.slice(1, -1).trim();
  }
  const isPercent = /%$/.test(text);
  if (isPercent) text = text.slice(0, -1).trim();
  text = text.replace(/[\u2212\u2013]/g, '-').replace(PERIOD, '');
  if (text.startsWith('-')) {
    sign = -sign;
    text = text.slice(1).trim();
  }
  text = text.replace(CURRENCY_START, '').replace(CURRENCY_END, '').replace(GROUPING, '');
  if (/^[+-]/.test(text) || text.endsWith('-')) {
    if (text.startsWith('-') || text.endsWith('-')) sign = -sign;
    text = text.replace(/^[+-]|-$/g, '');
  }
  const scale = isPercent ? sign / 100 : sign;
  const plain = readDigits(text);
  if (plain === null) return null;
  if (typeof plain === 'number') return { kind: 'plain', value: plain * scale };
  return { kind: 'either', digits: text, mark: plain, scale };
}

/** A number, or the mark of a value that reads both ways, or null. */
function readDigits(text: string): number | DecimalMark | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d+(\.\d+)?e\+?\d{1,2}$/i.test(text)) return Number(text);
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return text.includes('.') ? '.' : ',';
  if (/^\d*[.,]\d+$/.test(text) || /^\d+[.,]$/.test(text)) return Number(text.replace(',', '.'));
  // Grouped by one mark, with the other for decimals; Indian grouping has pairs.
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return null;
}
