/** The address that opens a payload in the Seedcast of this page. The fragment is never sent to a server. */
export function linkAddress(page: string, payload: string): string {
  return `${page.replace(/[?#].*$/s, '')}#/s/${payload}`;
}
