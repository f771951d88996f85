/**
 * SVG path of a line through equally spaced values in a box of `width` × `height`, zero at the bottom: a flat line
 * low down is little, not a lot of nothing. Empty for fewer than two values.
 */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  const highest = Math.max(...values, 0);
  if (values.length < 2) return '';
  return values
    .map((value, index) => {
      const x = (index / (values.length - 1)) * width;
      const y = highest > 0 ? height - (value / highest) * height : height;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
