import type { SharedForecast } from '../workspace/sharedForecast';
import { findPayload, hasMark } from './findPayload';
import { readForecastFile } from './forecastFile';
import { FILE_CHARACTERS, LINK_CHARACTERS } from './limits';
import { readPayload } from './payload';
import { refuse } from './problem';
import type { Refused } from './problem';

/**
 * Opens what somebody was given: a link (whole, its payload, or text with it inside) or a forecast's file. Never throws, changes nothing,
 * and looks at nothing inside before it is known to be of a bearable size.
 *
 * @param passphrase null where none was typed
 */
export async function openSharedForecast(
  from: string | Blob,
  passphrase: string | null,
): Promise<{ ok: true; value: SharedForecast } | Refused> {
  const size = typeof from === 'string' ? from.length : from.size;
  if (size > FILE_CHARACTERS) return refuse('tooLarge', { most: FILE_CHARACTERS });
  const text = typeof from === 'string' ? from : await readText(from);
  if (text === null) return refuse('notALink');
  if (/^\s*\ufeff?\s*\{/.test(text)) {
    const read = await readForecastFile(text, passphrase);
    if (read) return read;
  }
  if (text.length > LINK_CHARACTERS) return refuse('tooLarge', { most: LINK_CHARACTERS });
  const parts = findPayload(text);
  if (parts) return await readPayload(parts, passphrase);
  return hasMark(text) ? refuse('damaged', { path: 'payload' }) : refuse('notALink');
}

/** Null where the browser can't read the file any more: it was moved, or the disk is gone. */
async function readText(file: Blob): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}
