import type { Vendor } from '../workspace/importTypes';
import { normaliseHeader } from './headers';
import { readOwnStageEntry } from './ownExport';
import { readStageEntryHeader } from './stages';

/** What Pipedrive puts before its headers, in the user's language. */
const DEAL_PREFIX = /^\uFEFF?\s*(deal|affär|geschäft|affaire|trato|negocio|negócio|transaction) - /i;

interface Headers {
  /** As in the file, without surrounding blanks. */
  raw: ReadonlySet<string>;
  has: (...names: string[]) => boolean;
  hasAny: (...names: string[]) => boolean;
  some: (isMeant: (header: string) => boolean) => boolean;
  count: (isMeant: (header: string) => boolean) => number;
}

/** In this order: the later ones share headers with the earlier. */
const FINGERPRINTS: readonly (readonly [Exclude<Vendor, 'generic'>, (headers: Headers) => boolean])[] = [
  ['pipedrive', ({ count }) => count((header) => DEAL_PREFIX.test(header)) >= 2],
  [
    'copper',
    ({ has, some }) => has('copper id') || (has('owned by') && some((name) => /\bcf_\d+$/.test(name))),
  ],
  ['close', ({ has, hasAny }) => has('status label') && hasAny('status type', 'lead name', 'value period')],
  ['attio', ({ has, some }) => isAttio(has, some)],
  ['hubspot', ({ some }) => some(isStageEntryOfHubSpot)],
  ['zoho', ({ raw, has, some, hasAny }) => isZoho(raw, has, hasAny, some)],
  [
    'hubspot',
    ({ raw, has, hasAny }) =>
      (raw.has('Deal Stage') && hasAny('create date', 'deal owner', 'close date') && has('deal name')) ||
      has('dealname', 'dealstage') ||
      has('deal-name', 'deal-phase'),
  ],
  [
    'salesforce',
    ({ raw, has, hasAny }) =>
      (['Opportunity Name', 'Opportunity Owner', 'Opportunity ID'].some((name) => raw.has(name)) &&
        has('stage')) ||
      (raw.has('StageName') && raw.has('CloseDate')) ||
      (hasAny(
        'opportunity-name',
        "nom de l'opportunite",
        'nombre de la oportunidad',
        'nome da oportunidade',
      ) &&
        hasAny('phase', 'etape', 'etapa', 'fase')),
  ],
  [
    'odoo',
    ({ has, hasAny }) =>
      (has('expected closing') &&
        hasAny('salesperson', 'expected revenue', 'expected mrr', 'prorated revenue', 'sales team')) ||
      (hasAny('stage id', 'stage id/name') && hasAny('date deadline', 'expected revenue', 'user id')),
  ],
];

/**
 * The CRM a header row comes from. It decides how confident the recognition may be, and what words mean that differ
 * between CRMs; a file that fits none is `generic` and read by the same names.
 */
export function recogniseVendor(headers: readonly string[]): Vendor {
  const raw = new Set(headers.map((header) => header.trim()));
  const names = new Set(headers.map(normaliseHeader));
  const asked: Headers = {
    raw,
    has: (...wanted) => wanted.every((name) => names.has(name)),
    hasAny: (...wanted) => wanted.some((name) => names.has(name)),
    some: (isMeant) => headers.some(isMeant),
    count: (isMeant) => headers.filter(isMeant).length,
  };
  return FINGERPRINTS.find(([, fits]) => fits(asked))?.[0] ?? 'generic';
}

function isStageEntryOfHubSpot(header: string): boolean {
  return readOwnStageEntry(header) === null && readStageEntryHeader(header) !== null;
}

function isAttio(has: Headers['has'], some: Headers['some']): boolean {
  if (some((header) => /^"?Deal stage"? (Changed At|Previous Values)$/i.test(header.trim()))) return true;
  return has('deal stage') && (has('record', 'deal value') || has('record', 'record id'));
}

function isZoho(
  raw: Headers['raw'],
  has: Headers['has'],
  hasAny: Headers['hasAny'],
  some: Headers['some'],
): boolean {
  if (has('record id') && some((header) => /\S\.id$/i.test(header.trim()))) return true;
  if (has('potential name') && has('closing date')) return true;
  return raw.has('Closing Date') && has('deal name') && hasAny('created time', 'record id', 'deal owner');
}

/** Odoo's "Expected Revenue" is the amount itself; in Salesforce and Zoho it is weighted by the chance to win. */
export function hasRawExpectedRevenue(headers: readonly string[]): boolean {
  const names = headers.map(normaliseHeader);
  return (
    names.includes('expected closing') || names.includes('salesperson') || names.includes('prorated revenue')
  );
}
