import { m } from './paraglide/messages';

type Kind = 'seed' | 'net' | 'spear' | 'unsorted';

const NAMES: Record<Kind, () => string> = {
  seed: m.shell_seed,
  net: m.shell_net,
  spear: m.shell_spear,
  unsorted: m.shell_unsorted,
};

const MEANINGS: Record<Kind, () => string> = {
  seed: m.shell_seed_meaning,
  net: m.shell_net_meaning,
  spear: m.shell_spear_meaning,
  unsorted: m.shell_unsorted_meaning,
};

/** "Seeds", "Nets", "Spears", "Not sorted". */
export function kindName(kind: Kind): string {
  return NAMES[kind]();
}

/** A few words on where that kind of lead comes from. */
export function kindMeaning(kind: Kind): string {
  return MEANINGS[kind]();
}
