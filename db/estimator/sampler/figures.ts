import { at } from '../numbers.ts';
import { flag } from '../typed.ts';
import type { PosteriorDraw } from './chain.ts';
import type { FitData } from './data.ts';

type Read = (draw: PosteriorDraw) => number;

/** Every parameter that the data say something of. */
function readsOf(data: FitData, first: PosteriorDraw): readonly Read[] {
  const each = (length: number, read: (draw: PosteriorDraw) => Float64Array): Read[] =>
    Array.from({ length }, (_, i) => (draw) => at(read(draw), i));
  return [
    ({ centre }) => centre,
    ({ spread }) => spread,
    ({ size }) => size,
    ({ deviation }) => deviation,
    ({ ramp }) => ramp,
    ({ logMeanRate }) => logMeanRate,
    ({ logShape }) => logShape,
    ({ inflowSlope }) => inflowSlope,
    ({ walkDeviation }) => walkDeviation,
    ({ drift }) => drift,
    ...each(first.productivity.length, ({ productivity }) => productivity).filter((_, i) => flag(data.funded, i) === 1),
    ...each(first.logRate.length, ({ logRate }) => logRate),
    ...each(first.circumstance.length, ({ circumstance }) => circumstance),
    ...each(first.logMonth.length, ({ logMonth }) => logMonth),
    ...each(first.walk.length, ({ walk }) => walk),
    ...each(first.season.length, ({ season }) => season),
  ];
}

/** What is judged of a chain: of each figure all draws, one figure after the other; the last is the files avoided in all. */
export type Figures = { readonly draws: number; readonly values: Float64Array };

export function figuresIn(data: FitData, draws: readonly PosteriorDraw[], total: Float64Array): Figures {
  const reads = readsOf(data, at(draws, 0));
  const values = new Float64Array((reads.length + 1) * draws.length);
  reads.forEach((read, figure) => {
    values.set(draws.map(read), figure * draws.length);
  });
  values.set(total, reads.length * draws.length);
  return { draws: draws.length, values };
}
