import type { Vendor } from '../workspace/importTypes';
import { normaliseHeader } from './headers';
import { readStageEntryHeader } from './stages';

/**
 * The CRM a header row comes from. It decides how confident the recognition may be, and what words mean that differ
 * between CRMs; a file that fits none is `generic` and read by the same names.
 */
export function recogniseVendor(headers: readonly string[]): Vendor {
  const raw = new Set(headers.map((header) => header.trim()));
  const names = new Set(headers.map(normaliseHeader));
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
  if (headers.filter((header) => /^\uFEFF?\s*Deal - /.test(header)).length >= 2) return 'pipedrive';
  if (headers.some((header) => readStageEntryHeader(header) !== null)) return 'hubspot';
  if (raw.has('Deal Stage') && (has('create date') || has('deal owner')) && has('deal name'))
    return 'hubspot';
  const opportunity = ['Opportunity Name', 'Opportunity Owner', 'Opportunity ID'].some((name) =>
    raw.has(name),
  );
  if (opportunity && has('stage')) return 'salesforce';
  if (raw.has('StageName') && raw.has('CloseDate')) return 'salesforce';
  return 'generic';
}

/** Odoo's "Expected Revenue" is the amount itself; in Salesforce and Zoho it is weighted by the chance to win. */
export function hasRawExpectedRevenue(headers: readonly string[]): boolean {
  const names = headers.map(normaliseHeader);
  return (
    names.includes('expected closing') || names.includes('salesperson') || names.includes('prorated revenue')
  );
}
