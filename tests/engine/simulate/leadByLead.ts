import {
  daysInMonth,
  firstDayOfMonth,
  monthOfDay,
  monthsBetween,
  type FunnelModel,
} from '../../../src/engine';

/** Park and Miller's "minimal standard" generator: nothing in common with the engine's own. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** How many events a unit-rate Poisson process has in `mean`: by adding up waiting times. */
function countArrivals(random: () => number, mean: number): number {
  let count = -1;
  for (let time = 0; time <= mean; time -= Math.log(random())) count++;
  return count;
}

/**
 * Mean wins by kind and forecast month by definition: every lead arrives on some day and walks its stages one at a time,
 * each stage as long as a sum of exponentials says (whole shapes only), until it is lost or won. For models of stages
 * without doubt. Wins feed back into referrals at the end of their month.
 */
export function winsLeadByLead(model: FunnelModel, runs: number, seed: number): number[][] {
  const random = createRandom(seed);
  const months = model.months.length;
  const wins = model.kinds.map(() => new Array<number>(months).fill(0));
  for (let run = 0; run < runs; run++) {
    const customersWon = new Array<number>(months).fill(0);
    const send = (slot: number, leads: number, fromDay: number, toDay: number): void => {
      for (let lead = countArrivals(random, leads); lead > 0; lead--) {
        const won = walkLead(model, slot, fromDay + random() * (toDay - fromDay), random);
        if (won === null) continue;
        const month = monthsBetween(model.months[0]!, monthOfDay(Math.floor(won)));
        if (won < model.start || month >= months) continue;
        wins[slot]![month]!++;
        customersWon[month]!++;
      }
    };
    for (const slot of model.kinds.keys()) sendEarlierLeads(model, slot, send);
    let customers = model.customers?.active ?? 0;
    for (const [index, month] of model.months.entries()) {
      const from = Math.max(model.start, firstDayOfMonth(month));
      const to = firstDayOfMonth(month) + daysInMonth(month);
      const share = (to - from) / daysInMonth(month);
      for (const [slot, { arrivals }] of model.kinds.entries()) {
        send(slot, arrivals.monthly[index]! + arrivals.perCustomer * customers * share, from, to);
      }
      customers = customers * (1 - (model.customers?.monthlyChurn ?? 0)) ** share + customersWon[index]!;
    }
  }
  return wins.map((byMonth) => byMonth.map((count) => count / runs));
}

function sendEarlierLeads(
  model: FunnelModel,
  slot: number,
  send: (slot: number, leads: number, fromDay: number, toDay: number) => void,
): void {
  let firstDay = firstDayOfMonth(model.months[0]!);
  model.kinds[slot]!.arrivals.before.forEach((leads, monthsAgo) => {
    const end = monthsAgo === 0 ? model.start : firstDay;
    if (monthsAgo > 0) firstDay = firstDayOfMonth(monthOfDay(firstDay - 1));
    send(slot, leads, firstDay, end);
  });
}

/** The day (with its fraction) the lead is won, or null. */
function walkLead(model: FunnelModel, slot: number, arrival: number, random: () => number): number | null {
  const { closing } = model.kinds[slot]!;
  if (closing.by !== 'stages') throw new Error('leadByLead walks stages only');
  let day = arrival;
  for (const { conversion, days } of closing.stages) {
    if (random() >= conversion.mean) return null;
    for (let step = 0; step < days.shape; step++) day -= (days.mean / days.shape) * Math.log(random());
  }
  return day;
}
