/** Fields in which the browser undoes typing by itself. */
const OWN_UNDO = 'textarea, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';

/** What a key asks for: Ctrl+Z or Command+Z, with Shift or as Ctrl+Y to redo; null for any other, and within a text field. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.target instanceof Element && event.target.matches(OWN_UNDO)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null;
}
