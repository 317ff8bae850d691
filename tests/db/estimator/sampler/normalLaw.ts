import { gammaCdf } from '../../../../db/estimator/distributions.ts';

export function normalCdf(x: number): number {
  const half = 0.5 * gammaCdf((x * x) / 2, 0.5, 1);
  return x < 0 ? 0.5 - half : 0.5 + half;
}

export const halfNormalCdf = (x: number, scale: number): number => 2 * normalCdf(x / scale) - 1;
