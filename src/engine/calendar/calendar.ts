/**
 * A calendar date as the number of days since 1970-01-01. No time and no time zone: a deal closed "on 3 March"
 * closed on 3 March wherever the reader sits.
 */
export type Day = number;

/** A calendar month such as `'2026-11'`. A string, because it sorts, prints, and keys a table as it stands. */
export type Month = `${number}-${number}`;
