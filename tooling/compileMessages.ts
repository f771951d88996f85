/** `npm run messages`: compiles the messages, so that a fresh clone can be checked before it was ever built. */
import { compile } from '@inlang/paraglide-js';
import { assertCatalogueCompiled } from './build/messageCatalogue.ts';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from './build/messageOptions.ts';

try {
  await compile({ ...MESSAGE_OPTIONS });
  console.log(`${assertCatalogueCompiled(MESSAGE_SOURCES, MESSAGE_OPTIONS.outdir)} messages compiled.`);
  // The compiler leaves a timer running that would hold the process for half a minute.
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
