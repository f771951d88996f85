import type { Deal } from '../deals/deal';

/** What sales people sort open deals into, surest first. `omitted`: said not to count. */
export const CATEGORIES = ['commit', 'bestCase', 'pipeline', 'omitted'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Without a category of its own a deal is a commit where at least 7 of 10 like it are won: more often than 2 of 3. */
export const COMMIT_CHANCE = 0.7;
/** A best case: as good as even, at least 4 of 10. Anything less is pipeline. */
export const BEST_CASE_CHANCE = 0.4;

/**
 * Names in exports, letters only: English, Swedish, German, French, Spanish, Portuguese, Dutch. Salesforce's optional
 * "Most likely" lies between its best case and its commit. A chance in three words is sorted as the chances themselves.
 */
const NAMES: Readonly<Record<string, Category>> = {
  commit: 'commit',
  committed: 'commit',
  commitment: 'commit',
  forecast: 'commit',
  åtagande: 'commit',
  åtagit: 'commit',
  zusage: 'commit',
  bestcase: 'bestCase',
  upside: 'bestCase',
  mostlikely: 'bestCase',
  probable: 'bestCase',
  bästafall: 'bestCase',
  bästaläge: 'bestCase',
  troligast: 'bestCase',
  mestsannolikt: 'bestCase',
  bestfall: 'bestCase',
  pipeline: 'pipeline',
  openpipeline: 'pipeline',
  omitted: 'omitted',
  omit: 'omitted',
  notforecasted: 'omitted',
  notinforecast: 'omitted',
  dontforecast: 'omitted',
  utelämnad: 'omitted',
  utelämnat: 'omitted',
  verbindlich: 'commit',
  verpflichtung: 'commit',
  engagement: 'commit',
  engagé: 'commit',
  compromiso: 'commit',
  comprometido: 'commit',
  compromisso: 'commit',
  toegezegd: 'commit',
  toezegging: 'commit',
  high: 'commit',
  hoch: 'commit',
  hög: 'commit',
  élevée: 'commit',
  élevé: 'commit',
  alta: 'commit',
  alto: 'commit',
  hoog: 'commit',
  bästautfall: 'bestCase',
  besterfall: 'bestCase',
  meilleurcas: 'bestCase',
  meilleurscénario: 'bestCase',
  mejorcaso: 'bestCase',
  mejorescenario: 'bestCase',
  melhorcaso: 'bestCase',
  melhorcenário: 'bestCase',
  bestegeval: 'bestCase',
  medium: 'bestCase',
  mittel: 'bestCase',
  medel: 'bestCase',
  moyenne: 'bestCase',
  moyen: 'bestCase',
  media: 'bestCase',
  médio: 'bestCase',
  média: 'bestCase',
  gemiddeld: 'bestCase',
  pipelineouvert: 'pipeline',
  low: 'pipeline',
  niedrig: 'pipeline',
  låg: 'pipeline',
  faible: 'pipeline',
  baja: 'pipeline',
  bajo: 'pipeline',
  baixa: 'pipeline',
  baixo: 'pipeline',
  laag: 'pipeline',
  ausgelassen: 'omitted',
  nichtberücksichtigt: 'omitted',
  omis: 'omitted',
  exclu: 'omitted',
  omitido: 'omitted',
  omitida: 'omitted',
  excluido: 'omitted',
  weggelaten: 'omitted',
};

/** The category an export's words mean; null where they are blank or mean none of them. */
export function categoryNamed(words: string | null): Category | null {
  const name = (words ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null;
}

/**
 * The category of an open deal and where it is from: the export's own, else the chance the pipeline gives it. Without
 * either, pipeline.
 */
export function categoryOf(
  deal: Deal,
  chance: number | null,
): { category: Category; basis: 'export' | 'chance' } {
  const named = categoryNamed(deal.category);
  if (named !== null) return { category: named, basis: 'export' };
  const category =
    chance !== null && chance >= COMMIT_CHANCE
      ? 'commit'
      : chance !== null && chance >= BEST_CASE_CHANCE
        ? 'bestCase'
        : 'pipeline';
  return { category, basis: 'chance' };
}
