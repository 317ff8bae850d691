/** How likely, in words: the same word for the same probability everywhere on the page. */
export type Likelihood =
  'almostCertain' | 'veryLikely' | 'likely' | 'even' | 'unlikely' | 'veryUnlikely' | 'almostExcluded';

/** From this probability on; the scale is that of the Intergovernmental Panel on Climate Change, its ends as narrow as the draws can tell. */
const floors: readonly (readonly [number, Likelihood])[] = [
  [0.99, 'almostCertain'],
  [0.9, 'veryLikely'],
  [2 / 3, 'likely'],
  [1 / 3, 'even'],
  [0.1, 'unlikely'],
  [0.01, 'veryUnlikely'],
  [0, 'almostExcluded'],
];

export function likelihoodOf(probability: number): Likelihood {
  return floors.find(([floor]) => probability >= floor)?.[1] ?? 'almostExcluded';
}
