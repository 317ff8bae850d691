import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { describe, expect } from 'vitest';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

const figureTabs = ['Backlog - Arriéré', 'Change - Variation', 'By month - Par mois'] as const;
let book: Workbook;
it.beforeAll(async () => {
  book = new Workbook();
  await book.xlsx.readFile(join(held.outbox, held.exported.folderName, 'return.xlsx'));
}, 120_000);

const sheet = (tab: string): Worksheet => book.getWorksheet(tab)!;
const cellsOf = (tab: string, columns: number): unknown[][] =>
  sheet(tab)
    .getSheetValues()
    .slice(2)
    .map((row) => (row as unknown[]).slice(1, columns + 1))
    .filter((row) => row.some((value) => value !== undefined));

describe('the figures of the workbook', () => {
  it.each(figureTabs)('stand beside their table in both languages, each with its words: %s', async (tab) => {
    const images = sheet(tab).getImages();
    expect(images).toHaveLength(2);
    const [column] = images.map(({ range }) => range!.tl.nativeCol + 1);
    for (const { imageId, range: place } of images) {
      const range = place!;
      const picture = await loadImage(Buffer.from(book.getImage(Number(imageId))!.buffer!));
      const { width, height } = (range as unknown as { ext: { width: number; height: number } }).ext;
      // Two dots and more for each that is shown, in the picture's own proportions.
      expect(picture.width / width).toBeGreaterThan(2);
      expect(picture.width / width).toBeCloseTo(picture.height / height, 2);
      const caption = sheet(tab).getCell(range.tl.nativeRow, column).master.text;
      expect(caption).toMatch(/^Figure \d\. .{40}/);
      const words = sheet(tab).getCell(range.tl.nativeRow + Math.ceil(height / 20) + 1, column).text;
      expect(words.length).toBeGreaterThan(40);
    }
    expect(sheet(tab).pageSetup.fitToWidth).toBe(1);
  });

  it('show what their tables hold: the backlog of each month, each unit, and of the bands', () => {
    const { ledger, units, counterfactual } = held.content;
    const monthOf = (tab: string, month: string): unknown[] =>
      cellsOf(tab, 1 + units.length)
        .find(([date]) => (date as Date).toISOString().startsWith(month))!
        .slice(1);
    for (const { unitCode, month, line } of ledger) {
      const row = monthOf('By unit - Par unité', month) as number[];
      expect(row[units.findIndex(({ code }) => code === unitCode)]).toBe(line.closing);
      expect(monthOf('Backlog - Arriéré', month)[0]).toBe(row.reduce((sum, each) => sum + each, 0));
    }
    const changes = cellsOf('Change - Variation', 4);
    expect(changes).toEqual(
      units.map(({ code }) => {
        const own = ledger.filter(({ unitCode }) => unitCode === code);
        const [before, after] = [own[0]!.line.opening!, own.at(-1)!.line.closing!];
        return [code, before, after, after - before];
      }),
    );
    const total = counterfactual!.total!;
    const bands = cellsOf('By month - Par mois', 9);
    expect(bands).toHaveLength(total.months.length);
    expect(bands.at(-1)!.slice(1, 2)).toEqual([total.backlog.at(-1) ?? '..']);
    expect(bands.at(-1)!.slice(3)).toEqual(
      (['p025', 'p10', 'p25', 'p75', 'p90', 'p975'] as const).map((each) => total.fan.at(-1)?.[each] ?? '..'),
    );
  });

  it('define each indicator beside its figure, in both languages', () => {
    const indicators = sheet('Indicators - Indicateurs');
    const header = indicators.getRow(1).values as string[];
    const [english, french] = [header.indexOf('Definition'), header.indexOf('Définition')];
    for (const { code, definition } of held.content.framework.indicators) {
      const row = indicators.getRows(2, indicators.rowCount - 1)!.find((each) => each.getCell(1).value === code);
      if (row) expect([row.getCell(english).text, row.getCell(french).text]).toEqual([definition.en, definition.fr]);
    }
  });
});
