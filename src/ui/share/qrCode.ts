import { correction, generate, type Bitmap2D } from 'lean-qr';

/** Bytes that the largest code holds at the least correction: ISO/IEC 18004, version 40-L. */
export const MOST_IN_QR = 2_953;
/** White around it, in modules: ISO/IEC 18004, section 6.3.8. Cameras find nothing without it. */
export const QUIET_ZONE = 4;
/** More modules than this take a steady hand. */
export const DENSE_MODULES = 101;

/**
 * The code of a link; null where it does not fit. The least correction: a screen has no scratches, and fewer modules are easier to
 * read from one.
 */
export function qrCodeOf(link: string): Bitmap2D | null {
  if (link.length > MOST_IN_QR) return null;
  try {
    return generate(link, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L });
  } catch {
    return null;
  }
}

/**
 * Draws it in whole pixels for each module, with its quiet zone, dark on light whatever the theme: cameras read nothing else for sure.
 *
 * @param width what it should take at least, in pixels
 */
export function drawQrCode(code: Bitmap2D, canvas: HTMLCanvasElement, width: number): void {
  const modules = code.size + 2 * QUIET_ZONE;
  const pixels = Math.max(2, Math.ceil(width / modules));
  canvas.width = modules * pixels;
  canvas.height = modules * pixels;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y))
        context.fillRect((x + QUIET_ZONE) * pixels, (y + QUIET_ZONE) * pixels, pixels, pixels);
    }
  }
}
