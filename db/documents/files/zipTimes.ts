import { zipEntries } from './zip.ts';

/** 1 January 1980, 00:00: the first instant that a ZIP archive can name. */
const firstDate = 0x0021;

/**
 * Sets the times inside a ZIP archive to one fixed instant, in place: a workbook built again from the same snapshot is
 * then the same file, and so is the manifest that hashes it.
 */
export async function fixZipTimes(bytes: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // An archive without a comment, as ours are, ends with the place of its list (APPNOTE 6.3, section 4.3.16).
  let central = view.getUint32(bytes.byteLength - 6, true);
  for (const { local, listed } of await zipEntries(bytes)) {
    setTime(view, central + 12);
    setTime(view, local + 10);
    central += listed;
  }
  return bytes;
}

function setTime(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, firstDate, true);
}
