import { linkTo } from '../../state/route.svelte';

const PREFIX = 'deal=';

/** Leads to the deal among all others on Pipeline: "#/pipeline/deal=123". */
export function linkToDeal(dealId: string): string {
  return linkTo('pipeline', PREFIX + encodeURIComponent(dealId));
}

/** The deal that the part of an address names; null where it names none. */
export function linkedDeal(part: string | null): string | null {
  if (!part?.startsWith(PREFIX)) return null;
  const name = part.slice(PREFIX.length);
  try {
    return decodeURIComponent(name);
  } catch {
    // Cut in the middle of a letter, perhaps by a mail program: such a deal is then not found, which is said.
    return name;
  }
}
