import { readXml } from './xml.ts';

export interface CellFormat {
  /** As it is written in the workbook; null for one of those that every workbook has. */
  readonly code: string | null;
  readonly isDate: boolean;
  /** Of a date, the time of its day too. */
  readonly hasTime: boolean;
  /** What fills the cell, as the workbook names it; null where nothing or white does. */
  readonly colour: string | null;
}

/** The formats of dates and times that every workbook has: ECMA-376 part 1, section 18.8.30. */
const isOwnDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const isOwnTime = (id: number): boolean => id >= 18 && id <= 22;

/** A code without its colours, spans of time and words. */
const bareCode = (code: string): string => code.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"|\\./g, '');

/** Of a pattern, the attributes that name its colour. White is the paper's. */
function colourOf({ rgb, theme, indexed, tint }: Readonly<Record<string, string>>): string | null {
  if (rgb !== undefined) return /ffffff$/i.test(rgb) ? null : `#${rgb.slice(-6).toLowerCase()}`;
  const named = theme === undefined ? `indexed ${indexed ?? ''}` : `theme ${theme} ${tint ?? ''}`.trim();
  return ['theme 0', 'indexed 1', 'indexed 9', 'indexed 64', 'indexed'].includes(named.trim()) ? null : named;
}

/** The fills of a workbook, one after another: ECMA-376 part 1, section 18.8.21. */
class Fills {
  readonly colours: (string | null)[] = [];
  private isPattern = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'fill') this.colours.push(null);
    else if (name === 'patternFill')
      this.isPattern = !['none', 'gray125'].includes(attributes['patternType'] ?? 'none');
    else if (name === 'gradientFill') this.colours[this.colours.length - 1] = 'gradient';
    else if (name === 'fgColor' && this.isPattern) this.colours[this.colours.length - 1] = colourOf(attributes);
  }
}

/** The number formats and fills of a workbook's cells, by the index that a cell names. */
export async function cellFormats(pieces: AsyncIterable<Uint8Array>): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>();
  const fills = new Fills();
  const cells: { readonly format: number; readonly fill: number }[] = [];
  let part = '';
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'cellXfs' || name === 'fills') part = name;
      else if (part === 'fills') fills.open(name, attributes);
      else if (name === 'xf' && part === 'cellXfs')
        cells.push({ format: Number(attributes['numFmtId'] ?? 0), fill: Number(attributes['fillId'] ?? 0) });
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    },
    close: (name) => {
      if (name === part) part = '';
    },
    text: () => undefined,
  });
  return cells.map(({ format, fill }) => {
    const code = codes.get(format) ?? null;
    const isDate = code === null ? isOwnDate(format) : /[ymdhMsb]/.test(bareCode(code));
    const hasTime = code === null ? isOwnTime(format) : /h/i.test(bareCode(code));
    return { code, isDate, hasTime, colour: fills.colours[fill] ?? null };
  });
}
