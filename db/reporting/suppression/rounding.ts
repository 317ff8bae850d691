export type RoundingBase = 3 | 5;

/**
 * Random rounding: to the multiple of the base below or above, with the chances that leave the mean as it is, so that
 * the result is less than the base away. A multiple stays as it is. The same draw for the same cell gives the same
 * result every time, and after a correction one that differs little.
 * Source: Statistics Canada's random rounding (Fellegi 1975, "Controlled random rounding", Survey Methodology 1), each
 * cell and each total rounded on its own.
 * @param draw uniform, at least 0 and below 1
 */
export function roundAtRandom(value: number, base: RoundingBase, draw: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('Only whole numbers are rounded.');
  if (!(draw >= 0 && draw < 1)) throw new RangeError('A draw lies between 0 and 1.');
  const below = Math.floor(value / base) * base;
  return draw < (value - below) / base ? below + base : below;
}
