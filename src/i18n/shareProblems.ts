import type { ShareProblem, StorageProblem } from '../worker/protocol';
import { m } from './paraglide/messages';
import { parameter, type Params } from './parameter';
import { storageSentence } from './problems';

const SHARE = {
  notALink: m.problems_share_not_a_link,
  damaged: (params) => m.problems_share_damaged({ path: parameter(params, 'path') }),
  newerVersion: (params) => m.problems_share_newer_version({ version: parameter(params, 'version') }),
  tooLarge: m.problems_share_too_large,
  needsPassphrase: m.problems_share_needs_passphrase,
  wrongPassphrase: m.problems_share_wrong_passphrase,
  noEncryption: m.problems_share_no_encryption,
  tooSlowToOpen: m.problems_share_too_slow,
} satisfies Record<ShareProblem['code'], (params: Params) => string>;

function isOfShare(problem: ShareProblem | StorageProblem): problem is ShareProblem {
  return Object.hasOwn(SHARE, problem.code);
}

/** Why a link or a forecast's file could not be made or opened, and what to do. */
export function shareSentence(problem: ShareProblem | StorageProblem): string {
  return isOfShare(problem) ? SHARE[problem.code](problem.params) : storageSentence(problem);
}
