import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, exactMean, portableModel, portablePlan } from '../../../src/engine';
import type { FunnelModel, MonthlyActual } from '../../../src/engine';
import { anyPlan } from '../plan/anyPlan';
import { anyModel, deepFreeze, kindOf, modelOf, stages } from '../simulate/models';

describe('portableModel', () => {
  it('changes nothing a second time, and never its input', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const portable = portableModel(deepFreeze(model));
        expect(portableModel(structuredClone(portable))).toEqual(portable);
      }),
    );
  });

  it('moves no month’s mean by more than its digits', () => {
    const model = modelOf({
      kinds: [
        kindOf('net', [100 / 7, 110 / 7, 120 / 7], stages([1 / 3, 10 / 3], [1 / 7, 40 / 3]), 10_000 / 3),
      ],
      count: 3,
    });
    const before = exactMean(model);
    exactMean(portableModel(model)).forEach(({ kinds: [after] }, month) => {
      // Five rounded factors at most, each by half a unit of the fourth digit.
      expect(after?.valueFromNew).toBeCloseTo(before[month]?.kinds[0]?.valueFromNew ?? 0, -1);
      expect((after?.winsFromNew ?? 0) / (before[month]?.kinds[0]?.winsFromNew ?? 1)).toBeCloseTo(1, 2.3);
    });
  });

  it('keeps ages apart, whole numbers as they are, and what was won to the cent', () => {
    const closing = {
      by: 'hazards' as const,
      hazards: { ageFrom: [0, 1234.4, 1234.5], won: [0.012345678, 0, 0], lost: [1 / 3, 0, 0] },
      conversion: { mean: 0.123456, cases: 12_345 },
    };
    const history = [{ month: '2025-12', kind: 'net', leads: 12_345, wins: 3, value: 123_456.789 }] as const;
    const portable = portableModel(modelOf({ kinds: [kindOf('net', [123_456], closing)], history }));
    expect(portable.kinds[0]).toMatchObject({
      arrivals: { monthly: [123_456] },
      closing: {
        hazards: { ageFrom: [0, 1234.4, 1234.5], won: [0.01235, 0, 0], lost: [0.3333, 0, 0] },
        conversion: { mean: 0.1235, cases: 12_345 },
      },
    });
    expect(portable.history).toEqual([{ ...history[0], value: 123_456.79 }]);
  });

  it('tells the past of two years, or of the running fiscal year where that began earlier', () => {
    const monthsOf = (model: FunnelModel) => portableModel(model).history.map(({ month }) => month);
    const history = Array.from({ length: 60 }, (_, ago): MonthlyActual => ({
      month: addMonths('2026-05', -ago),
      kind: 'seed',
      leads: 1,
      wins: 0,
      value: 0,
    })).reverse();
    expect(monthsOf(modelOf({ from: '2026-05', history }))[0]).toBe('2024-05');
    expect(monthsOf(modelOf({ from: '2026-05', history }))).toHaveLength(25);
  });
});

describe('portablePlan', () => {
  it('changes nothing a second time, and no figure by more than its sixth digit', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const portable = portablePlan(plan);
        expect(portablePlan(structuredClone(portable))).toEqual(portable);
        const before = plan.kinds.net.leadsPerMonth.value;
        expect(Math.abs(portable.kinds.net.leadsPerMonth.value - before)).toBeLessThanOrEqual(5e-6 * before);
      }),
    );
  });
});
