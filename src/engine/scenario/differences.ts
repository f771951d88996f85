import type { FunnelModel } from '../funnel/model';
import type { Outcomes } from '../simulate/outcomes';
import { nextTwelveOf, quartersOf, yearsOf, type Period } from '../simulate/periods';
import { spreadOf } from '../simulate/spread';
import type { Spread } from '../simulate/forecast';
import type { ScenarioDifference } from './scenario';

type PathValues = Pick<Outcomes, 'paths' | 'value'>;

/**
 * Won value of a variant less that of its base, path by path: both draw the same numbers wherever they are alike, so that what is left
 * is the difference and not chance. What has happened is in neither.
 *
 * @param model of either: their months are the same
 */
export function differencesOf(model: FunnelModel, base: PathValues, variant: PathValues): ScenarioDifference {
  const difference = new Float64Array(base.paths);
  const spread = (period: Period): Spread => {
    difference.fill(0);
    const { firstIndex, endIndex } = period;
    for (let at = firstIndex * base.paths, path = 0; at < endIndex * base.paths; at++) {
      difference[path]! += variant.value[at]! - base.value[at]!;
      path = path + 1 === base.paths ? 0 : path + 1;
    }
    return spreadOf(difference);
  };
  return {
    quarters: quartersOf(model).map(spread),
    years: yearsOf(model).map(spread),
    nextTwelve: spread(nextTwelveOf(model)),
  };
}
