import type { SharedForecast } from '../../workspace/sharedForecast';
import type { Version } from '../../workspace/versions';
import type { Field } from '../fields';
import { first } from './first';

/** A format of links, and the version of the workspace that what it holds is of: from there on migrations lead. */
export interface Format {
  field: Field<SharedForecast>;
  holds: Version;
}

/**
 * Formats by the name that links begin with; each opens for ever. They have names of their own, as most versions of the workspace change
 * nothing that a link holds. Where one does, add a format, and leave the others as they are.
 */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['first', { field: first, holds: 'scenarios' }],
]);

/** The one that links are made in. */
export const NEWEST_FORMAT = 'first';
