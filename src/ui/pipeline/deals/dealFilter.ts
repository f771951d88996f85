import type { DealQuery } from '../../../worker/protocol';

/** What narrows and orders the deals. */
export type DealFilter = Omit<DealQuery, 'offset' | 'limit'>;

export type Sort = DealQuery['sort'];

/** What one looks for first comes first: the newest, the largest, the likeliest; but names from A, and what closes next. */
const STARTS_DESCENDING: ReadonlySet<Sort> = new Set<Sort>([
  'created',
  'closed',
  'amount',
  'chance',
  'expected',
]);

export const EVERY_DEAL: DealFilter = {
  search: '',
  outcome: 'all',
  kind: 'all',
  owner: null,
  stage: null,
  only: 'all',
  sort: 'created',
  descending: true,
};

/** The filter ordered by this, what one looks for first on top. */
export function orderedBy(filter: DealFilter, sort: Sort): DealFilter {
  return { ...filter, sort, descending: STARTS_DESCENDING.has(sort) };
}

/** The same by the head of a column: once more turns it round. */
export function sortedBy(filter: DealFilter, sort: Sort): DealFilter {
  return filter.sort === sort ? { ...filter, descending: !filter.descending } : orderedBy(filter, sort);
}

/** All deals in the order that the filter has. */
export function withoutNarrowing({ sort, descending }: DealFilter): DealFilter {
  return { ...EVERY_DEAL, sort, descending };
}

/** How many of its parts leave deals out. */
export function countNarrowing(filter: DealFilter): number {
  const parts = ['search', 'outcome', 'kind', 'owner', 'stage', 'only'] as const;
  return parts.filter((part) => filter[part] !== EVERY_DEAL[part]).length;
}
