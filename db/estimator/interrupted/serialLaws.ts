import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at, sum } from '../numbers.ts';

/**
 * A law of the errors of a series: a share of their variance follows an AR(1) whose correlation from one period to the next is `rho`, the rest
 * is each period's own luck, as that of counts is.
 */
export type SerialLaw = { readonly rho: number; readonly share: number };

/** How probable a law is after the series, and the variance of an error under it. */
export type WeighedLaw = SerialLaw & { readonly weight: number; readonly dispersion: number };

type Rows = readonly (readonly number[])[];

/** Before the data: one time in three nothing hangs together. */
const independent = 1 / 3;

/** Else every correlation and share on this grid, the stronger ones more: that they are there is hard to see, and costs most if unseen. */
const correlated: readonly SerialLaw[] = Array.from({ length: 10 }, (_, k) => 0.1 * k + 0.05).flatMap((rho) =>
  Array.from({ length: 5 }, (_, k) => ({ rho, share: 0.2 * k + 0.1 })),
);

function priorOf(): readonly { readonly law: SerialLaw; readonly prior: number }[] {
  const weights = correlated.map(({ rho, share }) => Math.sqrt(share / (1 - rho * rho)));
  const total = sum(weights);
  return [
    { law: { rho: 0, share: 0 }, prior: independent },
    ...correlated.map((law, k) => ({ law, prior: ((1 - independent) * at(weights, k)) / total })),
  ];
}

/** What is left of rows once the filter has predicted each from those before, in units of its standard deviation. */
type Whitened = { readonly rows: Rows; readonly logDeterminant: number };

/**
 * Kalman filter of a law, on all columns at once.
 * Source: Durbin and Koopman, Time Series Analysis by State Space Methods (2012), 3.6 and 6.2.
 * @param positions of each row in time, whole numbers that rise
 */
function whiten({ rho, share }: SerialLaw, rows: Rows, positions: readonly number[]): Whitened {
  let logDeterminant = 0;
  let expected = at(rows, 0).map(() => 0);
  let variance = share;
  const whitened = rows.map((row, i) => {
    if (i > 0) {
      const kept = rho ** (at(positions, i) - at(positions, i - 1));
      expected = expected.map((value) => kept * value);
      variance = share + kept * kept * (variance - share);
    }
    const whole = variance + 1 - share;
    const gain = variance / whole;
    const innovation = row.map((value, j) => value - at(expected, j));
    expected = expected.map((value, j) => value + gain * at(innovation, j));
    variance *= 1 - gain;
    logDeterminant += Math.log(whole);
    return innovation.map((value) => value / Math.sqrt(whole));
  });
  return { rows: whitened, logDeterminant };
}

/** So small that nothing is, and yet a number with a logarithm. */
const least = 1e-200;

/** Restricted log-likelihood of a law, the variance integrated out, and the sum of squares that the law leaves. */
function judge(law: SerialLaw, rows: Rows, positions: readonly number[]): { logs: number; squares: number } {
  const columns = at(rows, 0).length - 1;
  const { rows: whitened, logDeterminant } = whiten(law, rows, positions);
  const table = new Matrix(whitened.map((row) => [...row]));
  const products = table.transpose().mmul(table);
  const crossed = products.subMatrix(0, columns - 1, columns, columns);
  const root = new CholeskyDecomposition(products.subMatrix(0, columns - 1, 0, columns - 1));
  const explained = crossed.transpose().mmul(root.solve(crossed)).get(0, 0);
  const squares = Math.max(least, products.get(columns, columns) - explained);
  const logInformation = 2 * sum(root.lowerTriangularMatrix.diagonal().map(Math.log));
  const free = rows.length - columns;
  return { logs: -0.5 * (logDeterminant + logInformation + free * Math.log(squares)), squares };
}

/** Below this weight a law has no part in the answer. */
const smallestWeight = 1e-5;

/**
 * The laws that a series of residuals allows, each with its weight: prior times the restricted likelihood. A series of some dozens of periods
 * hardly says how its errors hang together, and what one law, even the best, makes of it is too sure of itself.
 * Source: Patterson and Thompson, Biometrika 58 (1971), for the likelihood.
 * @param basis orthonormal columns of the design, as weighted as the residuals
 */
export function weighLaws(
  residuals: readonly number[],
  basis: Rows,
  positions: readonly number[],
): readonly WeighedLaw[] {
  const rows = basis.map((row, i) => [...row, at(residuals, i)]);
  const free = rows.length - at(basis, 0).length;
  const judged = priorOf().map(({ law, prior }) => ({ law, prior, ...judge(law, rows, positions) }));
  const top = Math.max(...judged.map(({ logs }) => logs));
  const weights = judged.map(({ prior, logs }) => prior * Math.exp(logs - top));
  const total = sum(weights);
  return judged
    .map(({ law, squares }, k) => ({ ...law, weight: at(weights, k) / total, dispersion: squares / free }))
    .filter(({ weight }) => weight > smallestWeight);
}
