import { readOwnStageEntry } from './ownExport';

export interface StageEntryHeader {
  stage: string;
  pipeline: string | null;
}

/**
 * Stage of a HubSpot column `Date entered "Stage (Pipeline)"`, or by its internal name `hs_v2_date_entered_stage`; null
 * for any other header. Both stages and pipelines may hold parentheses: the pipeline is one of `pipelines` where that
 * fits, else it begins at the last ` (`.
 */
export function readStageEntryHeader(
  header: string,
  pipelines: readonly string[] = [],
): StageEntryHeader | null {
  const own = readOwnStageEntry(header);
  if (own !== null) return { stage: own, pipeline: null };
  const internal = /^hs_(?:v2_)?date_entered_(\w+)$/.exec(header.trim())?.[1];
  if (internal !== undefined)
    return internal === 'current_stage' ? null : { stage: internal, pipeline: null };
  const quoted = /^(?:date )?entered ["'“”](.+)["'“”]$/i.exec(header.trim());
  const inside = quoted?.[1];
  if (inside === undefined) return null;
  const known = pipelines
    .filter((pipeline) => pipeline !== '' && inside.endsWith(` (${pipeline})`))
    .sort((a, b) => b.length - a.length)[0];
  if (known !== undefined && inside.length > known.length + 3) {
    return { stage: inside.slice(0, inside.length - known.length - 3), pipeline: known };
  }
  const split = inside.lastIndexOf(' (');
  if (split <= 0 || !inside.endsWith(')')) return { stage: inside, pipeline: null };
  return { stage: inside.slice(0, split), pipeline: inside.slice(split + 2, -1) };
}

/** Words that stand for the same place in most funnels, earliest first. */
const USUAL_ORDER: readonly RegExp[] = [
  /\b(new|ny|nya|nytt|neu|neue[rs]?|nouveau|nouvelle|nuev[oa]|nov[oa]|nieuwe?|lead|leads|prospect\w*|incoming|inkommande)\b/,
  /\b(contact\w*|appointment|engag\w*|discovery|kontakt\w*)\b/,
  /\b(qualif\w*|kvalific\w*|qualifi\w*)\b/,
  /\b(needs?|analysis|behov\w*)\b/,
  /\b(demo|presentation|meeting|mote|feasibility|value proposition)\b/,
  /\b(decision|perception)\b/,
  /\b(proposal|quote|quotation|proposition|offer|offert|angebot)\b/,
  /\b(negotiat\w*|forhandl\w*|verhandl\w*|review)\b/,
  /\b(contract|closing|commit|avtal|vertrag|ready to close|verbal)\b/,
];

function usualRank(stage: string): number | null {
  const words = stage.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rank = USUAL_ORDER.findIndex((pattern) => pattern.test(words));
  return rank === -1 ? null : rank;
}

/** "1. Prospecting", "A - Lead": the numbering people give their stages. */
function numbering(stage: string): string | null {
  return /^\s*([A-Z]|\d{1,2})\s*[.)\-–:]\s/.exec(stage)?.[1]?.padStart(2, '0') ?? null;
}

/**
 * Open stages in funnel order: by their numbering, else by how long after creation they are entered
 * (`entryAgeDays`), else by the usual place of their words; ties as first seen.
 */
export function orderStages(stages: readonly string[], entryAgeDays: ReadonlyMap<string, number>): string[] {
  const numbered = stages.filter((stage) => numbering(stage) !== null);
  if (numbered.length >= 2 && numbered.length * 2 >= stages.length) {
    return [...stages].sort((a, b) => compareText(numbering(a) ?? '~', numbering(b) ?? '~'));
  }
  const hasHistory = stages.filter((stage) => entryAgeDays.has(stage)).length >= 2;
  const rank = (stage: string): number =>
    hasHistory ? (entryAgeDays.get(stage) ?? Infinity) : (usualRank(stage) ?? USUAL_ORDER.length);
  return stages
    .map((stage, seen) => ({ stage, seen, rank: rank(stage) }))
    .sort((a, b) => (a.rank === b.rank ? a.seen - b.seen : a.rank < b.rank ? -1 : 1))
    .map(({ stage }) => stage);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
