/** What is looked at before anything is taken apart: wider than anything Seedcast makes, narrow enough to be refused in a blink. */

/** Characters of a link, whatever stands around it included. */
export const LINK_CHARACTERS = 100_000;
/** Characters of a forecast's file. */
export const FILE_CHARACTERS = 400_000;
/** Bytes that a link may unpack to. */
export const UNPACKED_BYTES = 100_000;
/** Objects, lists and values in a file, lists in lists, and entries of one list. */
export const FILE_NODES = 30_000;
export const FILE_DEPTH = 20;
export const FILE_ENTRIES = 1_000;
