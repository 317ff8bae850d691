import { gammaCdf } from '../distributions.ts';
import { at } from '../numbers.ts';
import { atRiskOf, type LifeTable } from './lifeTable.ts';

export interface LogRank {
  /** With one degree of freedom. */
  readonly chiSquare: number;
  readonly pValue: number;
  /** Events seen in the first group, and those expected had both groups left alike. */
  readonly observed: number;
  readonly expected: number;
}

interface Counts {
  readonly atRisk: number;
  readonly events: number;
}

/** By time; between the times of a table its subjects at risk are those of its next time. */
function counter(table: LifeTable): (time: number) => Counts {
  const atRisk = atRiskOf(table);
  let index = 0;
  return (time) => {
    while (index < table.times.length && at(table.times, index) < time) index += 1;
    if (index === table.times.length) return { atRisk: 0, events: 0 };
    return { atRisk: at(atRisk, index), events: at(table.times, index) === time ? at(table.events, index) : 0 };
  };
}

/**
 * The log-rank test that two groups have one survival curve (Mantel 1966), with the hypergeometric variance.
 * @returns null where no event came while both groups were at risk: there is then nothing to compare
 */
export function logRank(first: LifeTable, second: LifeTable): LogRank | null {
  const times = [...new Set([...first.times, ...second.times])].sort((a, b) => a - b);
  const [inFirst, inSecond] = [counter(first), counter(second)];
  let observed = 0;
  let expected = 0;
  let variance = 0;
  for (const time of times) {
    const [a, b] = [inFirst(time), inSecond(time)];
    const atRisk = a.atRisk + b.atRisk;
    const events = a.events + b.events;
    const share = a.atRisk / atRisk;
    observed += a.events;
    expected += events * share;
    // The last one at risk has its event for certain: no variance.
    if (atRisk > 1) variance += (events * share * (1 - share) * (atRisk - events)) / (atRisk - 1);
  }
  if (variance === 0) return null;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { chiSquare, pValue: 1 - gammaCdf(chiSquare, 0.5, 0.5), observed, expected };
}
