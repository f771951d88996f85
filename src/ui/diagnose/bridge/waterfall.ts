import type { Bridge, BridgePart } from '../../../engine';

export interface WaterfallRow {
  key: string;
  /** Null for the ends and for what is put together. */
  part: BridgePart | null;
  role: 'start' | 'part' | 'rest' | 'end';
  value: number;
  /** Where its bar begins and how wide it is, as shares of the room for bars. */
  start: number;
  width: number;
}

/** So many parts stand by themselves unless all are wanted. */
const PARTS_SHOWN = 6;

/**
 * From what it is compared with to what was won, part by part: those that stand out first, the small ones together. Each bar begins
 * where the one before ended. Ends begin at zero, unless that would leave no room to see the parts.
 */
export function waterfall(bridge: Bridge, showsAll: boolean): WaterfallRow[] {
  const shown = showsAll ? bridge.parts : partsShown(bridge);
  const rest = bridge.parts.reduce((sum, part) => (shown.includes(part) ? sum : sum + part.value), 0);
  const steps: Pick<WaterfallRow, 'key' | 'part' | 'role' | 'value'>[] = [
    ...shown.map((part) => ({
      key: `${part.cause} ${part.kind} ${part.stage}`,
      ...{ part, role: 'part' as const, value: part.value },
    })),
    ...(shown.length < bridge.parts.length
      ? [{ key: 'rest', part: null, role: 'rest' as const, value: rest }]
      : []),
  ];
  let reached = bridge.compared;
  const spans = steps.map((step) => {
    const from = reached;
    reached += step.value;
    return { ...step, low: Math.min(from, reached), high: Math.max(from, reached) };
  });
  const least = Math.min(bridge.compared, bridge.actual, ...spans.map(({ low }) => low));
  const most = Math.max(bridge.compared, bridge.actual, ...spans.map(({ high }) => high));
  // The axis is cut where the parts are small beside the ends.
  const floor = least > 0.5 * most ? least - 0.4 * (most - least) : Math.min(0, least);
  const room = most - floor;
  const placed = (low: number, high: number): Pick<WaterfallRow, 'start' | 'width'> => ({
    start: room > 0 ? (low - floor) / room : 0,
    width: room > 0 ? (high - low) / room : 0,
  });
  const endRow = (role: 'start' | 'end', value: number): WaterfallRow => ({
    ...{ key: role, part: null, role, value },
    ...placed(Math.min(Math.max(0, floor), value), Math.max(Math.max(0, floor), value)),
  });
  return [
    endRow('start', bridge.compared),
    ...spans.map(({ low, high, ...step }) => ({ ...step, ...placed(low, high) })),
    endRow('end', bridge.actual),
  ];
}

/** What stands out, then chance and what else is biggest. */
function partsShown({ parts }: Bridge): BridgePart[] {
  const clear = parts.filter(({ isWithinNoise }) => !isWithinNoise);
  const others = parts
    .filter(({ isWithinNoise }) => isWithinNoise)
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
  return [...clear, ...others].slice(0, Math.max(PARTS_SHOWN, clear.length));
}
