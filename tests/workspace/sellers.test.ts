import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import { restore } from '../../src/workspace/restore';
import { joinSellers, saidOfSeller, withSeller } from '../../src/workspace/sellers';

const NOTHING = { quotaPerQuarter: null, startedOn: null };
const quota = (quotaPerQuarter: number) => ({ quotaPerQuarter, startedOn: null });

test('of a seller called like a member of every object nothing is said until somebody does', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect(saidOfSeller({}, name)).toEqual(NOTHING);
    const said = withSeller({ Ada: quota(1) }, name, quota(5));
    expect(saidOfSeller(said, name)).toEqual(quota(5));
    expect(Object.keys(said)).toEqual(['Ada', name]);
    expect(Object.keys(withSeller(said, name, NOTHING))).toEqual(['Ada']);
    expect(saidOfSeller(joinSellers({}, said, true), name)).toEqual(quota(5));
  }
});

test('what is impossible is refused', () => {
  const settings = defaultSettings('en', 'EUR');
  const isTaken = (patch: object) => restore('settings', { ...settings, ...patch }).ok;
  expect(isTaken({ sellers: { Ada: quota(0) }, paymentDelayDays: 0 })).toBe(true);
  for (const paymentDelayDays of [-1, 731, 30.5, '30', undefined])
    expect(isTaken({ paymentDelayDays })).toBe(false);
  for (const said of [
    quota(-1),
    quota(1e16),
    { ...quota(1), startedOn: 0.5 },
    { ...quota(1), hasLeft: false },
    {},
    null,
  ])
    expect(isTaken({ sellers: { Ada: said } })).toBe(false);
  const crowd = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, index) => [`Seller ${index}`, quota(1)]),
  );
  expect(isTaken({ sellers: crowd })).toBe(false);
});
