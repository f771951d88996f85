import type { Plugin } from 'vite';

/**
 * Scripts of their own ahead of the app, in this order. Written into index.html beside the app's script, all would be bundled into one
 * file: what breaks the app would break its rescue, and the worker would not be woken before the app has been read.
 */
const SOURCES = { rescue: 'src/rescue/rescue.ts', wake: 'src/worker/wake.ts' } as const;

/** Whether a module is of a script ahead of the app's which the app uses, too: such a module stays there. */
export function isOfWake(id: string): boolean {
  return /\/src\/worker\/(wake|firstWorker)\.ts/.test(id);
}

/** Loads these scripts ahead of the app. */
export function earlyEntries(): Plugin {
  return {
    name: 'seedcast:early-entries',
    config: () => ({ build: { rolldownOptions: { input: { index: 'index.html', ...SOURCES } } } }),
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, server }) =>
        Object.entries(SOURCES).map(([name, source]) => {
          const src = server ? `/${source}` : `./${builtFile(bundle ?? {}, name, source)}`;
          return { tag: 'script', attrs: { type: 'module', src }, injectTo: 'head-prepend' as const };
        }),
    },
  };
}

function builtFile(
  bundle: Readonly<Record<string, { type: string; name?: string | undefined; fileName: string }>>,
  name: string,
  source: string,
): string {
  const built = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === name);
  if (!built) throw new Error(`The build has no file made of ${source}.`);
  return built.fileName;
}
