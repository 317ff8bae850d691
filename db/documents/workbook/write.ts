import type { Writable } from 'node:stream';
import type { Workbook, WorkbookWriter } from '@cj-tech-master/excelts';

/** What writes workbooks, for every room; no other module names the library. It is loaded only when a workbook is made: it is large, and the store must start fast. */
export type { Borders, Cell, Workbook, Worksheet } from '@cj-tech-master/excelts';

/** What a workbook says of itself; its times are those of what it holds, never of the moment that it is written. */
interface Stated {
  readonly title: string;
  readonly at: Date;
}

export async function newWorkbook(stated?: Stated): Promise<Workbook> {
  const { Workbook } = await import('./library.ts');
  const workbook = new Workbook();
  workbook.creator = 'Vigie';
  if (!stated) return workbook;
  workbook.lastModifiedBy = 'Vigie';
  workbook.title = stated.title;
  workbook.created = stated.at;
  workbook.modified = stated.at;
  return workbook;
}

export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }));
}

/** A workbook that is written row by row, and keeps none. */
export async function streamedWorkbook(stream: Writable): Promise<WorkbookWriter> {
  const { WorkbookWriter } = await import('./library.ts');
  return new WorkbookWriter({ stream, creator: 'Vigie', lastModifiedBy: 'Vigie', useStyles: true });
}
