import { explainFigure } from '../engine';
import type { Explanation } from '../engine';
import type { Forecaster } from './forecasting';
import type { ExplainRequest } from './protocol';
import type { Session } from './session';

/** Explains a figure from the deals that were fitted for it; the fit is the forecast's own, made only where it is not kept. */
export async function explain(
  session: Session,
  forecaster: Forecaster,
  { settings, figure, mostDeals }: ExplainRequest,
): Promise<Explanation | null> {
  const fitted = await forecaster.fitted(session, settings);
  return fitted && explainFigure(fitted.deals, fitted.chances, figure, mostDeals);
}
