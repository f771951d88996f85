import { exponential } from '../random/exponential';
import { drawNormal } from '../random/normal';
import { drawPoisson } from '../random/poisson';
import { keyOfSeed, RandomStream, subkey, type StreamKey } from '../random/stream';
import { drawOpenValue, OpenWins } from './openDeals';
import type { Outcomes } from './outcomes';
import { drawCohortShocks, drawKind, PURPOSE, STREAMS_PER_INDEX, type DrawnKind } from './pathDraws';
import type { PreparedKind, PreparedModel } from './preparedModel';

/** Draws paths into `outcomes`. Holds the working space that all paths share. */
export class PathWalk {
  private readonly stream = new RandomStream();
  private readonly seedKey: StreamKey;
  private readonly keys: StreamKey[] = [];
  private readonly drawn: DrawnKind[];
  private readonly shocks: Float64Array[];
  /** Leads that would be won in each month if all were, by slot. */
  private readonly wonLeads: Float64Array[];
  private readonly level: Float64Array;
  private highestLevel = 1;
  private readonly openWins: OpenWins;
  /** This path's totals by month, written to the outcomes at its end. */
  private readonly monthWins: Float64Array;
  private readonly monthValue: Float64Array;

  constructor(
    private readonly prepared: PreparedModel,
    private readonly outcomes: Outcomes,
    seed: number,
  ) {
    const { kinds, horizon } = prepared;
    this.seedKey = keyOfSeed(seed);
    this.drawn = kinds.map(() => ({ chance: 0, chanceRatio: 1, arrivals: 1, value: 1, speed: 0 }));
    this.shocks = kinds.map((kind) => new Float64Array(kind.leads.length).fill(1));
    this.wonLeads = kinds.map(() => new Float64Array(horizon.months));
    this.level = new Float64Array(horizon.months).fill(1);
    this.openWins = new OpenWins(horizon.months);
    this.monthWins = new Float64Array(horizon.months);
    this.monthValue = new Float64Array(horizon.months);
  }

  /** Draws one path; its numbers depend on the seed and its own index only. */
  walk(path: number): void {
    const pathKey = subkey(this.seedKey, path);
    this.drawLevel(pathKey);
    for (const kind of this.prepared.kinds) {
      const key = subkey(pathKey, kind.streamIndex);
      this.keys[kind.slot] = key;
      drawKind(this.stream, key, kind, this.drawn[kind.slot]!);
      this.collectLeads(kind, key);
    }
    this.drawOpenDeals();
    if (this.prepared.hasReferrals) this.walkMonthsWithReferrals();
    else for (const kind of this.prepared.kinds) this.drawNewWins(kind, 0, this.level.length);
    this.writeOut(path);
  }

  private writeOut(path: number): void {
    const { outcomes, monthWins, monthValue } = this;
    for (let month = 0, at = path; month < monthWins.length; month++, at += outcomes.paths) {
      outcomes.wins[at] = monthWins[month]!;
      outcomes.value[at] = monthValue[month]!;
    }
    monthWins.fill(0);
    monthValue.fill(0);
  }

  /** The method's own error: one normal for all months, a log-normal factor of mean 1 on each. */
  private drawLevel(pathKey: StreamKey): void {
    const { levelLogSd } = this.prepared;
    if (levelLogSd === null) return;
    this.stream.select(pathKey, 0);
    const normal = drawNormal(this.stream);
    this.highestLevel = 0;
    for (let month = 0; month < levelLogSd.length; month++) {
      const logSd = levelLogSd[month]!;
      const level = exponential(logSd * (normal - 0.5 * logSd));
      this.level[month] = level;
      if (level > this.highestLevel) this.highestLevel = level;
    }
  }

