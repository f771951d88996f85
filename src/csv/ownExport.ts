/**
 * The header by which the app's own exports are known when they come back: their status is certain, so a stage is a
 * stage whatever its words say.
 */
export const OWN_STATUS = 'Seedcast Status';

const ENTRY = /^Stage entered: ([^]+)$/;

export function stageEntryHeader(stage: string): string {
  return `Stage entered: ${stage}`;
}

/** The stage of such a header, word for word; null for any other. */
export function readOwnStageEntry(header: string): string | null {
  return ENTRY.exec(header)?.[1] ?? null;
}
