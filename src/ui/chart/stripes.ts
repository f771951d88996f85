const SIZE = 6;

/** A fill of diagonal paper-coloured stripes over a colour: what is already won, told apart without a second colour. */
export function stripes(color: string, paper: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = SIZE;
  tile.height = SIZE;
  const context = tile.getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, SIZE, SIZE);
  context.strokeStyle = paper;
  context.lineWidth = 1.2;
  context.beginPath();
  // Three strokes, so that the tile's edges meet.
  for (const shift of [-SIZE, 0, SIZE]) {
    context.moveTo(shift, SIZE);
    context.lineTo(shift + SIZE, 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}
