import { readXml } from './xml.ts';

/** What XML cannot hold is spelt out in a sheet: ECMA-376 part 1, section 22.9.2.19. */
export function spelledOut(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The texts that the cells of a workbook share, in their order; of each all its pieces, without how it is pronounced. */
export async function sharedTexts(pieces: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(pieces, {
    open: (name) => {
      if (name === 't') isText = !isPhonetic;
      else if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'si') texts.push(spelledOut(text));
      else if (name === 'rPh') isPhonetic = false;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
  });
  return texts;
}
