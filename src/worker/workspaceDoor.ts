import type { WorkspaceRepository } from '../storage/repository';
import { StorageFailure } from '../storage/problem';
import type { ImportRecord, Settings } from '../workspace/types';
import { answering, notOpenProblem } from './answers';
import type { ServiceParts } from './parts';
import type { StorageResult } from './protocol';
import { Session } from './session';
import type { OutsideChange } from './tabs';

type Choose = (active: string | null, imports: readonly ImportRecord[]) => string | null;
type Settle = (stored: Settings | null, imports: readonly ImportRecord[]) => Settings;

/** The workspace that is open, and the way to do something with what is stored. */
export class WorkspaceDoor {
  readonly #parts: Pick<ServiceParts, 'openRepository' | 'joinTabs'>;
  readonly #listeners: ((what: OutsideChange) => void)[] = [];
  #session: Session | null = null;

  constructor(parts: Pick<ServiceParts, 'openRepository' | 'joinTabs'>) {
    this.#parts = parts;
  }

  get session(): Session | null {
    return this.#session;
  }
  get repository(): WorkspaceRepository | null {
    return this.#session?.repository ?? null;
  }

  listen(listener: (what: OutsideChange) => void): void {
    this.#listeners.push(listener);
  }

  async open(databaseName: string): Promise<Session> {
    if (this.#session?.databaseName === databaseName) return this.#session;
    this.#session?.close();
    this.#session = null;
    const repository = await this.#parts.openRepository(databaseName, () => this.#tell('newerSchema'));
    const opened = new Session(databaseName, repository, this.#parts.joinTabs(databaseName));
    opened.tabs.listen((what) => {
      // What says something else leaves the deals as they were, and to read many of them takes a while.
      if (what === 'deals' || what === 'erased') opened.forgetDeals();
      this.#tell(what);
    });
    this.#session = opened;
    return opened;
  }

  /** Runs on the open workspace and turns what storage throws into an answer. */
  async run<T>(run: (open: Session) => Promise<T>): Promise<StorageResult<T>> {
    const open = this.#session;
    if (!open) return { ok: false, problem: notOpenProblem() };
    return await answering(() => run(open));
  }

  /** The same of what answers by itself. */
  async answered<T>(run: (open: Session) => Promise<StorageResult<T>>): Promise<StorageResult<T>> {
    const answer = await this.run(run);
    return answer.ok ? answer.value : answer;
  }

  /** Stores which import is in use, among other things that `change` stores with it, and tells all tabs. */
  async changeActive(
    open: Session,
    change: (settle: (choose: Choose) => Settle) => Promise<Settings>,
  ): Promise<Settings> {
    const settings = await change((choose) => (stored, imports) => {
      const before = stored ?? open.settings;
      if (!before) throw new StorageFailure('storageUnavailable', { reason: 'noSettings' });
      return { ...before, activeImport: choose(before.activeImport, imports) };
    });
    await open.load();
    open.tabs.tell('deals');
    return settings;
  }

  removeImport(open: Session, importId: string): Promise<Settings> {
    return this.changeActive(open, (settle) =>
      open.repository.removeImport(
        importId,
        settle((active, left) => (active === importId ? (left[0]?.id ?? null) : active)),
      ),
    );
  }

  #tell(what: OutsideChange): void {
    for (const listener of this.#listeners) listener(what);
  }
}
