import type { Plugin } from 'vite';
import { assertCatalogueCompiled } from './messageCatalogue.ts';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from './messageOptions.ts';

/** Fails the build when messages are missing from the compiled catalogue. Stands after the compiler's own plugin. */
export function requireMessages(): Plugin {
  return {
    name: 'seedcast:require-messages',
    apply: 'build',
    buildStart: {
      order: 'post',
      sequential: true,
      handler() {
        assertCatalogueCompiled(MESSAGE_SOURCES, MESSAGE_OPTIONS.outdir);
      },
    },
  };
}
