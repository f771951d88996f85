import type { FunnelModel } from '../funnel/model';
import type { ChangeNotes } from './changeNotes';
import { factorsByMonth, multiplied, type FactorOfAll, type Timed } from './timedChanges';

/** The share of customers lost in the months of the changes, and of recurring revenue with them. */
export function changeChurn(
  model: FunnelModel,
  changes: readonly Timed<FactorOfAll>[],
  notes: ChangeNotes,
): FunnelModel {
  if (model.customers === null) {
    for (const { change } of changes) notes.add(change.id, 'noCustomers');
    return model;
  }
  const factors = factorsByMonth(changes, model.months.length);
  if (factors === null) return model;
  const { customers } = model;
  return {
    ...model,
    customers: { ...customers, churnByMonth: multiplied(customers.churnByMonth, factors) },
  };
}
