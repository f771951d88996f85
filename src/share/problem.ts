/** Why a link, a file or a passphrase was refused: a code for `i18n` to put in words. */
export interface ShareProblem {
  code:
    | 'notALink' // nothing in it looks like a Seedcast link or file
    | 'damaged' // { path }: cut, mistyped or altered
    | 'newerVersion' // { version }: made by a newer Seedcast
    | 'tooLarge' // { most }: characters it may have
    | 'needsPassphrase' // it is locked, and none was given
    | 'wrongPassphrase'
    | 'noEncryption' // the browser offers none on this (plain http) address
    | 'tooSlowToOpen'; // it asks for more rounds of key derivation than anybody needs
  params: Readonly<Record<string, string | number>>;
}

/** An answer that is no. */
export interface Refused {
  ok: false;
  problem: ShareProblem;
}

export function refuse(code: ShareProblem['code'], params: ShareProblem['params'] = {}): Refused {
  return { ok: false, problem: { code, params } };
}
