const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;

/**
 * How many bytes a ZIP archive says that it holds, so that one that would fill the memory is refused before it is opened;
 * null where it is none. Offsets: APPNOTE 6.3, sections 4.3.12 and 4.3.16.
 */
export function unzippedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < 0) return null;
  const entries = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < entries; index += 1) {
    if (entry + 46 > bytes.byteLength || view.getUint32(entry, true) !== centralRecord) return null;
    total += view.getUint32(entry + 24, true);
    entry += 46 + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(entry + offset, true), 0);
  }
  return total;
}
