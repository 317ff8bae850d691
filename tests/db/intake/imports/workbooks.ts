import { Workbook, type CellValue, type Worksheet } from '@cj-tech-master/excelts';

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** What rows do not say: formats, pictures. */
  readonly touch?: (sheet: Worksheet, workbook: Workbook) => void;
}

export async function workbookOf(sheets: readonly SheetContent[], is1904 = false): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.properties.date1904 = is1904;
  for (const { name, rows, touch } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    touch?.(sheet, workbook);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
