import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error) reject(error);
      else resolve(archive);
    });
  });
}

async function textOf(archive: ZipFile, entry: Entry): Promise<string> {
  const chunks: Uint8Array[] = [];
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The parts of a ZIP archive as text by their names, read by a library that no part of the product uses. */
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const archive = await open(bytes);
  const parts = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', resolve);
    archive.on('entry', (entry: Entry) => {
      textOf(archive, entry).then((text) => {
        parts.set(entry.fileName, text);
        archive.readEntry();
      }, reject);
    });
    archive.readEntry();
  });
  return parts;
}
