import type { DealRecord } from '../engine';
import { fingerprintOf } from '../workspace/fingerprint';
import type { Field } from './readFields';

/** `1.23457E+18`, or 16 digits and more that end in zeros: a spreadsheet has rounded the id. */
const ROUNDED = /^\d([.,]\d+)?E\+\d+$|^\d{13,}0{3}$/i;

/** Rows whose ids a spreadsheet has rounded; such ids no longer tell deals apart. */
export function findRoundedIds(ids: Field<string>, rows: readonly number[]): number[] {
  let filled = 0;
  const rounded = rows.filter((row) => {
    const id = ids.text(row);
    if (id !== '') filled += 1;
    return (id.endsWith('000') || id.includes('+')) && ROUNDED.test(id);
  });
  // A long id may end in zeros by chance; most of them can't.
  return rounded.length * 2 > filled ? rounded : rounded.filter((row) => /E\+/i.test(ids.text(row)));
}

/**
 * Ids for deals that have none: from name, company and creation day, so that the same deal gets the same id in the
 * next export; the second one alike gets `-2`.
 */
export class IdMaker {
  private readonly made = new Map<string, number>();

  make(deal: Pick<DealRecord, 'name' | 'company' | 'created'>): string {
    const text = [deal.name, deal.company ?? '', deal.created].join('\u001f');
    const hash = `~${fingerprintOf(text)}`;
    const times = (this.made.get(hash) ?? 0) + 1;
    this.made.set(hash, times);
    return times === 1 ? hash : `${hash}-${times}`;
  }
}
