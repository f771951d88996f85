import type { Day, Deal } from '../../src/engine';
import { COMPANY_SORTS, simulateCompany } from './simulatedCompanies.ts';

/** One big company with just so many deals: simulated ones with two years or more behind them, put together. */
export function companyOfSize(count: number, seed = 1): { deals: Deal[]; dataDay: Day } {
  const deals: Deal[] = [];
  for (let index = 0; ; index++) {
    const sort = COMPANY_SORTS[index % COMPANY_SORTS.length];
    if (sort === 'young' || sort === 'tiny') continue;
    const company = simulateCompany(index, seed);
    for (const deal of company.deals) {
      deals.push({ ...deal, id: `${index}-${deal.id}` });
      if (deals.length === count) return { deals, dataDay: company.dataDay };
    }
  }
}
