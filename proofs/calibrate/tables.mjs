// Tables and percentages of docs/calibration.md.

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {number} value @param {number} [digits] */
export const percent = (value, digits = 0) => (100 * value).toFixed(digits);

/** @param {readonly number[]} values */
export const shares = (values) => values.map((value) => percent(value)).join(' / ');
