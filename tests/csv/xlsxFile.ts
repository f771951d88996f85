import { deflateRawSync } from 'node:zlib';
import type { SourceFile } from '../../src/csv';
import { csvFile } from './csvFile';

/** A cell: text, a number, a number shown as a day, a boolean, or XML of one's own. */
export type Cell = string | number | boolean | { day: number } | { xml: string } | null;

interface Workbook {
  is1904?: boolean;
  /** Where text is kept: in the shared strings (as Excel does) or in the cells (as many programs do). */
  text?: 'shared' | 'inline';
  /** A prefix of all element names, as some writers use. */
  prefix?: string;
  hidden?: readonly string[];
  isStored?: boolean;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** A workbook as Excel writes it, as small as it can be. */
export function xlsxFile(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { is1904 = false, text = 'shared', prefix = '', hidden = [], isStored = false }: Workbook = {},
): SourceFile {
  const strings: string[] = [];
  const positions = new Map<string, number>();
  const p = prefix === '' ? '' : `${prefix}:`;
  const shared = (value: string): number => {
    const known = positions.get(value);
    if (known !== undefined) return known;
    positions.set(value, strings.length);
    return strings.push(value) - 1;
  };
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<${p}c r="${at}"><${p}v>${cell}</${p}v></${p}c>`;
    if (typeof cell === 'boolean') return `<${p}c r="${at}" t="b"><${p}v>${cell ? 1 : 0}</${p}v></${p}c>`;
    if (typeof cell === 'object')
      return 'day' in cell ? `<${p}c r="${at}" s="1"><${p}v>${cell.day}</${p}v></${p}c>` : cell.xml;
    return text === 'inline'
      ? `<${p}c r="${at}" t="inlineStr"><${p}is><${p}t>${escapeXml(cell)}</${p}t></${p}is></${p}c>`
      : `<${p}c r="${at}" t="s"><${p}v>${shared(cell)}</${p}v></${p}c>`;
  };
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<${p}workbook><${p}workbookPr${is1904 ? ' date1904="1"' : ''}/><${p}sheets>${names
      .map(
        (name, index) =>
          `<${p}sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="s" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
  };
  names.forEach((name, index) => {
    const rows = (sheets[name] ?? []).map((row, at) => {
      const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('');
      return cells === '' ? '' : `<${p}row r="${at + 1}">${cells}</${p}row>`;
    });
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<${p}worksheet><${p}cols><${p}col min="1"/></${p}cols><${p}sheetData>${rows.join('')}</${p}sheetData></${p}worksheet>`;
  });
  files['xl/sharedStrings.xml'] =
    `<sst>${strings.map((value) => `<si><t xml:space="preserve">${escapeXml(value)}</t></si>`).join('')}</sst>`;
  return csvFile(zip(files, isStored), 'deals.xlsx');
}

export function zip(files: Readonly<Record<string, string>>, isStored = false): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(isStored ? 0 : 8, 8);
    header.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(header, path, packed);
    central.push(entry, path);
    offset += header.length + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}
