/** How wide a figure is, in digits: marks and gaps between groups are half as wide. */
export function digitsWide(text: string): number {
  return text.length - (text.match(/[\s.,]/g)?.length ?? 0) / 2;
}

/** Room that amounts of money ask for before their unit may stand beside them: "1,000,000". */
export const MILLION = digitsWide('1,000,000');
