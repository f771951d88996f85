import { tick } from 'svelte';
import { placeKey, type PlanPlace } from '../../../engine';

/** The screen is drawn, and what a section holds is made when it opens: both take a frame or two. */
const FRAMES = 30;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Once the assumptions are on screen: opens what the figure stands in, and puts the keyboard into its field. */
export async function showAssumption(place: PlanPlace): Promise<void> {
  await tick();
  const row = (): HTMLElement | null => document.querySelector(`[data-place="${placeKey(place)}"]`);
  for (let frame = 0; frame < FRAMES && !document.querySelector('details.seed'); frame++) await nextFrame();
  if (!row()) await openSections(row);
  const found = row();
  for (let at = found?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  found?.querySelector('input')?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
}

/** Sections that belong to no kind are made when first opened: those that don't hold the figure close again. */
async function openSections(row: () => HTMLElement | null): Promise<void> {
  for (const section of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    section.open = true;
    await nextFrame();
    await nextFrame();
    if (row()) return;
    section.open = false;
  }
}
