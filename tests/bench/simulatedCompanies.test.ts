import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/engine';
import { COMPANY_SORTS, simulateCompany } from './simulatedCompanies';

describe('simulated companies', () => {
  it('are the same for the same seed and others for another', () => {
    expect(simulateCompany(3, 1)).toEqual(simulateCompany(3, 1));
    expect(simulateCompany(3, 2).deals.length).not.toBe(simulateCompany(3, 1).deals.length);
  });

  it('come in all sorts in turn', () => {
    const sorts = COMPANY_SORTS.map((_, index) => simulateCompany(index, 1).sort);
    expect(sorts).toEqual([...COMPANY_SORTS]);
  });

  it('are exports: nothing closed after the data day or before it came, open deals without an outcome', () => {
    for (let index = 0; index < COMPANY_SORTS.length; index++) {
      const { deals, dataDay } = simulateCompany(index, 5);
      const wrong = deals.filter(({ created, outcome, closed }) =>
        closed === null
          ? outcome !== 'open' || created > dataDay
          : closed > dataDay || closed < created || outcome === 'open',
      );
      expect(wrong).toEqual([]);
    }
  });

  it('rush at the end of a quarter where they are said to', () => {
    const { deals } = simulateCompany(COMPANY_SORTS.indexOf('quarterEndRush'), 1);
    const won = deals.filter(({ outcome }) => outcome === 'won');
    const inLastMonth = won.filter(
      ({ closed }) => closed !== null && ['03', '06', '09', '12'].includes(isoDay(closed).slice(5, 7)),
    );
    // Half are moved there and a third of the rest belong there: 2/3 of some hundred wins.
    expect(inLastMonth.length / won.length).toBeGreaterThan(0.55);
  });
});
