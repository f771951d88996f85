import { isoDay } from '../../src/engine';
import { TODAY } from './testService';

/**
 * An export of 17 months up to `dataDay`: a deal every third day, closed 45 days later (two of three won), the last ones still
 * open and expected 50 days after they came. Enough for several month ends to be replayed.
 */
export function longHistoryCsv(dataDay = TODAY - 1): string {
  const rows: string[] = [];
  for (let created = TODAY - 520, index = 0; created <= dataDay; created += 3, index++) {
    const isOpen = created + 45 > dataDay;
    const stage = isOpen ? 'Proposal' : index % 3 === 2 ? 'Closed Lost' : 'Closed Won';
    rows.push(
      [
        1_000 + index,
        `Deal ${index}`,
        stage,
        isoDay(created),
        isoDay(isOpen ? created + 50 : created + 45),
        1_000 + 10 * (index % 7),
        'SEK',
        index % 2 === 0 ? 'Referral' : 'Outbound',
      ].join(','),
    );
  }
  return [
    'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Original Source',
    ...rows,
  ].join('\n');
}
