import type { CellFormat } from './cellFormats.ts';
import { placeOf } from './sheetCells.ts';
import { spelledOut } from './texts.ts';
import { readXml, type XmlListener } from './xml.ts';

/** As many as a sheet has. */
const mostLines = 1_048_576;

export interface ReadCell {
  /** From 1. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'date' | 'instant' | 'boolean' | 'error';
  /** Of a formula what it came to, null where nothing is kept of that; of a date its count of days, which of an instant has a part of one. */
  readonly value: string | number | boolean | null;
  /** The format of a number as the workbook writes it; null for one that every workbook has. */
  readonly format: string | null;
  readonly isFormula: boolean;
}

/** What the cells of a workbook name by an index. */
export interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
}

export interface SheetListener {
  /** The cells that hold something, as they come; a row may hold none. The colours are those of all of its cells. */
  readonly row: (line: number, cells: readonly ReadCell[], colours: ReadonlySet<string>) => void;
  /** A range of merged cells, as it is written. */
  readonly merged?: (range: string) => void;
}

type Value = Pick<ReadCell, 'kind' | 'value' | 'format'>;

const text = (value: string): Value => ({ kind: 'text', value, format: null });

/** What a cell says, by its type: ECMA-376 part 1, section 18.18.11. */
const byType = new Map<string, (said: string, texts: readonly string[]) => Value>([
  ['s', (said, texts) => text(texts[Number(said)] ?? '')],
  ['str', (said) => text(spelledOut(said))],
  ['inlineStr', (said) => text(spelledOut(said))],
  ['b', (said) => ({ kind: 'boolean', value: said === '1' || said === 'true', format: null })],
  ['e', (said) => ({ kind: 'error', value: said, format: null })],
  // A date as ISO 8601 writes it, perhaps with a time.
  ['d', (said) => text(said.slice(0, 10))],
]);

function valueOf(said: string, type: string, texts: readonly string[], format: CellFormat | undefined): Value {
  const read = byType.get(type);
  if (read) return read(said, texts);
  return {
    kind: format?.isDate !== true ? 'number' : format.hasTime ? 'instant' : 'date',
    value: Number.parseFloat(said),
    format: format?.code ?? null,
  };
}

class SheetReading implements XmlListener {
  private readonly shared: Shared;
  private readonly listener: SheetListener;
  private isInData = false;
  private line = 0;
  private column = 0;
  private cells: ReadCell[] = [];
  private colours = new Set<string>();
  private type = '';
  private format: CellFormat | undefined;
  private isFormula = false;
  private isPhonetic = false;
  private isText = false;
  private said: string | null = null;

  constructor(shared: Shared, listener: SheetListener) {
    this.shared = shared;
    this.listener = listener;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.isInData) this.openAround(name, attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.isText = true;
    else if (name === 't') this.isText = !this.isPhonetic;
    else if (name === 'f') this.isFormula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
  }

  close(name: string): void {
    if (!this.isInData) return;
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.isText = false;
    else if (name === 'row') this.listener.row(this.line, this.cells, this.colours);
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'sheetData') this.isInData = false;
  }

  text(text: string): void {
    if (this.isText) this.said = this.said === null ? text : this.said + text;
  }

  private openAround(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.isInData = true;
    else if (name === 'mergeCell') this.listener.merged?.(attributes['ref'] ?? '');
  }

  /** A row that does not say its place comes after the one before it, and so does a cell. */
  private openRow(attributes: Readonly<Record<string, string>>): void {
    const said = attributes['r'];
    this.line = said === undefined ? this.line + 1 : Number(said);
    if (!Number.isInteger(this.line) || this.line < 1 || this.line > mostLines) throw new Error('No such row.');
    this.column = 0;
    this.cells = [];
    this.colours = new Set();
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const said = attributes['r'];
    this.column = (said === undefined ? null : placeOf(said)?.column) ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.format = this.shared.formats[Number(attributes['s'] ?? 0)];
    if (this.format && this.format.colour !== null) this.colours.add(this.format.colour);
    this.isFormula = false;
    this.said = null;
  }

  private closeCell(): void {
    const { said, column, isFormula } = this;
    if (said !== null)
      this.cells.push({ column, ...valueOf(said, this.type, this.shared.texts, this.format), isFormula });
    else if (isFormula) this.cells.push({ column, kind: 'text', value: null, format: null, isFormula });
  }
}

/** Reads a sheet row by row, as it is inflated: nothing of it is kept here. Throws where it is no sheet. */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array>,
  shared: Shared,
  listener: SheetListener,
): Promise<void> {
  const reading = new SheetReading(shared, listener);
  await readXml(pieces, {
    open: (name, attributes) => {
      reading.open(name, attributes);
    },
    close: (name) => {
      reading.close(name);
    },
    text: (text) => {
      reading.text(text);
    },
  });
}
