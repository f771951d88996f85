/** All digits of a number, without an exponent. Three decimals get a fourth, so that nobody takes the mark for one that groups thousands. */
export function plainNumber(number: number): string {
  const [, sign = '', whole = '', decimals = '', zeros] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(number)) ?? [];
  const plain =
    zeros === undefined ? String(number) : `${sign}0.${'0'.repeat(Number(zeros) - 1)}${whole}${decimals}`;
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}
