import type { Locator } from '@playwright/test';

/** Where on an element, as shares of its width and height. */
export interface Spot {
  x: number;
  y: number;
}

const MIDDLE: Spot = { x: 0.5, y: 0.5 };

/**
 * Drags with the mouse from a spot on one element to a spot on another (or the same), as a hand does: it takes hold once
 * the element stands still with nothing above it, and aims at where the other one then is.
 */
export async function drag(held: Locator, to: Spot, { from = MIDDLE, onto = held } = {}): Promise<void> {
  const { mouse } = held.page();
  const size = await boxOf(held);
  await held.hover({ position: { x: from.x * size.width, y: from.y * size.height } });
  await mouse.down();
  const target = await boxOf(onto);
  await mouse.move(target.x + to.x * target.width, target.y + to.y * target.height, { steps: 8 });
  await mouse.up();
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('There is nothing on screen to drag or to drag to.');
  return box;
}
