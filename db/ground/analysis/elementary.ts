import { real } from './typed.ts';

/**
 * log and exp by tables and short series, for loops that call them a hundred million times: compiled into the loop they take half of the time of
 * the engine's. Made of sums and products alone, so that every machine gives the same bits.
 */

const logCells = 512;
const expCells = 256;
const bias = 1023;

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
/** Of a number of the machine: the word with its sign and exponent. */
const high = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** By exponent: the power of two that brings a number to between 1 and 2, and the log of what that takes away. */
const toUnit = Float64Array.from({ length: 2 * bias }, (_, exponent) => Math.pow(2, bias - exponent));
const logOfPower = Float64Array.from({ length: 2 * bias }, (_, exponent) => (exponent - bias) * Math.LN2);
/** By cell of what is left: about its reciprocal, and the log of that, negated. */
const reciprocal = Float64Array.from({ length: logCells }, (_, cell) => Math.fround(1 / (1 + (cell + 0.5) / logCells)));
const logOfCell = reciprocal.map((value) => -Math.log(value));

/** Natural logarithm, to 5e-16 of its value or of 1, whichever is more. */
export function log(x: number): number {
  bits[0] = x;
  const word = words[high] as number;
  const exponent = word >>> 20;
  // Zero, what is smaller than any normal number, negative numbers, Infinity and NaN.
  if (exponent === 0 || exponent >= 2 * bias) return Math.log(x);
  const cell = (word >>> 11) & (logCells - 1);
  const r = x * real(toUnit, exponent) * real(reciprocal, cell) - 1;
  const series = r * (1 - r * (0.5 - r * (1 / 3 - r * (0.25 - r * (0.2 - r / 6)))));
  return real(logOfPower, exponent) + (real(logOfCell, cell) + series);
}

const perCell = Math.LN2 / expCells;
/** What log 2 has beyond the digits of the machine's number for it. */
const restOfLogTwo = 2.3190468138462996e-17;
/** The length of a cell in two parts: a whole number of the first is exact. */
const perCellHigh = Math.fround(perCell);
const perCellLow = perCell - perCellHigh + restOfLogTwo / expCells;
const rootOfTwo = Float64Array.from({ length: expCells }, (_, cell) => Math.pow(2, cell / expCells));
/** By exponent from the smallest normal number on. */
const powerOfTwo = Float64Array.from({ length: 2 * bias }, (_, exponent) => Math.pow(2, exponent - bias));
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
