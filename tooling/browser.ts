import { chromium, type Browser } from '@playwright/test';
import { chromiumFlags, findChromium } from './findChromium.ts';

/** A headless Chromium for scripts. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium().path, args: [...chromiumFlags(), ...flags] });
}
