import { expect, test } from 'vitest';
import type { Route } from '../../../src/state/route.svelte';
import { SharedRoute } from '../../../src/state/shared/sharedRoute';

const routeAt = (part: string | null) => new SharedRoute({ screen: 'shared', part } as Route);

test.each([
  [null, 'forecast', null],
  ['plan', 'plan', null],
  ['scenarios/downturn', 'scenarios', 'downturn'],
  ['compare', 'forecast', null],
  ['settings', 'forecast', null],
])('the part %s of the shared screen is the screen %s within it', (part, screen, inner) => {
  const route = routeAt(part);
  expect([route.screen, route.part]).toEqual([screen, inner]);
});

test('no link within leads to a screen of the user’s own', () => {
  const route = routeAt(null);
  expect(route.to('forecast')).toBe('#/shared');
  expect(route.to('plan')).toBe('#/shared/plan');
  expect(route.to('scenarios', 'downturn')).toBe('#/shared/scenarios/downturn');
  for (const screen of ['pipeline', 'settings', 'welcome', 'track'] as const)
    expect(route.to(screen)).toBe('#/shared');
});
