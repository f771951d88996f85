import type { Customers, FunnelModel, Recurring } from '../funnel/model';
import type { RandomStream, StreamKey } from '../random/stream';
import { drawNormal } from '../random/normal';
import { drawFactor, PATH_STREAM } from './pathDraws';

const NO_CUSTOMERS: Customers = { active: 0, monthlyChurn: 0, activeDoubt: 0, churnDoubt: 0 };
const NOTHING_RECURRING: Recurring = {
  today: 0,
  todayDoubt: 0,
  monthsInDealValue: 0,
  monthlyExpansion: 0,
  expansionDoubt: 0,
};

/** Active customers and recurring revenue as they go from month end to month end. */
export class CustomerBase {
  customers = 0;
  recurring = 0;
  private readonly today: Customers;
  private readonly revenue: Recurring;
  /** Recurring revenue a month that one unit of won value brings. */
  private readonly recurringPerValue: number;
  /** Shares kept, and growth of what is kept, over the rest of the first month and over a whole one. */
  private churn = 0;
  private keptFirst = 1;
  private kept = 1;
  private grownFirst = 1;
  private grown = 1;

  /** @param firstShare share of the first forecast month that still lies ahead */
  constructor(
    model: FunnelModel,
    private readonly firstShare: number,
  ) {
    this.today = model.customers ?? NO_CUSTOMERS;
    this.revenue = model.recurring ?? NOTHING_RECURRING;
    this.recurringPerValue = this.revenue.monthsInDealValue > 0 ? 1 / this.revenue.monthsInDealValue : 0;
  }

  /** Starts at the mean of everything. */
  startAtMean(): void {
    const { today, revenue } = this;
    this.start(today.active, today.monthlyChurn, revenue.today, revenue.monthlyExpansion);
  }

  /** Starts on one path, each figure from a stream of its own. */
  startOnPath(stream: RandomStream, pathKey: StreamKey): void {
    const { today, revenue } = this;
    const factor = (index: number, logSd: number): number => {
      if (!(logSd > 0)) return 1;
      stream.select(pathKey, index);
      return drawFactor(stream, logSd);
    };
    let expansion = revenue.monthlyExpansion;
    if (revenue.expansionDoubt > 0) {
      stream.select(pathKey, PATH_STREAM.expansion);
      expansion += revenue.expansionDoubt * drawNormal(stream);
    }
    this.start(
      today.active * factor(PATH_STREAM.activeCustomers, today.activeDoubt),
      today.monthlyChurn * factor(PATH_STREAM.churn, today.churnDoubt),
      revenue.today * factor(PATH_STREAM.recurringToday, revenue.todayDoubt),
      expansion,
    );
  }

  private start(active: number, churn: number, recurring: number, expansion: number): void {
    this.customers = active;
    this.recurring = recurring;
    this.churn = Math.max(0, churn);
    this.kept = 1 - Math.min(1, this.churn);
    this.keptFirst = Math.pow(this.kept, this.firstShare);
    this.grown = 1 + Math.max(-1, expansion);
    this.grownFirst = Math.pow(this.grown, this.firstShare);
  }

  /** To the end of a forecast month. What was won in it stays whole until the next one. */
  endMonth(month: number, wins: number, value: number): void {
    const kept = this.keptIn(month);
    const grown = month === 0 ? this.grownFirst : this.grown;
    this.customers = this.customers * kept + wins;
    this.recurring = this.recurring * kept * grown + value * this.recurringPerValue;
  }

  /** Share of the customers, and of what they pay, that a month leaves. */
  private keptIn(month: number): number {
    const factor = this.today.churnByMonth?.[month] ?? 1;
    if (factor === 1) return month === 0 ? this.keptFirst : this.kept;
    const kept = 1 - Math.min(1, this.churn * factor);
    return month === 0 ? Math.pow(kept, this.firstShare) : kept;
  }
}
