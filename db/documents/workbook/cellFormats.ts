import { readXml } from './xml.ts';

export interface CellFormat {
  /** As it is written in the workbook; null for one of those that every workbook has. */
  readonly code: string | null;
  readonly isDate: boolean;
}

/** The formats of dates and times that every workbook has: ECMA-376 part 1, section 18.8.30. */
const isOwnDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const namesDate = (code: string): boolean =>
  /[ymdhMsb]/.test(code.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"|\\./g, ''));

/** The number formats of a workbook's cells, by the index that a cell names. */
export async function cellFormats(pieces: AsyncIterable<Uint8Array>): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) ids.push(Number(attributes['numFmtId'] ?? 0));
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
    text: () => undefined,
  });
  return ids.map((id) => {
    const code = codes.get(id) ?? null;
    return { code, isDate: code === null ? isOwnDate(id) : namesDate(code) };
  });
}
