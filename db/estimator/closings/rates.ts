import { real } from '../typed.ts';

/**
 * What the files of one unit that leave without investigation follow. One element a draw: files for each file of the inflow, for each file
 * closed by investigation, and for each open file, in a month; and the size of the negative binomial of a month's number.
 */
export type UnitClosings = {
  readonly inflow: Float64Array;
  readonly work: Float64Array;
  readonly queue: Float64Array;
  readonly size: Float64Array;
};

/** The rates of one draw. */
export type ClosingRates = {
  readonly inflow: number;
  readonly work: number;
  readonly queue: number;
  /** Infinity: a month has no luck of its own, and none is a clean-up. */
  readonly size: number;
};

/** Mean and shape of the gamma law of one stream's rates over the units. */
export type StreamLaw = { readonly mean: number; readonly shape: number };

/** One draw of what the units share. */
export type SharedClosings = Readonly<Record<'inflow' | 'work' | 'queue', StreamLaw>>;

/** What was learned of all units of a question, in their order, and what they share. */
export type Closings = {
  readonly units: readonly UnitClosings[];
  /** One for each draw. */
  readonly shared: readonly SharedClosings[];
};

/** Draws are gone round where more are wanted than there are. */
export function ratesOf(closings: UnitClosings, draw: number): ClosingRates {
  const d = draw % closings.size.length;
  return {
    inflow: real(closings.inflow, d),
    work: real(closings.work, d),
    queue: real(closings.queue, d),
    size: real(closings.size, d),
  };
}

function meanOf(values: Float64Array): Float64Array {
  return Float64Array.of(values.reduce((sum, each) => sum + each, 0) / values.length);
}

/** The means of the draws, as one draw: for what only needs an order of magnitude. */
export function meanClosings({ inflow, work, queue, size }: UnitClosings): UnitClosings {
  return { inflow: meanOf(inflow), work: meanOf(work), queue: meanOf(queue), size: meanOf(size) };
}
