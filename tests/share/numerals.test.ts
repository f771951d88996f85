import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/share/bytes';
import { checksumOf } from '../../src/share/checksum';
import { numeral, readNumeral } from '../../src/share/numerals';

describe('numerals', () => {
  it('are read back to the last bit, whatever follows', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (value, after) => {
        const text = numeral(value);
        const read = readNumeral(text + after, 0);
        expect(read).toEqual({ value: value === 0 ? 0 : value, next: text.length });
      }),
    );
  });

  it('are short, in the order of places that links rely on', () => {
    expect([0, 12, 500, -0.5, 0.0123, 1e-40].map(numeral)).toEqual([
      'j',
      '12j',
      '5l',
      '-5i',
      '123f',
      '1!-40.',
    ]);
  });

  it('are never NaN or infinite, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-!.ejzZaN ') }), (text) => {
        const read = readNumeral(text, 0);
        expect(read === null || Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(readNumeral('9!400.', 0)).toBeNull();
    expect(readNumeral('', 0)).toBeNull();
  });
});

describe('bytes', () => {
  it('go through base64url and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
    expect(fromBase64Url('A')).toBeNull();
    expect(fromBase64Url('AB')).toBeNull();
    expect(fromBase64Url('A+==')).toBeNull();
  });

  it('have the checksum that gzip gives them', () => {
    // The check value of CRC-32 (ISO 3309): of the digits 1 to 9.
    expect([...checksumOf(new TextEncoder().encode('123456789'))]).toEqual([0xcb, 0xf4, 0x39, 0x26]);
  });
});
