import { real } from './typed.ts';

/**
 * log and exp by tables and short series, for loops that call them a hundred million times: compiled into the loop they take half of the time of
 * the engine's. The engine's log and pow fill the tables; from there on there are sums and products alone, which give the same bits on every machine.
 */

const logCells = 512;
const expCells = 256;
/** A number of the machine stores its exponent with this added. */
const bias = 1023;

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
/** Which of the two words of `bits` holds sign and exponent: the second, unless the machine stores the higher word first. */
const high = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** By exponent: the power of two that brings a number to between 1 and 2, and the log of what that takes away. */
const toUnit = Float64Array.from({ length: 2 * bias }, (_, exponent) => Math.pow(2, bias - exponent));
const logOfPower = Float64Array.from({ length: 2 * bias }, (_, exponent) => (exponent - bias) * Math.LN2);
/** The stretch from 1 to 2 in cells: about the reciprocal of a cell's middle, and minus the log of that reciprocal. */
const reciprocal = Float64Array.from({ length: logCells }, (_, cell) => Math.fround(1 / (1 + (cell + 0.5) / logCells)));
const logOfCell = reciprocal.map((value) => -Math.log(value));

/** Natural logarithm, to 5e-16 of its value or of 1, whichever is more. */
export function log(x: number): number {
  bits[0] = x;
  const word = words[high] as number;
  const exponent = word >>> 20;
  // Zero, numbers too small for a full mantissa, those from 2^1023 on, negative numbers, Infinity and NaN.
  if (exponent === 0 || exponent >= 2 * bias) return Math.log(x);
  const cell = (word >>> 11) & (logCells - 1);
  const r = x * real(toUnit, exponent) * real(reciprocal, cell) - 1;
  const series = r * (1 - r * (0.5 - r * (1 / 3 - r * (0.25 - r * (0.2 - r / 6)))));
  return real(logOfPower, exponent) + (real(logOfCell, cell) + series);
}

const perCell = Math.LN2 / expCells;
/** log 2 less the machine's number for it. */
const restOfLogTwo = 2.3190468138462996e-17;
/** The length of a cell in two parts, the first of so few digits that a whole number times it is exact. */
const perCellHigh = Math.fround(perCell);
const perCellLow = perCell - perCellHigh + restOfLogTwo / expCells;
const rootOfTwo = Float64Array.from({ length: expCells }, (_, cell) => Math.pow(2, cell / expCells));
/** By exponent, with the bias added. */
const powerOfTwo = Float64Array.from({ length: 2 * bias }, (_, exponent) => Math.pow(2, exponent - bias));
/** Beyond it the engine answers: the result may leave the table. */
const largest = 700;

/** Exponential function, to 5e-16 of its value. */
export function exp(x: number): number {
  if (!(x > -largest && x < largest)) return Math.exp(x);
  const cells = Math.floor(x / perCell + 0.5);
  const r = x - cells * perCellHigh - cells * perCellLow;
  const cell = cells & (expCells - 1);
  const root = real(rootOfTwo, cell);
  const series = r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24 + r / 120))));
  return (root + root * series) * real(powerOfTwo, (cells - cell) / expCells + bias);
}
