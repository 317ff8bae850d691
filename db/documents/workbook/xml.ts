import { SaxesParser } from 'saxes';

export interface XmlListener {
  /** The name of a tag comes without its prefix, everywhere. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part of a workbook as it is inflated. Throws where it is not XML. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  parser.on('opentag', ({ name, attributes }) => {
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    listener.close(localName(name));
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}
