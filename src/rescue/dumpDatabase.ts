/** As in workspace/databaseName, which this entry must not share; a test holds the two together. */
export function rescuedDatabaseName(pathname: string): string {
  return `seedcast:${pathname.slice(0, pathname.lastIndexOf('/') + 1) || '/'}`;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('UnknownError'));
  });
}

/** The database of this path as it stands, whatever its version; null where there is none. */
async function openAsItIs(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name);
  let isMissing = false;
  request.onupgradeneeded = () => {
    isMissing = true;
    request.transaction?.abort();
  };
  try {
    return await answerOf(request);
  } catch (error) {
    if (isMissing) return null;
    throw error;
  }
}

/**
 * All rows of this path's database as a JSON file that `restore` understands (workspace/rescueDump), unread and
 * unchecked; null where nothing is stored.
 */
export async function dumpDatabase(): Promise<Blob | null> {
  const database = await openAsItIs(rescuedDatabaseName(location.pathname));
  if (!database) return null;
  try {
    const names = [...database.objectStoreNames];
    const stores: Record<string, unknown[]> = {};
    if (names.length > 0) {
      const transaction = database.transaction(names, 'readonly');
      for (const name of names)
        stores[name] = await answerOf<unknown[]>(transaction.objectStore(name).getAll());
    }
    const dump = {
      format: 'seedcast-rescue',
      databaseVersion: database.version,
      savedAt: new Date().toISOString(),
      stores,
    };
    return new Blob([JSON.stringify(dump)], { type: 'application/json' });
  } finally {
    database.close();
  }
}
