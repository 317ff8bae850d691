import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { localName } from './xml.ts';

/** From where to where a piece of a part's text goes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface CellPlace extends Stretch {
  readonly column: number;
  /** Index of its style; null for the default. */
  readonly style: string | null;
  readonly hasFormula: boolean;
  /** The tag that opens it. */
  readonly open: Stretch & { readonly isEmpty: boolean };
  /** Its value as it was computed, with its tags. */
  readonly value: Stretch | null;
}

export interface RowPlace extends Stretch {
  readonly number: number;
  readonly open: Stretch & { readonly isEmpty: boolean };
  readonly cells: readonly CellPlace[];
}

/** Where the cells of a sheet are in its text. */
export interface SheetPlaces {
  readonly prefix: string;
  readonly data: Stretch & { readonly open: Stretch & { readonly isEmpty: boolean } };
  readonly rows: readonly RowPlace[];
  /** Ranges of merged cells. */
  readonly merged: readonly string[];
  /** Ranges of several cells that one formula fills. */
  readonly filled: readonly CellRange[];
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

export interface CellAddress {
  readonly column: number;
  readonly row: number;
}

/** Column and row of an address, from 1. */
export function placeOf(address: string): CellAddress | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  return parts ? { column: columnOf(parts[1] ?? ''), row: Number(parts[2]) } : null;
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : `${lettersOf(Math.floor((column - 1) / 26))}${letter}`;
}

export const addressOf = (row: number, column: number): string => `${lettersOf(column)}${String(row)}`;

export interface CellRange {
  readonly first: CellAddress;
  readonly last: CellAddress;
}

/** Null where it is no range of several cells. */
export function rangeOf(text: string): CellRange | null {
  const [first, last] = text.split(':').map(placeOf);
  return first && last ? { first, last } : null;
}

export const isWithin = ({ first, last }: CellRange, { row, column }: CellAddress): boolean =>
  row >= first.row && row <= last.row && column >= first.column && column <= last.column;

class Reading {
  readonly rows: RowPlace[] = [];
  readonly merged: string[] = [];
  readonly filled: CellRange[] = [];
  data: SheetPlaces['data'] | null = null;
  prefix = '';
  private dataOpen: (Stretch & { readonly isEmpty: boolean }) | null = null;
  private row: { number: number; open: RowPlace['open']; cells: CellPlace[] } | null = null;
  private cell: { -readonly [K in keyof Omit<CellPlace, 'to'>]: CellPlace[K] } | null = null;
  private valueFrom: number | null = null;
  private lastColumn = 0;
  private lastRow = 0;

  private readonly opening: Readonly<Record<string, (tag: SaxesTagPlain, at: Stretch) => void>> = {
    sheetData: ({ name, isSelfClosing }, at) => {
      this.dataOpen = { ...at, isEmpty: isSelfClosing };
      this.prefix = name.slice(0, name.length - 'sheetData'.length);
    },
    row: ({ attributes, isSelfClosing }, at) => {
      // The place of a control, after the cells, has a row of its own.
      if (this.data) return;
      this.lastRow = Number(attributes['r'] ?? this.lastRow + 1);
      this.lastColumn = 0;
      this.row = { number: this.lastRow, open: { ...at, isEmpty: isSelfClosing }, cells: [] };
    },
    c: ({ attributes, isSelfClosing }, at) => {
      this.lastColumn = placeOf(attributes['r'] ?? '')?.column ?? this.lastColumn + 1;
      this.cell = {
        from: at.from,
        column: this.lastColumn,
        style: attributes['s'] ?? null,
        hasFormula: false,
        open: { ...at, isEmpty: isSelfClosing },
        value: null,
      };
    },
    f: ({ attributes }) => {
      if (this.cell) this.cell.hasFormula = true;
      const isOfSeveral = attributes['t'] === 'array' || attributes['t'] === 'dataTable';
      const range = isOfSeveral ? rangeOf(attributes['ref'] ?? '') : null;
      if (range) this.filled.push(range);
    },
    v: (_, at) => {
      this.valueFrom = at.from;
    },
    mergeCell: ({ attributes }) => {
      this.merged.push(attributes['ref'] ?? '');
    },
  };

  private readonly closing: Readonly<Record<string, (to: number) => void>> = {
    sheetData: (to) => {
      if (this.dataOpen) this.data = { from: this.dataOpen.from, to, open: this.dataOpen };
    },
    row: (to) => {
      if (this.row) this.rows.push({ ...this.row, from: this.row.open.from, to });
      this.row = null;
    },
    c: (to) => {
      if (this.cell) this.row?.cells.push({ ...this.cell, to });
      this.cell = null;
    },
    v: (to) => {
      if (this.cell && this.valueFrom !== null) this.cell.value = { from: this.valueFrom, to };
      this.valueFrom = null;
    },
  };

  open(tag: SaxesTagPlain, at: Stretch): void {
    this.opening[localName(tag.name)]?.(tag, at);
  }

  close(name: string, to: number): void {
    this.closing[localName(name)]?.(to);
  }
}

/** Finds the cells of a sheet in its text; null where its text is no sheet. Nothing of it is changed. */
export function placesIn(text: string): SheetPlaces | null {
  const reading = new Reading();
  const parser = new SaxesParser();
  let from = 0;
  const errors: Error[] = [];
  parser.on('error', (error) => {
    errors.push(error);
  });
  parser.on('opentagstart', ({ name }) => {
    // The tag began with "<" before its name, of which the character after was just read.
    from = text.lastIndexOf(`<${name}`, parser.position);
  });
  parser.on('opentag', (tag) => {
    reading.open(tag, { from, to: parser.position });
  });
  parser.on('closetag', ({ name }) => {
    reading.close(name, parser.position);
  });
  parser.write(text).close();
  const { data, rows, merged, filled, prefix } = reading;
  return errors.length > 0 || !data ? null : { prefix, data, rows, merged, filled };
}
