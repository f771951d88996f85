import { exactMean, simulate, type FunnelModel } from '../../../src/engine';

/** Figures of a forecast that together leave nothing of it unseen. */
export function figuresOf(model: FunnelModel): Record<string, number[][]> {
  const { months, running, quarters, nextTwelve } = simulate(model, { paths: 300, seed: 20_260_301 });
  return {
    months: months.map(({ value, wins }) => [value.mean, value.q10, value.q90, wins.mean, wins.q90]),
    running: running.map(({ mean, q05, q50 }) => [mean, q05, q50]),
    quarters: quarters.map(({ value, kinds }) => [
      value.q25,
      ...kinds.flatMap(({ leads, fromOpen, fromNew }) => [leads, fromOpen, fromNew]),
    ]),
    nextTwelve: [nextTwelve.distribution.filter((_, point) => point % 100 === 0)],
    exact: exactMean(model).map(({ kinds }) =>
      kinds.flatMap(({ leads, winsFromNew, valueFromOpen }) => [leads, winsFromNew, valueFromOpen]),
    ),
  };
}
