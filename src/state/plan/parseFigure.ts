import { parseAmount, type WritingHabit } from '../parseAmount';
import type { FigureField } from './figureField';

export type FigureProblem = 'empty' | 'notANumber' | 'tooLow' | 'tooHigh' | 'notWhole';

export type ParsedFigure = { ok: true; value: number } | { ok: false; problem: FigureProblem };

/**
 * A number as people type it: "1 200", "1,200.5", "0,5", "5 %", "−3". A lone mark before exactly three digits groups
 * them (1,200 and 1.200 are both 1200), unless it is the language's own decimal mark; any other lone mark is a decimal
 * mark, whichever it is. Null where it is not one number.
 *
 * @example readNumber('1 200,50', ',') // 1200.5
 */
export function readNumber(text: string, decimalMark: '.' | ','): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’%]/g, '').replace(/^[\u2212\u2013]/, '-');
  const plain = withPointOnly(bare, decimalMark);
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** The same figure with a point for its decimal mark and nothing between groups. */
function withPointOnly(bare: string, decimalMark: '.' | ','): string {
  if (bare.includes('.') && bare.includes(',')) {
    // With both, the later one is the decimal mark.
    const [decimal, group] =
      bare.lastIndexOf('.') > bare.lastIndexOf(',') ? (['.', ','] as const) : ([',', '.'] as const);
    const [whole = '', ...rest] = bare.split(decimal);
    return isGrouped(whole, group) ? [whole.replaceAll(group, ''), ...rest].join('.') : bare;
  }
  const otherMark = decimalMark === '.' ? ',' : '.';
  return isGrouped(bare, otherMark) ? bare.replaceAll(otherMark, '') : bare.replaceAll(',', '.');
}

/** Digits in threes (in India twos and a three) after the first group, which doesn't begin with 0: "0,125" is a fraction. */
function isGrouped(text: string, mark: '.' | ','): boolean {
  return /^[+-]?([1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d{2})*,\d{3})$/.test(
    mark === ',' ? text : text.replace(/[.,]/g, (each) => (each === '.' ? ',' : '.')),
  );
}

/** What was typed into a field, in the unit shown there, or why it can't be used. Money may be written out: "£5,000", "12k", "1,5 mkr". */
export function parseFigure(
  text: string,
  { min, max, unit, isWhole = false }: Pick<FigureField, 'min' | 'max' | 'unit' | 'isWhole'>,
  habit: WritingHabit,
): ParsedFigure {
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  const value = readNumber(text, habit.decimalMark) ?? (isMoney(unit) ? readMoney(text, habit) : null);
  if (value === null) return { ok: false, problem: 'notANumber' };
  if (value < min) return { ok: false, problem: 'tooLow' };
  if (value > max) return { ok: false, problem: 'tooHigh' };
  if (isWhole && !Number.isInteger(value)) return { ok: false, problem: 'notWhole' };
  return { ok: true, value };
}

function isMoney(unit: FigureField['unit']): boolean {
  return unit === 'money' || unit === 'moneyPerMonth';
}

function readMoney(text: string, habit: WritingHabit): number | null {
  const read = parseAmount(text, habit);
  return read.ok ? read.value : null;
}
