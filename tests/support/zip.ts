import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** What the archive says the part unpacks to, where it lies. */
  readonly said?: number;
}

function headersOf({ name, content, said = content.length }: ZipPart, offset: number) {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  for (const [header, start] of [
    [local, 8],
    [central, 10],
  ] as const) {
    header.writeUInt16LE(8, start);
    header.writeUInt32LE(crc32(content), start + 6);
    header.writeUInt32LE(packed.length, start + 10);
    header.writeUInt32LE(said, start + 14);
    header.writeUInt16LE(named.length, start + 18);
  }
  central.writeUInt32LE(offset, 42);
  return { file: Buffer.concat([local, named, packed]), listed: Buffer.concat([central, named]) };
}

/** A ZIP archive of these parts, byte by byte: so that it can be wrong in any way. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const headers = headersOf(part, offset);
    files.push(headers.file);
    listed.push(headers.listed);
    offset += headers.file.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
