import type { KeyboardEvent } from 'react';

/** A caret inside the text moves first; at its edge, or with the whole text selected, the arrow leaves the cell. */
function leavesText(input: HTMLInputElement, side: 'start' | 'end'): boolean {
  const { selectionStart, selectionEnd, value } = input;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  return isWhole || (side === 'start' ? selectionEnd === 0 : selectionStart === value.length);
}

function stepOf(event: KeyboardEvent<HTMLInputElement>): readonly [number, number] | null {
  const input = event.currentTarget;
  switch (event.key) {
    case 'ArrowDown':
      return [1, 0];
    case 'ArrowUp':
      return [-1, 0];
    case 'Enter':
      return [event.shiftKey ? -1 : 1, 0];
    case 'ArrowLeft':
      return leavesText(input, 'start') ? [0, -1] : null;
    case 'ArrowRight':
      return leavesText(input, 'end') ? [0, 1] : null;
    default:
      return null;
  }
}

/** Arrows and Enter go from cell to cell as in a spreadsheet; Tab stays the browser's. */
export function moveFocus(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = stepOf(event);
  if (step === null) return;
  const next = event.currentTarget
    .closest('table')
    ?.querySelector<HTMLInputElement>(`[data-cell="${String(row + step[0])} ${String(column + step[1])}"]`);
  event.preventDefault();
  next?.focus();
}
