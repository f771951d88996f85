import { writePieces } from '../exportTable';
import type { ExportCell, ExportOptions, ExportTable } from '../exportTable';
import { isoDay } from '../../engine';
import { unguardText } from '../guardText';
import { pause } from '../sourceFile';
import { LAST_SERIAL, serialOfDay } from './cells';
import { encodeXml } from './xml';
import { writeZip } from './writeZip';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MINUTES_PER_DAY = 1440;
/** Before it Excel's calendar has a day that never was. */
const FIRST_SERIAL = 61;
/** Longest name of a sheet, and what must not be in one. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** Places in the list of cell styles of `STYLES`. */
const STYLE = { header: 1, day: 2, minute: 3 };
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (inside: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
const part = (path: string, type: string): string =>
  `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${part('worksheets/sheet1', 'worksheet')}</Types>`;

function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/**
 * A text is a string by its type, which no program ever runs: it needs no guard. Only one that would lose an apostrophe
 * on the way in gets another.
 */
function textCell(at: string, text: string, style: number | null): string {
  const kept = unguardText(text) === text ? text : `'${text}`;
  const look = style === null ? '' : ` s="${style}"`;
  return `<c r="${at}"${look} t="inlineStr"><is><t xml:space="preserve">${encodeXml(kept)}</t></is></c>`;
}

function cellXml(cell: ExportCell, at: string, isHeader: boolean): string {
  if (cell === null || cell === '') return '';
  // What is no number has no digits to write: Excel takes the file for damaged.
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'string') return textCell(at, cell, isHeader ? STYLE.header : null);
  const serial = serialOfDay(cell.day) + (cell.minutes ?? 0) / MINUTES_PER_DAY;
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return textCell(at, isoDay(cell.day), null);
  return `<c r="${at}" s="${cell.minutes ? STYLE.minute : STYLE.day}"><v>${serial}</v></c>`;
}

function sheetName(name: string): string {
  // Half of a surrogate pair is no character.
  return name
    .replace(NOT_IN_NAMES, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * A table as a workbook of one sheet (Office Open XML, ISO/IEC 29500) with its header in sight: numbers with all digits,
 * days as days, text as text. Throws `ExportCancelled`.
 */
export async function writeXlsx(table: ExportTable, options: ExportOptions = {}): Promise<Blob> {
  const columns = table.headers.map((_, index) => columnName(index));
  const writeRow = (cells: readonly ExportCell[], row: number): string => {
    let inside = '';
    cells.forEach((cell, index) => {
      inside += cellXml(cell, `${columns[index] ?? columnName(index)}${row + 1}`, row === 0);
    });
    return `<row r="${row + 1}">${inside}</row>`;
  };
  async function* sheet(): AsyncGenerator<string> {
    yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>`;
    for (const piece of writePieces(table, writeRow, options)) {
      yield piece;
      await pause();
    }
    yield '</sheetData></worksheet>';
  }
  const name = encodeXml(sheetName(table.name));
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return await writeZip(
    [
      ['[Content_Types].xml', whole(CONTENT_TYPES)],
      ['_rels/.rels', whole(relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')))],
      ['xl/workbook.xml', whole(workbook)],
      [
        'xl/_rels/workbook.xml.rels',
        whole(
          relations(
            relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
          ),
        ),
      ],
      ['xl/styles.xml', whole(STYLES)],
      ['xl/worksheets/sheet1.xml', sheet()],
    ],
    TYPE,
  );
}

// eslint-disable-next-line @typescript-eslint/require-await -- parts are read piece by piece, as the sheet is
async function* whole(xml: string): AsyncGenerator<string> {
  yield DECLARATION + xml;
}
