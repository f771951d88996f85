import { exponential } from '../random/exponential';
import { drawNormal } from '../random/normal';
import { drawPoisson } from '../random/poisson';
import { keyOfSeed, RandomStream, subkey, type StreamKey } from '../random/stream';
import { drawCost } from './costs';
import { CustomerBase } from './customerBase';
import { drawOpenValue, OpenWins } from './openDeals';
import type { Outcomes } from './outcomes';
import { drawKind, PATH_STREAM, PURPOSE, STREAMS_PER_INDEX, type DrawnKind } from './pathDraws';
import { PathLeads } from './pathLeads';
import type { PreparedKind } from './preparedKind';
import type { PreparedModel } from './preparedModel';

/** Draws paths into `outcomes`. Holds the working space that all paths share. */
export class PathWalk {
  private readonly stream = new RandomStream();
  private readonly seedKey: StreamKey;
  private readonly keys: StreamKey[] = [];
  private readonly drawn: DrawnKind[];
  private readonly pathLeads: PathLeads;
  private readonly level: Float64Array;
  private highestLevel = 1;
  private readonly openWins: OpenWins;
  /** This path's totals by month, written to the outcomes at its end. */
  private readonly monthWins: Float64Array;
  private readonly monthValue: Float64Array;
  private readonly monthCost: Float64Array;
  private readonly customerBase: CustomerBase | null;
  private readonly monthCustomers: Float64Array;
  private readonly monthRecurring: Float64Array;

  constructor(
    private readonly prepared: PreparedModel,
    private readonly outcomes: Outcomes,
    seed: number,
  ) {
    const { model, kinds, horizon } = prepared;
    this.seedKey = keyOfSeed(seed);
    this.drawn = kinds.map(() => ({
      chance: 0,
      chanceRatio: 1,
      arrivals: 1,
      referrals: 1,
      value: 1,
      speed: 0,
    }));
    this.pathLeads = new PathLeads(prepared, outcomes);
    this.level = new Float64Array(horizon.months).fill(1);
    this.openWins = new OpenWins(horizon.months);
    this.monthWins = new Float64Array(horizon.months);
    this.monthValue = new Float64Array(horizon.months);
    this.monthCost = new Float64Array(horizon.months);
    const hasCustomers = model.customers !== null || model.recurring !== null;
    this.customerBase = hasCustomers ? new CustomerBase(model, horizon.firstShare) : null;
    this.monthCustomers = new Float64Array(horizon.months);
    this.monthRecurring = new Float64Array(horizon.months);
  }

  /**
   * Draws one path; its numbers depend on the seed and its own index only.
   *
   * @param place among the paths of the outcomes, where these hold only a part of all
   */
  walk(path: number, place = path): void {
    const pathKey = subkey(this.seedKey, path);
    this.drawLevel(pathKey);
    for (const kind of this.prepared.kinds) {
      const key = subkey(pathKey, kind.streamIndex);
      this.keys[kind.slot] = key;
      drawKind(this.stream, key, kind, this.drawn[kind.slot]!);
      this.pathLeads.collect(this.stream, key, kind, this.drawn[kind.slot]!);
    }
    this.drawOpenDeals();
    this.customerBase?.startOnPath(this.stream, pathKey);
    if (this.prepared.hasReferrals) this.walkMonthsWithReferrals();
    else {
      for (const kind of this.prepared.kinds) this.drawNewWins(kind, 0, this.level.length);
      for (let month = 0; month < this.level.length; month++) this.endMonth(month);
    }
    this.drawCosts(pathKey);
    this.writeOut(place);
  }

  private writeOut(place: number): void {
    const { outcomes, monthWins, monthValue } = this;
    for (let month = 0, at = place; month < monthWins.length; month++, at += outcomes.paths) {
      outcomes.wins[at] = monthWins[month]!;
      outcomes.value[at] = monthValue[month]!;
    }
    monthWins.fill(0);
    monthValue.fill(0);
    if (outcomes.customers !== null) writeMonths(outcomes.customers, this.monthCustomers, place);
    if (outcomes.recurring !== null) writeMonths(outcomes.recurring, this.monthRecurring, place);
    if (outcomes.cost !== null) writeMonths(outcomes.cost, this.monthCost, place);
  }

  /** The method's own error: one normal for all months, a log-normal factor of mean 1 on each. */
  private drawLevel(pathKey: StreamKey): void {
    const { levelLogSd } = this.prepared;
    if (levelLogSd === null) return;
    this.stream.select(pathKey, PATH_STREAM.level);
    const normal = drawNormal(this.stream);
    this.highestLevel = 0;
    for (let month = 0; month < levelLogSd.length; month++) {
      const logSd = levelLogSd[month]!;
      const level = exponential(logSd * (normal - 0.5 * logSd));
      this.level[month] = level;
      if (level > this.highestLevel) this.highestLevel = level;
    }
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
    const wonLeads = this.pathLeads.wonLeads[kind.slot]!;
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
    const { prepared, customerBase, pathLeads } = this;
    for (let month = 0; month < this.level.length; month++) {
      const customers = customerBase?.customers ?? 0;
      for (const kind of prepared.kinds) {
        if (kind.referrals !== null) pathLeads.addReferrals(kind, this.drawn[kind.slot]!, month, customers);
        this.drawNewWins(kind, month, month + 1);
      }
      this.endMonth(month);
    }
  }

  private endMonth(month: number): void {
    const { customerBase } = this;
    if (customerBase === null) return;
    customerBase.endMonth(month, this.monthWins[month]!, this.monthValue[month]!);
    this.monthCustomers[month] = customerBase.customers;
    this.monthRecurring[month] = customerBase.recurring;
  }

  private drawCosts(pathKey: StreamKey): void {
    const { costs } = this.prepared;
    if (costs.length === 0) return;
    this.monthCost.fill(0);
    for (const cost of costs) {
      const sums = cost.slot === null ? null : this.outcomes.kinds[cost.slot]!.cost;
      drawCost(this.stream, pathKey, cost, this.pathLeads.byMonth, this.monthCost, sums);
    }
  }
}

/** Puts one path's months at their places among all paths. */
function writeMonths(into: Float64Array, byMonth: Float64Array, place: number): void {
  const paths = into.length / byMonth.length;
  for (let month = 0, at = place; month < byMonth.length; month++, at += paths) into[at] = byMonth[month]!;
}
