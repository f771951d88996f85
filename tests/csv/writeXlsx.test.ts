import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportCell } from '../../src/csv/writing';
import { writeXlsx } from '../../src/csv/xlsx/writeXlsx';
import { readWorkbook } from '../../src/csv/xlsx/workbook';
import { decodeXml, encodeXml } from '../../src/csv/xlsx/xml';
import { readZipEntries, readZipText } from '../../src/csv/xlsx/zip';
import { day } from './csvFile';

async function write(rows: ExportCell[][], name = 'Deals') {
  const blob = await writeXlsx({ name, headers: ['A', 'B', 'C'], rows, count: rows.length });
  return Object.assign(blob, { name: 'x.xlsx' });
}

async function sheetXml(rows: ExportCell[][]): Promise<string> {
  const file = await write(rows);
  const entry = (await readZipEntries(file)).get('xl/worksheets/sheet1.xml');
  if (!entry) throw new Error('no sheet');
  let xml = '';
  for await (const piece of readZipText(file, entry, 1e6)) xml += piece;
  return xml;
}

describe('writeXlsx', () => {
  it('writes every text as a string, so that nothing can be a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", '<f>', '</t></is></c><c><f>'),
            fc.string(),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        async (texts) => {
          const xml = await sheetXml([texts.map(([start, rest]) => start + rest)]);
          expect(xml).not.toMatch(/<f[ >/]/);
          expect([...xml.matchAll(/<c [^>]*>/g)].filter(([tag]) => !tag.includes('t="inlineStr"'))).toEqual(
            [],
          );
        },
      ),
      { seed: 91, numRuns: 50 },
    );
  });

  it('writes days as days, numbers with all digits, and leaves empty cells out', async () => {
    const rows: ExportCell[][] = [
      [{ day: day('2026-03-02') }, { day: day('2026-03-02'), minutes: 61 }, { day: day('1899-12-31') }],
      [0.1 + 0.2, -1e-7, 9007199254740991],
      [null, '', 'x'],
    ];
    const xml = await sheetXml(rows);
    expect(xml).toContain('<c r="A2" s="2"><v>46083</v></c>');
    expect(xml).toContain('<v>0.30000000000000004</v>');
    expect(xml).toContain('<row r="4"><c r="C4"');
    const [sheet] = (await readWorkbook(await write(rows), 100, {})) ?? [];
    expect(sheet?.rows.slice(1)).toEqual([
      ['2026-03-02', '2026-03-02 01:01:00', '1899-12-31'],
      ['0.30000000000000004', '-0.0000001', '9007199254740991'],
      ['', '', 'x'],
    ]);
  });

  it('leaves out what is no number, which Excel calls a damaged file', async () => {
    const xml = await sheetXml([[NaN, Infinity, -Infinity]]);
    expect(xml).toContain('<row r="2"></row>');
  });

  it('cuts the name of the sheet between characters, not within one', async () => {
    const [sheet] = (await readWorkbook(await write([], `${'n'.repeat(30)}🌱`), 9, {})) ?? [];
    expect(sheet?.name).toBe('n'.repeat(30));
  });

  it('gives the sheet a name that spreadsheets take', async () => {
    const [sheet] =
      (await readWorkbook(await write([], 'Q1/Q2: "deals" [of] a long & windy name'), 9, {})) ?? [];
    expect(sheet?.name).toBe('Q1 Q2  "deals"  of  a long & wi');
  });

  it('gives the same bytes for the same table', async () => {
    const [one, other] = await Promise.all([write([['x']]), write([['x']])]);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()));
  });
});

describe('encodeXml', () => {
  it('is undone by reading, whatever the text', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(
              fc.nat(0xffff),
              fc.constantFrom(0x5f, 0x78, 0x30, 0x34, 0x31, 0x0d, 0x26, 0xd83c, 0xdf31),
            ),
          )
          .map((codes) => String.fromCharCode(...codes)),
        (text) => {
          const xml = encodeXml(text);
          expect(decodeXml(xml)).toBe(text);
          expect(xml).not.toMatch(/[<>"\r\0\uffff]/);
        },
      ),
      { seed: 92 },
    );
  });
});
