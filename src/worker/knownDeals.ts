import { asOf, leaveOutFinder } from '../engine';
import type { Day, Deal, DealRecord, Kind, LeftOutAs } from '../engine';
import type { DealEdit, EditableField, ImportRecord, Settings } from '../workspace/types';
import { EDITABLE_FIELDS } from '../workspace/dealEdits';
import { inSettingsCurrency, knownOn, layOver } from './dealOverlay';

/** The deals in use as they were known on the data day: edits laid over them, amounts in the settings' currency, kinds put on. */
export interface KnownDeals {
  /** See `dealsKey`. */
  key: string;
  importId: string;
  dataDay: Day;
  /** Open stages in funnel order, as the import was mapped. */
  stages: readonly string[];
  /** All of them, added ones at the end, those that don't count among them. */
  deals: readonly Deal[];
  /** What each of `deals` was before rates and data day: as the import and its edit have it. */
  written: readonly DealRecord[];
  /** The deals that forecasts rest on. */
  counted: readonly Deal[];
  /** Edits that touch this import, by deal. */
  edits: ReadonlyMap<string, DealEdit>;
  /** Those that were added by hand. One that the import has as well, as an export of the app's own does, is the import's. */
  added: ReadonlySet<string>;
  /** Fields in which an imported deal says what the user typed, by deal. */
  changedFields: ReadonlyMap<string, readonly EditableField[]>;
  /** Deals that don't count because their sort is left out. */
  leftOutAs: ReadonlyMap<string, LeftOutAs>;
}

/** Whether a deal counts for nothing: the user says so of it, or of its sort. */
export function isLeftOut(
  { edits, leftOutAs }: Pick<KnownDeals, 'edits' | 'leftOutAs'>,
  dealId: string,
): boolean {
  return leftOutAs.has(dealId) || edits.get(dealId)?.isExcluded === true;
}

/** The kind a source label is sorted into. Own labels only: a source may be called 'constructor'. */
function kindOf(source: string | null, sourceKinds: Settings['sourceKinds']): Kind {
  const label = source ?? '';
  return (Object.hasOwn(sourceKinds, label) ? sourceKinds[label] : undefined) ?? 'unsorted';
}

/** Makes the deals in use out of those of an import and what the user says of them. */
export function makeKnownDeals(
  key: string,
  record: ImportRecord,
  imported: readonly DealRecord[],
  edits: ReadonlyMap<string, DealEdit>,
  settings: Settings,
): KnownDeals {
  const { dataDay } = record;
  const all: DealRecord[] = [];
  const typed = new Map<DealRecord, readonly EditableField[]>();
  const overtaken = new Set<string>();
  const changedFields = new Map<string, readonly EditableField[]>();
  for (const deal of imported) {
    const edit = edits.size === 0 ? undefined : edits.get(deal.id);
    const laid = edit && layOver(deal, edit);
    if (laid && laid.changedFields.length > 0) {
      typed.set(laid.record, laid.changedFields);
      changedFields.set(deal.id, laid.changedFields);
    }
    if (edit?.added) overtaken.add(deal.id);
    all.push(laid?.record ?? deal);
  }
  const added = new Set<string>();
  for (const { added: own } of edits.values()) {
    if (!own || overtaken.has(own.id)) continue;
    added.add(own.id);
    typed.set(own, EDITABLE_FIELDS);
    all.push(own);
  }
  const { deals, written } = known(all, dataDay, (deal) => {
    const fields = typed.get(deal);
    const dated = fields ? knownOn(deal, dataDay, fields) : deal;
    return { ...inSettingsCurrency(dated, settings), kind: kindOf(deal.source, settings.sourceKinds) };
  });
  const leftOutAs = sortsLeftOut(deals, record, added);
  const isCounted = ({ id }: Deal): boolean => !isLeftOut({ edits, leftOutAs }, id);
  return {
    key,
    importId: record.id,
    dataDay,
    stages: record.mapping.stageOrder,
    deals,
    written,
    counted: leftOutAs.size + edits.size === 0 ? deals : deals.filter(isCounted),
    edits,
    added,
    changedFields,
    leftOutAs,
  };
}

function known(all: readonly DealRecord[], dataDay: Day, make: (deal: DealRecord) => Deal) {
  const made = all.map(make);
  const deals = asOf(made, dataDay);
  // Those created later are gone; the others are in order still.
  const written =
    deals.length === all.length ? all : all.filter((_, place) => made[place]!.created <= dataDay);
  return { deals, written };
}

/** What was added by hand is wanted, whatever it looks like. */
function sortsLeftOut(
  deals: readonly Deal[],
  { mapping, dataDay }: ImportRecord,
  added: KnownDeals['added'],
): ReadonlyMap<string, LeftOutAs> {
  const sorts = mapping.leaveOut ?? [];
  const sources = new Set(mapping.leaveOutSources);
  const pipelines = new Set(mapping.leaveOutPipelines);
  const leftOut = new Map<string, LeftOutAs>();
  if (sorts.length + sources.size + pipelines.size === 0) return leftOut;
  const isOf = leaveOutFinder(deals, dataDay);
  const sortOf = (deal: Deal): LeftOutAs | undefined => {
    if (sources.has(deal.source ?? '')) return 'source';
    if (pipelines.has(deal.pipeline ?? '')) return 'pipeline';
    return sorts.find((each) => isOf(deal, each));
  };
  for (const deal of deals) {
    const sort = sortOf(deal);
    if (sort !== undefined && !added.has(deal.id)) leftOut.set(deal.id, sort);
  }
  return leftOut;
}
