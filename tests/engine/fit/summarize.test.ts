import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';

const LAST_DAY = 20_780;

describe('conversion of a history without losses', () => {
  it('may be anything from 0 to 1', () => {
    const won = Array.from({ length: 72 }, (_, index) => {
      const created = LAST_DAY - 719 + 10 * index;
      return dealOf({ id: `${index}`, created, outcome: 'won', closed: created + 30 });
    });
    const options = { dataDay: LAST_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };
    const known = won.filter(({ closed }) => closed !== null && closed <= LAST_DAY);
    expect(fit(known, options).summary.kinds[0]?.conversion).toMatchObject({ low: 0, high: 1 });
    const lost = dealOf({ id: 'lost', created: LAST_DAY - 300, outcome: 'lost', closed: LAST_DAY - 200 });
    const conversion = fit([...known, lost], options).summary.kinds[0]?.conversion;
    expect(conversion?.low).toBeGreaterThan(0.5);
  });
});
