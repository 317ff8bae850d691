const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;

export interface ZipEntry {
  readonly name: string;
  /** Bytes once inflated, as the archive says. */
  readonly size: number;
  /** Offsets of its two headers. */
  readonly central: number;
  readonly local: number;
}

/** What a ZIP archive lists, without inflating anything. Offsets: APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let central = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(central, true) !== centralRecord) throw new Error('not a ZIP archive');
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(central + offset, true));
    entries.push({
      name: Buffer.from(bytes.subarray(central + 46, central + 46 + name)).toString('utf8'),
      size: view.getUint32(central + 24, true),
      central,
      local: view.getUint32(central + 42, true),
    });
    central += 46 + name + extra + comment;
  }
  return entries;
}
