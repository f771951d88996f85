import type { Meaning, Vendor } from '../workspace/importTypes';

/** Headers that mean this in one CRM's exports and elsewhere something else or nothing; before `MEANING_NAMES`. */
export const VENDOR_NAMES: Readonly<Record<Vendor, Readonly<Partial<Record<Meaning, string>>>>> = {
  hubspot: { id: 'record id|hs object id', owner: 'deal owner|hubspot owner id', name: 'deal name|dealname' },
  salesforce: { company: 'account name|account id', category: 'forecast category|forecast category name' },
  pipedrive: {},
  zoho: { name: 'deal name|potential name', closeDate: 'closing date', pipeline: 'pipeline|layout' },
  // While a deal is active its date of winning is the seller's estimate. `value` counts cents in the interface of
  // programs; where the file writes the amount out, that one is certain.
  close: {
    id: 'id|opportunity id',
    company: 'lead name',
    amount: 'value formatted|value',
    stage: 'status label',
    status: 'status type',
    closeDate: 'date won',
    owner: 'user name|user id',
  },
  attio: {
    name: 'record|deal name|name',
    company: 'associated company > name|associated company > domains|associated company',
    closed: '"deal stage" changed at|deal stage changed at',
    previousStage: '"deal stage" previous values|deal stage previous values',
    source: 'source|lead source|deal source',
  },
  copper: { id: 'copper id', closed: 'last status at|closed date', amount: 'value|opportunity value' },
  odoo: {
    id: 'external id|id',
    name: 'opportunity|name',
    company: 'customer|partner id|partner id/name|company name|partner name',
    owner: 'salesperson|user id|user id/name|salesperson/name',
    source: 'source|source id|source id/name|medium|medium id|campaign',
    pipeline: 'sales team|team id|team id/name|sales team/name',
    created: 'created on|create date',
    closed: 'closed date|date closed',
    expectedClose: 'expected closing|date deadline',
    amount: 'expected revenue|expected mrr|recurring revenue monthly',
    stage: 'stage|stage id|stage id/name|stage/name',
    status: 'active|won status',
    lostReason: 'lost reason|lost reason id|lost reason id/name',
  },
  generic: {},
};
