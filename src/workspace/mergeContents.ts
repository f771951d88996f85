import type { WorkspaceContents } from './contents';
import { freeName } from './freeName';
import { IMPORTS, KEPT_FORECASTS, PLANS, SAVED_MAPPINGS, SCENARIO_LIMITS } from './limits';
import { joinSellers } from './sellers';
import type { DealEdit, ImportRecord, PlanBook, Settings } from './types';

/** What is stored, without the deals. */
export type ContentsHere = Omit<WorkspaceContents, 'deals'>;

/** What joins what is here: the documents as they will be, and what is added to the rest. */
export interface Joined {
  settings: Settings | null;
  plans: PlanBook | null;
  imports: readonly ImportRecord[];
  edits: readonly DealEdit[];
  /** How much of each is new, and how much found no room. */
  counts: JoinedCounts;
}

export interface JoinedCounts {
  plans: number;
  variants: number;
  kept: number;
  imports: number;
  edits: number;
  noRoom: number;
}

export interface JoinedNames {
  /** What a plan without a name is called that joins others. */
  plan: string;
  /** An id unlike any other. */
  newId: () => string;
}

/**
 * Adds what a backup holds beside what is here. Nothing that is here is changed: what is here already is not added again, names and ids
 * that are taken get others, and of settings only what nothing is said of here is taken over. The example company stays out. Where
 * no import is here, the one that the backup uses comes into use.
 */
export function mergeContents(here: ContentsHere, incoming: ContentsHere, names: JoinedNames): Joined {
  const imports = joinImports(here, incoming);
  const book = joinBooks(here.plans, incoming.plans, names);
  const edited = new Set(here.edits.map(({ dealId }) => dealId));
  const edits = incoming.edits.filter(({ dealId, ofExample }) => ofExample !== true && !edited.has(dealId));
  return {
    settings: joinSettings(here, incoming.settings, imports.added),
    plans: book.plans,
    imports: imports.added,
    edits,
    counts: {
      ...book.counts,
      imports: imports.added.length,
      edits: edits.length,
      noRoom: book.counts.noRoom + imports.noRoom,
    },
  };
}

function joinImports(here: ContentsHere, incoming: ContentsHere) {
  const known = new Set(here.imports.map(({ id }) => id));
  const wanted = incoming.imports.filter(({ id, isExample }) => !isExample && !known.has(id));
  const added = wanted.slice(0, Math.max(0, IMPORTS - here.imports.length));
  return { added, noRoom: wanted.length - added.length };
}

function joinSettings(
  { settings, imports }: ContentsHere,
  incoming: Settings | null,
  added: readonly ImportRecord[],
): Settings | null {
  if (!incoming) return settings;
  const comesIntoUse =
    imports.length === 0 ? (added.find(({ id }) => id === incoming.activeImport) ?? null) : null;
  if (!settings) return { ...incoming, activeImport: comesIntoUse?.id ?? null };
  const isOneCurrency = settings.currency === incoming.currency;
  const mappings = Object.entries({ ...incoming.mappings, ...settings.mappings });
  return {
    ...settings,
    sourceKinds: { ...incoming.sourceKinds, ...settings.sourceKinds },
    // A rate says what something is worth in the currency of its own device.
    rates: isOneCurrency ? { ...incoming.rates, ...settings.rates } : settings.rates,
    sellers: joinSellers(settings.sellers, incoming.sellers, isOneCurrency),
    paymentDelayDays: settings.paymentDelayDays ?? incoming.paymentDelayDays,
    // Those of here stand last, so that they stay.
    mappings: Object.fromEntries(mappings.slice(Math.max(0, mappings.length - SAVED_MAPPINGS))),
    activeImport: comesIntoUse?.id ?? settings.activeImport,
    hasStarted: settings.hasStarted || incoming.hasStarted,
  };
}

type BookCounts = Pick<JoinedCounts, 'plans' | 'variants' | 'kept' | 'noRoom'>;

function joinBooks(
  here: PlanBook | null,
  incoming: PlanBook | null,
  { plan: unnamed, newId }: JoinedNames,
): { plans: PlanBook | null; counts: BookCounts } {
  if (!here || !incoming) {
    const counts = { plans: 0, variants: 0, kept: 0, noRoom: 0 };
    if (here || !incoming) return { plans: here, counts };
    const { plans, scenarios, kept } = incoming;
    return {
      plans: incoming,
      counts: { ...counts, plans: plans.length, variants: scenarios.variants.length, kept: kept.length },
    };
  }
  const named = incoming.plans.map((each) => (each.name === '' ? { ...each, name: unnamed } : each));
  const plans = joinLists(
    here.plans,
    named.filter(({ plan }) => !here.plans.some((other) => isSame(other.plan, plan))),
    PLANS.max,
    newId,
  );
  const variants = joinLists(
    here.scenarios.variants,
    incoming.scenarios.variants.filter(
      ({ changes }) => !here.scenarios.variants.some((other) => isSame(other.changes, changes)),
    ),
    SCENARIO_LIMITS.variants.max,
    newId,
  );
  const kept = joinLists(
    here.kept,
    incoming.kept.filter(({ shared }) => !here.kept.some((other) => isSame(other.shared, shared))),
    KEPT_FORECASTS,
    newId,
  );
  return {
    plans: {
      ...here,
      plans: plans.list,
      scenarios: { ...here.scenarios, variants: variants.list },
      kept: kept.list,
    },
    counts: {
      plans: plans.added,
      variants: variants.added,
      kept: kept.added,
      noRoom: plans.noRoom + variants.noRoom + kept.noRoom,
    },
  };
}

function joinLists<Item extends { id: string; name: string }>(
  here: readonly Item[],
  wanted: readonly Item[],
  most: number,
  newId: () => string,
): { list: Item[]; added: number; noRoom: number } {
  const list = [...here];
  for (const item of wanted.slice(0, Math.max(0, most - here.length))) {
    const isIdTaken = list.some(({ id }) => id === item.id);
    const others = list.map(({ name }) => name);
    list.push({ ...item, id: isIdTaken ? newId() : item.id, name: freeName(item.name, others) });
  }
  const added = list.length - here.length;
  return { list, added, noRoom: wanted.length - added };
}

/** Both have come through `restore`, which writes the fields of a thing in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
