import type { RandomStream } from './stream';

// Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Software 5(8), 2000: 128 layers
// of equal area. Layer and position come from different bits of the word (Doornik 2005 shows why they must).
const LAYERS = 128;
const TAIL_START = 3.442619855899;
const LAYER_AREA = 9.91256303526217e-3;
/** A word gives 7 bits of layer and 25 signed bits of position. */
const POSITIONS = 2 ** 24;

const bounds = new Int32Array(LAYERS);
const widths = new Float64Array(LAYERS);
const heights = new Float64Array(LAYERS);

function fillTables(): void {
  let edge = TAIL_START;
  let previous = edge;
  const base = LAYER_AREA / Math.exp(-0.5 * edge * edge);
  bounds[0] = (edge / base) * POSITIONS;
  bounds[1] = 0;
  widths[0] = base / POSITIONS;
  widths[LAYERS - 1] = edge / POSITIONS;
  heights[0] = 1;
  heights[LAYERS - 1] = Math.exp(-0.5 * edge * edge);
  for (let layer = LAYERS - 2; layer >= 1; layer--) {
    edge = Math.sqrt(-2 * Math.log(LAYER_AREA / edge + Math.exp(-0.5 * edge * edge)));
    bounds[layer + 1] = (edge / previous) * POSITIONS;
    previous = edge;
    heights[layer] = Math.exp(-0.5 * edge * edge);
    widths[layer] = edge / POSITIONS;
  }
}
fillTables();

/** Whether a word falls into its layer's inner rectangle, as 79 of 80 do. */
function isInside(layer: number, position: number): boolean {
  // The size without a branch: no processor can foresee a sign.
  return (position ^ (position >> 31)) < bounds[layer]!;
}

/** A standard normal draw (ziggurat). */
export function drawNormal(stream: RandomStream): number {
  const bits = stream.nextBits();
  const layer = bits & (LAYERS - 1);
  const position = bits >> 7;
  return isInside(layer, position) ? (position + 0.5) * widths[layer]! : drawAtEdge(stream, layer, position);
}

/** The 1 in 80 draws that fall outside a layer's inner rectangle. */
function drawAtEdge(stream: RandomStream, firstLayer: number, firstPosition: number): number {
  let layer = firstLayer;
  let position = firstPosition;
  for (;;) {
    if (layer === 0) return drawTail(stream, position < 0);
    const x = (position + 0.5) * widths[layer]!;
    const height = heights[layer]! + stream.nextUniform() * (heights[layer - 1]! - heights[layer]!);
    if (height < Math.exp(-0.5 * x * x)) return x;
    const bits = stream.nextBits();
    layer = bits & (LAYERS - 1);
    position = bits >> 7;
    if (isInside(layer, position)) return (position + 0.5) * widths[layer]!;
  }
}

/** Beyond the base layer: Marsaglia's exponential majorant of the tail. */
function drawTail(stream: RandomStream, isNegative: boolean): number {
  for (;;) {
    const beyond = -Math.log(stream.nextUniform()) / TAIL_START;
    const exponential = -Math.log(stream.nextUniform());
    if (exponential + exponential > beyond * beyond)
      return isNegative ? -TAIL_START - beyond : TAIL_START + beyond;
  }
}
