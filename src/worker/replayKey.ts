import { METHOD_VERSION } from '../engine';
import type { ImportRecord, Settings } from '../workspace/types';
import type { Session } from './session';

/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
function hash(text: string, seed: number): string {
  let hashed = seed;
  for (let position = 0; position < text.length; position += 1) {
    hashed = Math.imul(hashed ^ text.charCodeAt(position), 0x01000193);
  }
  return (hashed >>> 0).toString(16).padStart(8, '0');
}

/** Earlier imports of the same company: what its CRM showed on their days, newest first. The example has none. */
export function earlierImports(session: Session, active: ImportRecord): readonly ImportRecord[] {
  if (active.isExample) return [];
  return session.imports.filter(
    ({ id, isExample, dataDay }) => id !== active.id && !isExample && dataDay < active.dataDay,
  );
}

/** Names all that a track record rests on; null where there is nothing to replay. The deals of an import never change. */
export function replayKey(session: Session, settings: Settings): string | null {
  const active = session.imports.find(({ id }) => id === settings.activeImport);
  if (!active) return null;
  const earlier = earlierImports(session, active).map(({ id }) => id);
  const text = JSON.stringify([settings.fiscalYearStart, session.dealsKey(settings), earlier]);
  return [METHOD_VERSION, active.id, hash(text, 0x811c9dc5) + hash(text, 0x01000193)].join(' ');
}
