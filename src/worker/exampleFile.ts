/** Name of the example company's file beside index.html. */
const EXAMPLE_FILE = 'example-company.csv';

/**
 * The example company, from the app's own files: the only thing the worker ever fetches. Null where it can't be had,
 * such as offline before it was fetched once (the service worker keeps it from then on).
 *
 * @param pageBase address of the folder that index.html lies in
 */
export async function fetchExample(pageBase: string): Promise<File | null> {
  try {
    const answer = await fetch(new URL(EXAMPLE_FILE, pageBase));
    if (!answer.ok) return null;
    return new File([await answer.blob()], EXAMPLE_FILE, { type: 'text/csv' });
  } catch {
    return null;
  }
}
