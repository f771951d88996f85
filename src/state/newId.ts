/** Unlike any other, in this tab or another. `crypto.randomUUID` is missing where a page was not fetched by https. */
export function newId(prefix: string): string {
  return crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), prefix);
}
