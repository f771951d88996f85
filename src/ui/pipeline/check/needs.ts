import type { Inspection } from '../../../csv/types';
import { labelled, missingMeaning } from './editMapping';

/** A part of the check that waits for the user. */
export type Need = 'columns' | 'stages' | 'sources' | 'money';

/** What only the user can know or should look at. `rates`: of those currencies that have one. */
export function needsOf(
  inspection: Inspection,
  home: string,
  rates: Readonly<Record<string, number>>,
): Set<Need> {
  const { mapping, outcomeValues, sourceValues, currencies } = inspection;
  const needs = new Set<Need>();
  const columns = [...mapping.columns, ...(mapping.join?.columns ?? [])];
  const hasGuess = columns.some(({ meaning, confidence }) => meaning !== 'ignore' && confidence === 'guess');
  if (hasGuess || missingMeaning(mapping) !== null) needs.add('columns');
  const isUnsorted = ({ value }: { value: string }): boolean =>
    value !== '' && labelled(mapping.outcomes, value) === null;
  if (outcomeValues.some(isUnsorted)) needs.add('stages');
  const isSourceOpen = ({ value }: { value: string }): boolean =>
    value !== '' &&
    !mapping.leaveOutSources?.includes(value) &&
    (labelled(mapping.sources, value) ?? 'unsorted') === 'unsorted';
  if (sourceValues.some(isSourceOpen)) needs.add('sources');
  const lacksRate = ({ value }: { value: string }): boolean => value !== home && !Object.hasOwn(rates, value);
  if (inspection.lacksCurrency || currencies.some(lacksRate)) needs.add('money');
  return needs;
}
