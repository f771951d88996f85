import { METHOD_VERSION } from '../engine';
import type { ImportRecord, Settings } from '../workspace/types';
import { fingerprintOf } from '../workspace/fingerprint';
import type { Session } from './session';

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
  return [METHOD_VERSION, active.id, fingerprintOf(text)].join(' ');
}
