import { betaCdf, crossing } from '../distributions.ts';

/** Degrees of freedom of the numerator and of the denominator. */
export type FDegrees = readonly [number, number];

/** P(F > f) of Fisher's law. */
export function fTail(f: number, [numerator, denominator]: FDegrees): number {
  return betaCdf(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
}

/** Beyond so many standard deviations of the mixture's Poisson law nothing is left to add. */
const reach = 9;

/**
 * P(F > f) of Fisher's law with a noncentrality: a Poisson mixture of incomplete beta functions.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.6.20.
 * @param noncentrality 0 or more
 */
export function noncentralFTail(f: number, [numerator, denominator]: FDegrees, noncentrality: number): number {
  const x = denominator / (denominator + numerator * f);
  const mean = noncentrality / 2;
  const last = Math.ceil(mean + reach * Math.sqrt(mean + 1));
  let weight = Math.exp(-mean);
  let total = 0;
  for (let k = 0; k <= last; k += 1) {
    total += weight * betaCdf(x, denominator / 2, numerator / 2 + k);
    weight *= mean / (k + 1);
  }
  return total;
}

/** Far above this the weights of the mixture are no longer numbers. */
const largestNoncentrality = 512;

/**
 * The noncentrality at which an F test of 5 % finds what is there in 8 of 10 samples; null where that is more than 512, as with one degree
 * of freedom of the denominator and many of the numerator.
 */
export function noncentralityFound80(degrees: FDegrees): number | null {
  const critical = crossing((f) => fTail(f, degrees) <= 0.05, Infinity) ?? Infinity;
  return crossing((noncentrality) => noncentralFTail(critical, degrees, noncentrality) >= 0.8, largestNoncentrality);
}
