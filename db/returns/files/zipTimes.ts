import { zipEntries } from '../../kernel/zip.ts';

/** 1 January 1980, 00:00: the first instant that a ZIP archive can name. */
const firstDate = 0x0021;

/**
 * Sets the times inside a ZIP archive to one fixed instant, in place: a workbook built again from the same snapshot is
 * then the same file, and so is the manifest that hashes it.
 */
export function fixZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { central, local } of zipEntries(bytes)) {
    setTime(view, central + 12);
    setTime(view, local + 10);
  }
  return bytes;
}

function setTime(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, firstDate, true);
}
