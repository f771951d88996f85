import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { isStaleChance } from '../fit/dealOutlook';
import { cohortFinder } from '../fit/openGroups';
import { amountIn } from '../fit/fitValues';
import { conversionOfHazards } from '../funnel/hazards';
import { dealScorer } from './dealScore';
import { newLeadFinder, newLeads } from './newLeads';
import { quotaGoals } from './quotaGoals';
import { scoringChances } from './scoringChances';
import type { ListItem, ListLack, ListOptions, ListReason, SellerList, TeamAnswer } from './team';
import { usualAges, usualStageTimes } from './usualTimes';

/** From one in four on within 30 days a deal is among those that can be closed soon. */
const LIKELY_CHANCE = 0.25;
const MOST_NEW_LEADS = 10;

/**
 * What a seller does next: own open deals that can be closed soon, are stuck, past their date or new, by what they are worth less
 * two weeks later on average; deals from which nothing is taken by what they are expected to bring.
 *
 * @param deals the deals that were fitted, as known on the data day
 * @param team the team's forecast, which quotas are held against
 */
export function sellerList(
  deals: readonly Deal[],
  chances: DealChances,
  team: TeamAnswer,
  options: ListOptions,
): SellerList {
  const { seller } = options;
  const own = deals.filter(
    ({ owner, outcome }) => outcome === 'open' && (seller === null || owner === seller),
  );
  const reasonsOf = reasonFinder(deals, chances, own, options.stages);
  const scores = scoringChances(deals, chances);
  const score = dealScorer(scores);
  const cohortOf = cohortFinder(chances);
  const { leads, count: newCount } = newLeads(deals, chances, options.stages, MOST_NEW_LEADS);
  let stale = 0;
  const counts = { likely: 0, stuck: 0, overdue: 0, newLead: 0 };
  const items: ListItem[] = [];
  for (const deal of own) {
    const scored = score(deal);
    if (isStaleChance(scored.chance)) {
      stale++;
      continue;
    }
    const reasons = reasonsOf.of(deal, scored.soon);
    for (const { code } of reasons) counts[code]++;
    if (reasons.length === 0) continue;
    const { id, name, company, owner, kind, stage, created, expectedClose } = deal;
    items.push({
      ...{ id, name, company, owner, kind, stage, created, expectedClose },
      amount: amountIn(deal, chances.currency),
      ...scored,
      plainChance: cohortOf(deal).total,
      reasons,
    });
  }
  items.sort((a, b) => b.atStake - a.atStake || b.expected - a.expected || (a.id < b.id ? -1 : 1));
  return {
    seller,
    items: items.slice(0, options.most),
    counts,
    open: own.length,
    onList: items.length,
    atStake: items.reduce((sum, item) => sum + item.atStake, 0),
    stale,
    goals: quotaGoals(chances, team, options),
    newLeads: leads,
    newCount,
    lacks: reasonsOf.lacks,
  };
}

function reasonFinder(
  deals: readonly Deal[],
  { start, kinds }: DealChances,
  own: readonly Deal[],
  stages: readonly string[],
): { of: (deal: Deal, soon: number) => ListReason[]; lacks: ListLack[] } {
  const byStage = usualStageTimes(deals, start - 1);
  const byKind = usualAges(deals);
  const isNew = newLeadFinder(start, stages);
  const conversions = kinds.map(({ hazards }) => conversionOfHazards(hazards));
  const stuckOf = (deal: Deal): ListReason | null => {
    const entered = dayOfStage(deal);
    const usual = deal.stage === null || entered === null ? undefined : byStage.get(deal.stage);
    if (usual !== undefined && entered !== null) {
      const days = start - entered;
      return days > usual.days ? { code: 'stuck', stage: deal.stage, days, ...timeOf(usual) } : null;
    }
    const age = byKind.get(deal.kind);
    const days = start - deal.created;
    return age !== undefined && days > age.days ? { code: 'stuck', stage: null, days, ...timeOf(age) } : null;
  };
  const lacks: ListLack[] = [];
  if (own.length > 0) {
    if (byStage.size === 0 && byKind.size === 0) lacks.push('fewWon');
    else if (!own.some((deal) => dayOfStage(deal) !== null)) lacks.push('noStageDays');
    if (!own.some(({ expectedClose }) => expectedClose !== null)) lacks.push('noExpectedDates');
  }
  return {
    lacks,
    of: (deal, soon) => {
      const reasons: ListReason[] = [];
      const age = start - deal.created;
      if (soon >= LIKELY_CHANCE) reasons.push({ code: 'likely', chance: soon });
      const stuck = stuckOf(deal);
      if (stuck !== null) reasons.push(stuck);
      if (deal.expectedClose !== null && deal.expectedClose < start) {
        reasons.push({ code: 'overdue', days: start - deal.expectedClose, slips: deal.slips?.times ?? 0 });
      }
      if (isNew(deal)) {
        reasons.push({ code: 'newLead', days: age, share: conversions[KINDS.indexOf(deal.kind)]! });
      }
      return reasons;
    },
  };
}

function timeOf({ days, n }: { days: number; n: number }): { usual: number; n: number } {
  return { usual: days, n };
}

/** The day on which a deal entered the stage it is in, where somebody noted it. */
function dayOfStage({ stage, stageEntries }: Deal): number | null {
  let day: number | null = null;
  for (const entry of stageEntries) {
    if (entry.stage === stage && !entry.isSeen && (day === null || entry.day > day)) day = entry.day;
  }
  return day;
}
