import { flushSync } from 'react-dom';
import { useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { readBlock, writeBlock } from '../../lib/pastedBlock.ts';
import { moveFocus } from './moveFocus.ts';
import { extended, isInside, textsIn, type Place, type Range } from './range.ts';

interface GridActions {
  readonly rows: number;
  readonly columns: number;
  readonly textAt: (place: Place) => string;
  /** Puts a cell back to what is saved. */
  readonly restore: (place: Place) => void;
  readonly empty: (places: readonly Place[]) => void;
  readonly paste: (from: Place, block: readonly (readonly string[])[]) => void;
}

function placesIn(range: Range, rows: number, columns: number): readonly Place[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  })).filter((place) => isInside(range, place));
}

const isCommand = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const isSingle = ({ from, to }: Range): boolean => from.row === to.row && from.column === to.column;

function isWhole(input: HTMLInputElement): boolean {
  return input.selectionStart === 0 && input.selectionEnd === input.value.length;
}

/** The rectangle of cells that is chosen with Shift, Ctrl+A or the mouse. */
function useRange(rows: number, columns: number) {
  const [range, setRange] = useState<Range | null>(null);
  const active = useRef<Place | null>(null);
  /** Whether the key was one that chooses cells. */
  const chooses = (event: KeyboardEvent<HTMLInputElement>, place: Place): boolean => {
    if (isCommand(event) && event.key.toLowerCase() === 'a') {
      setRange({ from: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } });
      return true;
    }
    // Within a text, Shift and an arrow choose its letters first.
    if (isCommand(event) || !event.shiftKey || (range === null && !isWhole(event.currentTarget))) return false;
    const next = extended(range ?? { from: place, to: place }, event.key, rows, columns);
    if (next !== null) setRange(isSingle(next) ? null : next);
    return next !== null;
  };

  const pressMouse = (event: MouseEvent<HTMLInputElement>, place: Place): void => {
    if (!event.shiftKey || active.current === null) {
      setRange(null);
      return;
    }
    event.preventDefault();
    setRange({ from: active.current, to: place });
  };
  return { range, setRange, chooses, active, pressMouse };
}

/** The keys of a spreadsheet, on inputs: what they select, copy, empty and paste. */
export function useGridKeys({ rows, columns, textAt, restore, empty, paste }: GridActions) {
  const { range, setRange, chooses, active, pressMouse } = useRange(rows, columns);

  const press = (event: KeyboardEvent<HTMLInputElement>, place: Place): void => {
    if (chooses(event, place)) event.preventDefault();
    else if (isCommand(event) || event.key === 'Shift') return;
    else if (event.key === 'Delete' && range !== null) {
      event.preventDefault();
      empty(placesIn(range, rows, columns));
    } else {
      if (event.key === 'Escape' && range === null) {
        const input = event.currentTarget;
        flushSync(() => {
          restore(place);
        });
        // The cell is again as when one came to it: what is typed next replaces it.
        input.select();
      }
      setRange(null);
      moveFocus(event, place.row, place.column);
    }
  };

  const copy = (event: ClipboardEvent<HTMLInputElement>, place: Place): void => {
    if (range === null && !isWhole(event.currentTarget)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(textsIn(range ?? { from: place, to: place }, textAt)));
  };

  const take = (event: ClipboardEvent<HTMLInputElement>, place: Place): void => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    paste(range === null ? place : topLeft(range), block);
  };

  return {
    isChosen: (place: Place): boolean => range !== null && isInside(range, place),
    ofCell: (place: Place) => ({
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        active.current = place;
        event.currentTarget.select();
      },
      onMouseDown: (event: MouseEvent<HTMLInputElement>) => {
        pressMouse(event, place);
      },
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        press(event, place);
      },
      onCopy: (event: ClipboardEvent<HTMLInputElement>) => {
        copy(event, place);
      },
      onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
        take(event, place);
      },
    }),
  };
}

function topLeft({ from, to }: Range): Place {
  return { row: Math.min(from.row, to.row), column: Math.min(from.column, to.column) };
}
