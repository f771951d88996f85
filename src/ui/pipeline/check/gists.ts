import type { Inspection } from '../../../csv/types';
import { KINDS } from '../../../engine';
import { number } from '../../../i18n/format';
import { kindName } from '../../../i18n/kinds';
import { m } from '../../../i18n/paraglide/messages';
import { labelled } from './editMapping';

/** Stages named in a line; the rest is counted. */
const STAGES_NAMED = 6;

/** "8 columns used, 2 of them a guess" */
export function columnGist({ mapping }: Inspection): string {
  const used = [...mapping.columns, ...(mapping.join?.columns ?? [])].filter(
    ({ meaning }) => meaning !== 'ignore',
  );
  const guesses = used.filter(({ confidence }) => confidence === 'guess').length;
  const inputs = { count: used.length, number: number(used.length) };
  return guesses === 0
    ? m.import_columns_gist(inputs)
    : m.import_columns_gist_guesses({ ...inputs, guesses: number(guesses) });
}

/** "Lead → Qualified → Proposal" */
export function stageGist({ mapping }: Inspection): string {
  const { stageOrder } = mapping;
  const named = stageOrder.slice(0, STAGES_NAMED);
  return [...named, ...(stageOrder.length > named.length ? ['…'] : [])].join(' → ');
}

/** "Seeds 2 · Nets 4 · Not sorted 1" */
export function sourceGist({ mapping, sourceValues }: Inspection): string {
  const leftOut = mapping.leaveOutSources ?? [];
  const labels = sourceValues.filter(({ value }) => value !== '' && !leftOut.includes(value));
  const sorted = KINDS.flatMap((kind) => {
    const count = labels.filter(
      ({ value }) => (labelled(mapping.sources, value) ?? 'unsorted') === kind,
    ).length;
    return count === 0 ? [] : [`${kindName(kind)} ${number(count)}`];
  });
  const out = leftOut.length === 0 ? [] : [`${m.pipeline_deals_excluded_mark()} ${number(leftOut.length)}`];
  return [...sorted, ...out].join(' · ');
}
