import { readChartColors, type ChartColors } from '../chart/chartColors';
import { drawMonths } from '../chart/drawMonths';
import type { MonthRow } from '../forecast/monthRows';
import { splitEmphasis, type EmphasisPart } from '../splitEmphasis';
import { wrapText } from './wrapText';

/** What a picture says; sentences with their numbers between `**`. */
export interface PictureWords {
  /** '' = none. */
  title: string;
  headline: string;
  range: string;
  finding: string;
  key: string;
  restsOn: string;
  rests: readonly string[];
  made: string;
}

const WIDTH = 1_200;
const MARGIN = 56;
const CHART_HEIGHT = 400;
/** Sharp on the screens of today, and when it is projected. */
const SCALE = 2;

interface Style {
  size: number;
  /** Of plain words, and of those that stand out. */
  weights: readonly [number, number];
  family: 'serif' | 'sans';
  color: 'ink' | 'muted';
  above: number;
}

const STYLES = {
  title: { size: 20, weights: [560, 620], family: 'sans', color: 'muted', above: 0 },
  headline: { size: 44, weights: [440, 620], family: 'serif', color: 'ink', above: 10 },
  range: { size: 19, weights: [400, 500], family: 'sans', color: 'muted', above: 12 },
  finding: { size: 19, weights: [560, 620], family: 'sans', color: 'ink', above: 36 },
  key: { size: 14, weights: [400, 500], family: 'sans', color: 'muted', above: 10 },
  restsOn: { size: 15, weights: [560, 620], family: 'sans', color: 'ink', above: 28 },
  rests: { size: 15, weights: [400, 500], family: 'sans', color: 'ink', above: 4 },
  made: { size: 14, weights: [400, 500], family: 'sans', color: 'muted', above: 24 },
} as const satisfies Record<string, Style>;

type Block = { style: Style; lines: readonly (readonly EmphasisPart[])[] } | 'chart';

/** The colours of paper, whatever the page is in, and its fonts. */
function readPaper(): { colors: ChartColors; fonts: Record<Style['family'], string> } {
  const paper = document.createElement('div');
  paper.className = 'on-paper';
  document.body.append(paper);
  const serif = getComputedStyle(paper).getPropertyValue('--serif').trim();
  const colors = readChartColors(paper);
  paper.remove();
  return { colors, fonts: { serif, sans: colors.font } };
}

/**
 * The forecast's own chart with what it says and rests on, as PNG on light paper. Drawn here; null where the browser can't.
 */
export async function drawForecastPicture(
  words: PictureWords,
  rows: readonly MonthRow[],
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return null;
  const { colors, fonts } = readPaper();
  const fontOf = ({ size, weights, family }: Style, isStrong: boolean): string =>
    `${weights[isStrong ? 1 : 0]} ${size}px ${fonts[family]}`;
  // The page may not have shown a letter of some of them yet.
  await Promise.all(
    Object.values(STYLES).flatMap((style) =>
      [true, false].map((isStrong) => document.fonts.load(fontOf(style, isStrong), 'Aå1').catch(() => [])),
    ),
  );

  const block = (style: Style, text: string): Block[] => {
    if (text === '') return [];
    const measure = (part: EmphasisPart): number => {
      context.font = fontOf(style, part.isStrong);
      return context.measureText(part.words).width;
    };
    return [{ style, lines: wrapText(splitEmphasis(text), WIDTH - 2 * MARGIN, measure) }];
  };
  const blocks: Block[] = [
    ...block(STYLES.title, words.title),
    ...block(STYLES.headline, words.headline),
    ...block(STYLES.range, words.range),
    ...block(STYLES.finding, words.finding),
    'chart',
    ...block(STYLES.key, words.key),
    ...block(STYLES.restsOn, words.restsOn),
    ...words.rests.flatMap((line) => block(STYLES.rests, line)),
    ...block(STYLES.made, words.made),
  ];
  const height = blocks.reduce((total, each) => total + heightOf(each), 2 * MARGIN);
  canvas.width = WIDTH * SCALE;
  canvas.height = Math.ceil(height) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, WIDTH, height);
  context.textBaseline = 'middle';

  let top = MARGIN;
  for (const each of blocks) {
    if (each === 'chart') {
      const size = { width: WIDTH - 2 * MARGIN, height: CHART_HEIGHT, scale: SCALE };
      context.drawImage(drawMonths(rows, colors, size), MARGIN, top + 12, size.width, size.height);
    } else {
      const { style, lines } = each;
      context.fillStyle = colors[style.color];
      lines.forEach((line, index) => {
        let left = MARGIN;
        const middle = top + style.above + (index + 0.5) * lineHeightOf(style);
        for (const part of line) {
          context.font = fontOf(style, part.isStrong);
          context.fillText(part.words, left, middle);
          left += context.measureText(part.words).width;
        }
      });
    }
    top += heightOf(each);
  }
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function lineHeightOf({ size, family }: Style): number {
  return size * (family === 'serif' ? 1.18 : 1.5);
}

function heightOf(block: Block): number {
  if (block === 'chart') return CHART_HEIGHT + 12;
  return block.style.above + block.lines.length * lineHeightOf(block.style);
}
