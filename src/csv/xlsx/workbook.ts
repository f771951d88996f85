import { pause } from '../sourceFile';
import type { ImportOptions, SourceFile } from '../sourceFile';
import { isDateFormat } from './cells';
import { SheetReader } from './sheet';
import type { WorkbookParts } from './sheet';
import { attribute, tagsOf, textOfRuns } from './xml';
import { BadZip, readZipEntries, readZipText } from './zip';
import type { ZipEntry } from './zip';

/** A worksheet as text cells. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** Unpacked XML beyond this does not fit in a phone's memory, or is a bomb. */
const MOST_BYTES = 500_000_000;
/** Sheets looked into for the one with the deals. */
const MOST_SHEETS = 30;
const WORKBOOK = 'xl/workbook.xml';

class Workbook {
  constructor(
    private readonly file: SourceFile,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  async *pieces(path: string): AsyncGenerator<string> {
    const entry = this.entries.get(path);
    if (!entry) return;
    if (entry.bytes > MOST_BYTES) throw new BadZip();
    yield* readZipText(this.file, entry, MOST_BYTES);
  }

  async text(path: string): Promise<string> {
    let text = '';
    for await (const piece of this.pieces(path)) text += piece;
    return text;
  }
}

/**
 * The visible worksheets of an .xlsx workbook (Office Open XML, ISO/IEC 29500), hidden ones only where there are no
 * others. Shown values: days as ISO text, numbers with all digits, TRUE and FALSE, results of formulas. null = cancelled;
 * throws `BadZip` on what is no workbook.
 */
export async function readWorkbook(
  file: SourceFile,
  mostRows: number,
  options: ImportOptions,
): Promise<Sheet[] | null> {
  const workbook = new Workbook(file, await readZipEntries(file));
  const main = await workbook.text(WORKBOOK);
  const targets = relationsOf(await workbook.text('xl/_rels/workbook.xml.rels'));
  const all = tagsOf(main, 'sheet').map((tag) => ({
    name: attribute(tag, 'name'),
    isHidden: /hidden/i.test(attribute(tag, 'state')),
    path: targets.get(attribute(tag, '\\w+:id')) ?? '',
  }));
  if (all.length === 0) throw new BadZip();
  const visible = all.filter(({ isHidden }) => !isHidden);
  const chosen = (visible.length > 0 ? visible : all).slice(0, MOST_SHEETS);
  const parts: WorkbookParts = {
    strings: readStrings(await workbook.text(targets.get('sharedStrings') ?? 'xl/sharedStrings.xml')),
    isDateStyle: readDateStyles(await workbook.text(targets.get('styles') ?? 'xl/styles.xml')),
    is1904: /^(1|true|on)$/.test(attribute(tagsOf(main, 'workbookPr')[0] ?? '', 'date1904')),
  };
  const sheets: Sheet[] = [];
  for (const [index, { name, path }] of chosen.entries()) {
    const reader = new SheetReader(parts, mostRows);
    for await (const piece of workbook.pieces(path)) {
      reader.push(piece);
      if (reader.rows.length > mostRows) break;
      await pause();
      if (options.isCancelled?.()) return null;
    }
    options.onProgress?.((index + 1) / chosen.length);
    sheets.push({ name, rows: reader.finish() });
  }
  return sheets;
}

/** Paths of the parts by their id; shared strings and styles also by their kind. */
function relationsOf(xml: string): Map<string, string> {
  const paths = new Map<string, string>();
  for (const tag of tagsOf(xml, 'Relationship')) {
    const target = attribute(tag, 'Target');
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    paths.set(attribute(tag, 'Id'), path);
    const kind = /\/(sharedStrings|styles)$/.exec(attribute(tag, 'Type'))?.[1];
    if (kind !== undefined) paths.set(kind, path);
  }
  return paths;
}

function readStrings(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(
    ([, inside = '']) => textOfRuns(inside),
  );
}

/** For each cell style whether its number format is one of days. */
function readDateStyles(xml: string): boolean[] {
  const codes = new Map(
    tagsOf(xml, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode')]),
  );
  const cellStyles = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return tagsOf(cellStyles, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId'));
    return isDateFormat(id, codes.get(id) ?? '');
  });
}
