import type { Forecaster } from './forecasting';
import { onDemand } from './onDemand';
import type { SeedcastService } from './protocol';
import type { WorkspaceDoor } from './workspaceDoor';

/** What of the service is worked out of the forecast for a screen of its own. */
export type Analyses = Pick<
  SeedcastService,
  | 'seekGoal'
  | 'cancelGoal'
  | 'weighAssumptions'
  | 'diagnose'
  | 'bridge'
  | 'budget'
  | 'cancelBudget'
  | 'team'
  | 'myList'
  | 'checkScores'
  | 'cancelScoreCheck'
  | 'compareScenarios'
  | 'cancelScenarios'
  | 'extremes'
  | 'share'
  | 'openShared'
  | 'forecastShared'
>;

/**
 * All of it is loaded when first asked for.
 *
 * @param busily runs what the replay of the past gives way to
 */
export function createAnalyses(
  forecaster: Forecaster,
  door: WorkspaceDoor,
  busily: <T>(run: () => Promise<T>) => Promise<T>,
): Analyses {
  const seeker = onDemand(async () => new (await import('./seeking')).Seeker(forecaster));
  const scenarioDesk = onDemand(async () => new (await import('./scenarios')).ScenarioDesk(forecaster));
  const budgeter = onDemand(async () => new (await import('./budgeting')).Budgeter(forecaster));
  const teamDesk = onDemand(async () => new (await import('./teamDesk')).TeamDesk(forecaster));
  const diagnoser = onDemand(async () => new (await import('./diagnosing')).Diagnoser(forecaster));
  const sharer = onDemand(async () => new (await import('./sharing')).Sharer(forecaster));

  return {
    seekGoal: (request, onProgress) =>
      busily(async () => (await seeker.load()).seek(door.session, request, onProgress)),
    async cancelGoal() {
      (await seeker.made)?.cancel();
    },
    weighAssumptions: (request) => busily(async () => (await seeker.load()).weigh(door.session, request)),

    diagnose: (request) => busily(async () => (await diagnoser.load()).diagnose(door.session, request)),
    bridge: (question) => busily(async () => (await diagnoser.load()).bridge(door.session, question)),

    budget: (question, onProgress) =>
      busily(async () => (await budgeter.load()).budget(door.session, question, onProgress)),
    async cancelBudget() {
      (await budgeter.made)?.cancel();
    },

    team: (request) => busily(async () => (await teamDesk.load()).team(door.session, request)),
    myList: (request) => busily(async () => (await teamDesk.load()).list(door.session, request)),
    checkScores: (settings, onProgress) =>
      busily(async () => (await teamDesk.load()).checkScores(door.session, settings, onProgress)),
    async cancelScoreCheck() {
      (await teamDesk.made)?.cancel();
    },

    compareScenarios: (request, onProgress) =>
      busily(async () => (await scenarioDesk.load()).compare(door.session, request, onProgress)),
    async cancelScenarios() {
      (await scenarioDesk.made)?.cancel();
    },
    extremes: (request) => busily(async () => (await scenarioDesk.load()).extremes(door.session, request)),

    share: async (request) => await (await sharer.load()).share(door.session, request),
    openShared: async (from, passphrase) => await (await sharer.load()).open(from, passphrase),
    forecastShared: async (request) => await (await sharer.load()).forecast(request),
  };
}
