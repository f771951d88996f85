/**
 * Resolves when what was just rendered has been painted. For what the first screen can wait for: a frame callback runs
 * before the paint, a task set from it after.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
