import type { SharedForecast } from '../../workspace/sharedForecast';
import type { ShareTicks } from '../../worker/protocol';

/** What the sender chose of a link: nothing of it is stored, the next one starts with nothing ticked. */
export class ShareDraft {
  title = $state('');
  passphrase = $state('');
  screen = $state<SharedForecast['view']['screen']>('forecast');
  period = $state<SharedForecast['view']['period']>('quarter');
  tellsCompany = $state(false);
  tellsDeals = $state(false);
  tellsCustomers = $state(false);
  tellsSellers = $state(false);

  constructor(period: SharedForecast['view']['period']) {
    this.period = period;
  }

  get ticks(): ShareTicks {
    return {
      companyName: this.tellsCompany,
      deals: this.tellsDeals,
      // They are told with the deals only.
      customers: this.tellsDeals && this.tellsCustomers,
      sellers: this.tellsDeals && this.tellsSellers,
    };
  }
}
