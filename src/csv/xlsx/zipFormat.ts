/** What reader and writer of ZIP archives (APPNOTE 6.3) share: how each sort of record begins, and how an entry is packed. */
export const LOCAL_SIGNATURE = 0x04034b50;
export const ENTRY_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
export const DEFLATED = 8;
