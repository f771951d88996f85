import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { compactMessage } from './compactMessages.ts';

/**
 * For unit tests: all messages as one module, each in the form that a build gives it. The compiler writes a module for
 * each, and loading twelve hundred of them afresh for every file of tests took longer than the tests.
 */
export function oneFileOfMessages(): Plugin {
  return {
    name: 'seedcast:one-file-of-messages',
    load: {
      filter: { id: /\/i18n\/paraglide\/messages\/_index\.js$/ },
      handler(index) {
        const folder = dirname(index);
        const listed = readFileSync(index, 'utf8').matchAll(/^export \* from '(\.\/[^']+)'/gm);
        const messages = [...listed].map(([asListed, file = ''], position) => {
          const compact = compactMessage(readFileSync(join(folder, file), 'utf8'));
          return compact === null ? asListed : renamed(compact, `message${position}`);
        });
        return `import { chooseMessage } from '../../chooseMessage.ts';\n${messages.join('\n')}`;
      },
    },
  };
}

/** A compacted message under a name of its own in its module, where what it imports is imported already. */
function renamed(compact: string, name: string): string {
  return compact
    .replace(/^import .*\n/, '')
    .replace(/^const message = /m, () => `const ${name} = `)
    .replace(/^export \{ message as /m, () => `export { ${name} as `);
}
