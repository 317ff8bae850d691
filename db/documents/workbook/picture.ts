import type { Workbook, Worksheet } from './write.ts';
import type { PaperFigure } from '../figures/axes.ts';
import { pngOf } from '../figures/png.ts';
import { languages, type Language } from '../page/language.ts';
import { colours, font, type SheetTable } from './table.ts';

/** Of a sheet's row, in points and in the pixels that a figure is measured in. */
const rowPoints = 15;
const rowPixels = 20;
/** Of the figure's own size: a table and its figure then share one page that can be read. */
const scale = 0.9;
/** In characters, as wide as the widest figure so scaled. */
const columnWidth = 88;

const linesOf = (text: string): number => Math.ceil(text.length / (columnWidth - 4));

/** Text over as many rows as it takes: the rows' height is the table's. */
function addText(sheet: Worksheet, column: number, row: number, text: string, isQuiet: boolean): number {
  const lines = linesOf(text);
  if (lines > 1) sheet.mergeCells(row, column, row + lines - 1, column);
  const cell = sheet.getCell(row, column);
  cell.value = text;
  cell.font = isQuiet ? { ...font, size: 9, color: { argb: colours.quiet } } : { ...font, bold: true };
  cell.alignment = { vertical: 'top', wrapText: true };
  return row + lines;
}

interface Drawn {
  readonly language: Language;
  readonly figure: PaperFigure;
  readonly png: Uint8Array;
}

async function drawn({ picture }: SheetTable): Promise<readonly Drawn[]> {
  const figures = [languages.en, languages.fr].flatMap((language) => {
    const figure = picture?.draw(language) ?? null;
    return figure ? [{ language, figure }] : [];
  });
  return Promise.all(figures.map(async (each) => ({ ...each, png: await pngOf(each.figure) })));
}

/** The caption, the picture, and under it what it shows in words: a picture in a cell's place has no other reader. */
function addDrawn(
  workbook: Workbook,
  sheet: Worksheet,
  place: { column: number; row: number },
  each: Drawn,
  number: number,
): number {
  const { figure, png } = each;
  const { column, row } = place;
  const under = addText(sheet, column, row, `Figure ${number}. ${figure.caption}`, false);
  const image = workbook.addImage({ buffer: png, extension: 'png' });
  sheet.addImage(image, {
    tl: { col: column - 1, row: under - 1 },
    ext: { width: figure.width * scale, height: figure.height * scale },
    editAs: 'oneCell',
  });
  return addText(sheet, column, under + Math.ceil((figure.height * scale) / rowPixels), figure.alternative, true) + 1;
}

/** The table's figure to its right, English above French. */
export async function addPictures(workbook: Workbook, sheet: Worksheet, table: SheetTable): Promise<void> {
  const figures = await drawn(table);
  if (figures.length === 0 || !table.picture) return;
  const column = table.columns.length + 2;
  sheet.getColumn(column - 1).width = 2;
  sheet.getColumn(column).width = columnWidth;
  let row = 2;
  for (const each of figures) row = addDrawn(workbook, sheet, { column, row }, each, table.picture.number);
  for (let each = 2; each < Math.max(row, table.rows.length + 2); each += 1) sheet.getRow(each).height = rowPoints;
}
