import * as v from 'valibot';
import { KEPT_FIT_LENGTH } from '../limits';
import { text } from './values';

export const keptFitSchema = v.object({
  importId: text,
  key: text,
  text: v.pipe(v.string(), v.maxLength(KEPT_FIT_LENGTH)),
  checksum: text,
});
