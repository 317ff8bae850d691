export interface Area {
  readonly name: string;
  readonly cells: number;
}

const corner = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** A column's number by its letters, from 1. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

/** A range of cells, as `B2:C9`; null for a single cell and for what is no range. */
export function areaOf(range: string): Area | null {
  const [from, to, ...more] = range.split(':').map((each) => corner.exec(each));
  if (!from || !to || more.length > 0) return null;
  const [, left = '', top = ''] = from;
  const [, right = '', bottom = ''] = to;
  const across = columnOf(right) - columnOf(left) + 1;
  const down = Number(bottom) - Number(top) + 1;
  return across < 1 || down < 1 ? null : { name: `${left}${top}:${right}${bottom}`, cells: across * down };
}
