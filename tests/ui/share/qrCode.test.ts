import { Buffer } from 'node:buffer';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { MOST_IN_QR, QUIET_ZONE, qrCodeOf } from '../../../src/ui/share/qrCode';

const PIXELS = 3;

/** The code as a camera has it: dark on light with its quiet zone. */
function photograph(link: string): { data: Uint8ClampedArray; size: number } | null {
  const code = qrCodeOf(link);
  if (!code) return null;
  const size = (code.size + 2 * QUIET_ZONE) * PIXELS;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = code.get(Math.floor(x / PIXELS) - QUIET_ZONE, Math.floor(y / PIXELS) - QUIET_ZONE);
      if (isDark) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { data, size };
}

/** A link of so many characters; what it carries looks as random as what is packed. */
function linkOf(characters: number): string {
  const start = 'https://seedcast.example/app/#/s/first.';
  let state = 7;
  const bytes = Array.from({ length: characters }, () => (state = (state * 48_271) % 2_147_483_647) % 256);
  return (start + Buffer.from(bytes).toString('base64url')).slice(0, characters);
}

describe('qrCodeOf', () => {
  it.each([200, 1_500, 2_500])(
    'makes a code of %i characters that is read back as the link',
    (characters) => {
      const link = linkOf(characters);
      const photo = photograph(link);
      expect(photo && jsQR(photo.data, photo.size, photo.size)?.data).toBe(link);
    },
  );

  it('fits as much as the largest code holds, and says so of more', () => {
    expect(qrCodeOf(linkOf(MOST_IN_QR))?.size).toBe(177);
    expect(qrCodeOf(linkOf(MOST_IN_QR + 1))).toBeNull();
  });
});
