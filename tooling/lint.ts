/** `npm run lint`: ESLint with the layer rules, and whether everything is formatted. */
import { compileStaleMessages } from './build/compileStaleMessages.ts';
import { runSideBySide } from './runSideBySide.ts';

compileStaleMessages();
const outcomes = await runSideBySide([
  { title: 'eslint', command: ['eslint', '.', '--max-warnings', '0'] },
  { title: 'prettier', command: ['prettier', '--check', '.'] },
]);
process.exit(outcomes.every(({ isGreen }) => isGreen) ? 0 : 1);
