/** Asks the browser not to clear this site's data when space runs short. It may say no; nothing depends on it. */
export async function askToKeepStorage(): Promise<void> {
  try {
    if (navigator.storage?.persist) await navigator.storage.persist();
  } catch {
    // The same as no.
  }
}
