import type { LeftOutAs } from '../../../../engine';
import { m } from '../../../../i18n/paraglide/messages';

const SENTENCES: Readonly<Record<LeftOutAs, () => string>> = {
  notRealLosses: m.deals_left_out_notRealLosses,
  sameDayWins: m.deals_left_out_sameDayWins,
  closedBeforeCreated: m.deals_left_out_closedBeforeCreated,
  wonWithoutDate: m.deals_left_out_wonWithoutDate,
  staleOpens: m.deals_left_out_staleOpens,
  source: m.import_left_out_source,
  pipeline: m.import_left_out_pipeline,
};

/** Why a deal does not count although nobody left it out by hand. */
export function leftOutSentence(sort: LeftOutAs): string {
  return SENTENCES[sort]();
}
