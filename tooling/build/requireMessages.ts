import type { Plugin } from 'vite';
import { compileStaleMessages } from './compileStaleMessages.ts';
import { assertCatalogueCompiled } from './messageCatalogue.ts';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from './messageOptions.ts';

/** Compiles the messages before a build, and fails it when any is missing from the compiled catalogue. */
export function requireMessages(): Plugin {
  return {
    name: 'seedcast:require-messages',
    apply: 'build',
    buildStart() {
      compileStaleMessages();
      assertCatalogueCompiled(MESSAGE_SOURCES, MESSAGE_OPTIONS.outdir);
    },
  };
}
