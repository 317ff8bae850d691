const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
/** 1 January 1980, 00:00: the first instant that a ZIP archive can name. */
const firstDate = 0x0021;

/**
 * Sets the times inside a ZIP archive to one fixed instant, in place: a workbook built again from the same snapshot is
 * then the same file, and so is the manifest that hashes it. Offsets: APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function fixZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  const entries = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < entries; index += 1) {
    if (view.getUint32(entry, true) !== centralRecord) throw new Error('not a ZIP archive');
    setTime(view, entry + 12);
    setTime(view, view.getUint32(entry + 42, true) + 10);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + lengths.reduce((total, length) => total + length, 0);
  }
  return bytes;
}

function setTime(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, firstDate, true);
}
