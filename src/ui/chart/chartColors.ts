import type { Kind } from '../../engine';

/** The page's colours as the canvas needs them. */
export interface ChartColors {
  paper: string;
  card: string;
  ink: string;
  muted: string;
  line: string;
  less: string;
  more: string;
  kinds: Readonly<Record<Kind, string>>;
  kindTexts: Readonly<Record<Kind, string>>;
  font: string;
}

/** Reads the tokens as they are now: light or dark. */
export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const seed = token('seed');
  const net = token('net');
  const unsorted = token('unsorted');
  return {
    paper: token('paper'),
    card: token('card'),
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    less: token('less'),
    more: token('more'),
    kinds: { seed, net, spear: token('spear'), unsorted },
    kindTexts: { seed: token('seed-text'), net, spear: token('spear-text'), unsorted: token('muted') },
    font: token('sans'),
  };
}

/** Calls back when the page turns light or dark, by the system or by the setting; returns how to stop. */
export function onColorsChange(callback: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  system.addEventListener('change', callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', callback);
    observer.disconnect();
  };
}

/** The colour with this much of it left, 0 to 1. */
export function fade(color: string, share: number): string {
  return `color-mix(in srgb, ${color} ${share * 100}%, transparent)`;
}
