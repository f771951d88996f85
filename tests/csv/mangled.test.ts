import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFiles, readDeals } from '../../src/csv';
import { restore } from '../../src/workspace/restore';
import { accountedRows, csvFile, TODAY } from './csvFile';

const FIXTURES = [
  'hubspot.csv',
  'salesforce.csv',
  'salesforce-history.txt',
  'pipedrive.csv',
  'zoho.csv',
  'close.csv',
  'attio.csv',
  'copper.csv',
  'odoo.csv',
  'messy.csv',
].map((name) => new Uint8Array(readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url))));

/** Ways in which files get damaged: letters changed, pieces lost, doubled or moved, the end cut off. */
type Damage =
  | { kind: 'change'; at: number; byte: number }
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'remove' | 'double'; at: number; length: number }
  | { kind: 'cut'; at: number };

const at = fc.nat(5_000);
const length = fc.nat(60);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), at, byte: fc.nat(255) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    text: fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r',
      '\t',
      '\0',
      'Total',
      '=',
      '�',
      '\u2028',
      ',,,,,,,',
    ),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'double' as const), at, length }),
  fc.record({ kind: fc.constant('cut' as const), at }),
);

function apply(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array<ArrayBuffer> {
  let result = [...bytes];
  for (const each of damages) {
    const start = result.length === 0 ? 0 : each.at % result.length;
    if (each.kind === 'change') result[start] = each.byte;
    else if (each.kind === 'cut') result = result.slice(0, Math.max(start, result.length >> 1));
    else if (each.kind === 'insert') result.splice(start, 0, ...new TextEncoder().encode(each.text));
    else if (each.kind === 'remove') result.splice(start, each.length);
    else result.splice(start, 0, ...result.slice(start, start + each.length));
  }
  return new Uint8Array(result);
}

describe('a mangled file', () => {
  const file = fc
    .tuple(fc.constantFrom(...FIXTURES), fc.array(damage, { minLength: 1, maxLength: 6 }))
    .map(([bytes, damages]) => apply(bytes, damages));

  const files = fc.oneof(
    { arbitrary: file.map((bytes) => [bytes]), weight: 5 },
    { arbitrary: fc.array(file, { minLength: 2, maxLength: 3 }), weight: 1 },
  );

  it(
    'never crashes, and every row is a deal, rejected, a duplicate or ignored',
    { timeout: 30_000 },
    async () => {
      let read = 0;
      await fc.assert(
        fc.asyncProperty(files, async (contents) => {
          const given = contents.map((bytes, index) => csvFile(bytes, `${index}.csv`));
          const inspected = await inspectFiles(given, null, TODAY);
          if (!inspected.ok) return;
          const { mapping } = inspected.value;
          const result = await readDeals(given, mapping, TODAY);
          if (!result.ok) return;
          read += 1;
          const { report, deals } = result.value;
          expect(accountedRows(report)).toBe(report.rows);
          expect(report.deals).toBe(deals.length);
          expect(report.rejected).toBe(report.issues.length);
          expect(new Set(deals.map(({ id }) => id)).size).toBe(deals.length);
          if (report.history) {
            const { rows, ...parts } = report.history;
            expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(rows);
          }
          const record = {
            id: 'x',
            files: given.map(({ name }) => name),
            isExample: false,
            importedAt: 0,
            dataDay: report.dataDay,
            mapping,
            report,
          };
          expect(restore('importRecord', record)).toMatchObject({ ok: true });
          expect(deals.every((deal) => restore('deal', deal).ok)).toBe(true);
        }),
        { seed: 71, numRuns: 200 },
      );
      // Many of them can still be read: the property is not empty.
      expect(read).toBeGreaterThan(60);
    },
  );

  it('of any bytes is read or refused with words, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await inspectFiles([csvFile(new Uint8Array(bytes))], null, TODAY);
        expect(typeof result.ok).toBe('boolean');
      }),
      { seed: 72, numRuns: 200 },
    );
  });
});