  private collectLeads(kind: PreparedKind, key: StreamKey): void {
    const { arrivals, speed } = this.drawn[kind.slot]!;
    const wonLeads = this.wonLeads[kind.slot]!;
    const sums = this.outcomes.kinds[kind.slot]!.leads;
    const months = wonLeads.length;
    const cohorts = kind.leads.length;
    const firstNew = cohorts - months;
    if (!(kind.overdispersion > 0)) {
      for (let month = 0; month < months; month++) {
        wonLeads[month] = arrivals * kind.wonLeads[speed * months + month]!;
        sums[month]! += arrivals * kind.leads[firstNew + month]!;
      }
      return;
    }
    const shocks = this.shocks[kind.slot]!;
    drawCohortShocks(this.stream, key, kind, shocks);
    wonLeads.fill(0);
    for (let cohort = 0; cohort < cohorts; cohort++) {
      const leads = arrivals * shocks[cohort]! * kind.leads[cohort]!;
      if (cohort >= firstNew) sums[cohort - firstNew]! += leads;
      if (leads > 0) this.spreadLeads(kind, speed, cohort, leads);
    }
  }

  /** Adds a cohort's leads to the months in which they would be won. */
  private spreadLeads(kind: PreparedKind, speed: number, cohort: number, leads: number): void {
    const wonLeads = this.wonLeads[kind.slot]!;
    const months = wonLeads.length;
    const row = (speed * kind.leads.length + cohort) * months;
    const first = Math.max(0, cohort - (kind.leads.length - months));
    for (let month = first; month < months; month++) wonLeads[month]! += leads * kind.shares[row + month]!;
  }

  private drawOpenDeals(): void {
    const { outcomes, openWins } = this;
    for (const group of this.prepared.groups) {
      const key = this.keys[group.slot]!;
      const drawn = this.drawn[group.slot]!;
      const ratio = drawn.chanceRatio;
      if (!openWins.draw(this.stream, key, group, ratio, this.level, this.highestLevel)) continue;
      const sums = outcomes.kinds[group.slot]!;
      const { byMonth } = openWins;
      for (let month = 0; month < byMonth.length; month++) {
        const wins = byMonth[month]!;
        if (wins === 0) continue;
        const value = drawOpenValue(this.stream, key, group, drawn, month, wins);
        this.monthWins[month]! += wins;
        this.monthValue[month]! += value;
        sums.winsFromOpen[month]! += wins;
        sums.valueFromOpen[month]! += value;
      }
    }
  }

  /** Given parameters, shocks and earlier wins, the wins of each month are independent Poisson draws. */
  private drawNewWins(kind: PreparedKind, fromMonth: number, toMonth: number): void {
    const { stream, outcomes, level, monthWins, monthValue } = this;
    const { high, low } = this.keys[kind.slot]!;
    const drawn = this.drawn[kind.slot]!;
    const wonLeads = this.wonLeads[kind.slot]!;
    const sums = outcomes.kinds[kind.slot]!;
    const dealValue = kind.valueMean * drawn.value;
    for (let month = fromMonth; month < toMonth; month++) {
      stream.selectWords(high, low, PURPOSE.wins + STREAMS_PER_INDEX * month);
      const wins = drawPoisson(stream, drawn.chance * wonLeads[month]! * level[month]!);
      if (wins === 0) continue;
      const value = dealValue * kind.valueLevel[month]! * kind.valueSum.draw(stream, wins);
      monthWins[month]! += wins;
      monthValue[month]! += value;
      sums.winsFromNew[month]! += wins;
      sums.valueFromNew[month]! += value;
    }
  }

  /** Referral leads of a month depend on the wins before it, of every kind: month by month. */
  private walkMonthsWithReferrals(): void {
    const { prepared, outcomes } = this;
    const { active, monthlyChurn } = prepared.model.customers ?? { active: 0, monthlyChurn: 0 };
    let customers = active;
    for (let month = 0; month < this.level.length; month++) {
      const share = month === 0 ? prepared.horizon.firstShare : 1;
      for (const kind of prepared.kinds) {
        if (kind.perCustomer > 0) {
          const { arrivals, speed } = this.drawn[kind.slot]!;
          const cohort = kind.leads.length - this.level.length + month;
          const shock = this.shocks[kind.slot]![cohort]!;
          const leads = kind.perCustomer * customers * share * arrivals * shock;
          outcomes.kinds[kind.slot]!.leads[month]! += leads;
          this.spreadLeads(kind, speed, cohort, leads);
        }
        this.drawNewWins(kind, month, month + 1);
      }
      customers = customers * Math.pow(1 - monthlyChurn, share) + this.monthWins[month]!;
    }
  }
}
