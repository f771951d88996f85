import { SELLERS } from './limits';
import type { SellerSettings, Settings } from './types';

const NOTHING_SAID: SellerSettings = { quotaPerQuarter: null, startedOn: null };

/** What is said of a seller. Labels are looked up as own ones: a seller may be called 'constructor'. */
export function saidOfSeller(sellers: Settings['sellers'], name: string): SellerSettings {
  return (Object.hasOwn(sellers, name) ? sellers[name] : undefined) ?? NOTHING_SAID;
}

/** With this said of a seller in the place of what was; nobody stays of whom nothing is said. */
export function withSeller(
  sellers: Settings['sellers'],
  name: string,
  said: SellerSettings,
): Settings['sellers'] {
  const others = Object.entries(sellers).filter(([other]) => other !== name);
  return Object.fromEntries(saysNothing(said) ? others : [...others, [name, said]]);
}

/**
 * Of sellers of whom nothing is said here, what is said elsewhere. A quota is a sum in the currency of its own device: in another one
 * it means nothing.
 */
export function joinSellers(
  here: Settings['sellers'],
  incoming: Settings['sellers'],
  isOneCurrency: boolean,
): Settings['sellers'] {
  const joined = Object.entries(incoming)
    .filter(([name]) => !Object.hasOwn(here, name))
    .map(([name, said]): [string, SellerSettings] => [
      name,
      isOneCurrency ? said : { ...said, quotaPerQuarter: null },
    ])
    .filter(([, said]) => !saysNothing(said));
  const own = Object.entries(here);
  return Object.fromEntries([...own, ...joined.slice(0, Math.max(0, SELLERS - own.length))]);
}

function saysNothing({ quotaPerQuarter, startedOn, hasLeft }: SellerSettings): boolean {
  return quotaPerQuarter === null && startedOn === null && hasLeft !== true;
}
