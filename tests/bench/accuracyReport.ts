import {
  isoDay,
  METHODS,
  SIMPLE_METHODS,
  type BacktestResult,
  type Coverage,
  type MethodScores,
} from '../../src/engine';

/** Name under which the simulated companies are reported. */
export const SIMULATED = 'simulated-companies';

export interface DatasetScores {
  name: string;
  rows: number;
  /** Only deals already there at each origin were scored. */
  isRunOff: boolean;
  result: Omit<BacktestResult, 'calibration'>;
}

type Measure = keyof MethodScores;
const MEASURES = [
  'wapeWins',
  'wapeRevenue',
  'wapeQuarter',
  'wapeYear',
  'bias',
  'pinball',
] as const satisfies Measure[];

/** One data set as text: a line per method, the origins, and the best simple method in hindsight by measure. */
export function describeDataset({ name, rows, isRunOff, result }: DatasetScores): string {
  const show = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(12);
  const header = ' '.repeat(30) + MEASURES.map((measure) => measure.padStart(12)).join('');
  const lines = METHODS.map(
    (method) =>
      `${method.padEnd(30)}${MEASURES.map((measure) => show(result.methods[method][measure])).join('')}`,
  );
  const ratios = (['wapeWins', 'wapeRevenue', 'wapeQuarter', 'wapeYear'] as const).map((measure) => {
    const best = Math.min(...SIMPLE_METHODS.map((method) => result.methods[method][measure] ?? Infinity));
    const own = result.methods.seedcast[measure];
    return show(own === null || !(best > 0 && best < Infinity) ? null : own / best);
  });
  const dayList = result.origins.map(({ origin }) => isoDay(origin));
  const shown = dayList.length > 60 ? `${dayList.length} of them` : dayList.join(' ');
  return [
    '',
    `${name}: ${rows} rows, ${result.origins.length} origins${isRunOff ? ', run-off' : ''}`,
    `origins: ${shown}`,
    header,
    ...lines,
    `${'seedcast ÷ best in hindsight'.padEnd(30)}${ratios.join('')}`,
    `ranges hold: 50 % ${describeCoverage(result.coverage50)}; 80 % ${describeCoverage(result.coverage80)}`,
  ].join('\n');
}

function describeCoverage({ wins, revenue, quarter }: Coverage): string {
  const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
  return `wins ${share(wins)}, revenue ${share(revenue)}, quarter ${share(quarter)}`;
}

export interface DatasetJson {
  name: string;
  rows: number;
  /** Days of the origins; simulated companies repeat some. */
  origins: string[];
  methods: BacktestResult['methods'];
  coverage50: Coverage;
  coverage80: Coverage;
}

export function toJson({ name, rows, result }: DatasetScores): DatasetJson {
  const { methods, coverage50, coverage80 } = result;
  return {
    name,
    rows,
    origins: result.origins.map(({ origin }) => isoDay(origin)),
    methods,
    coverage50,
    coverage80,
  };
}
