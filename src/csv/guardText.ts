/** What spreadsheets take for a formula, and the guard itself, so that taking one off always gives the text back. */
const NEEDS_GUARD = /^'*[=+\-@\t\r]/;
const GUARDED = /^''*[=+\-@\t\r]/;

/** A text that a spreadsheet would run as a formula, led by an apostrophe (OWASP, "CSV injection"). */
export function guardText(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text;
}

/** A text without the guard that `guardText` put on. */
export function unguardText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
