import type { Bilingual } from '#contract/ground/common';
import { codeWords } from '#contract/words/codes';

/** The codes of the column `source` that say how two figures compare. */
export const reconciliationSources: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(codeWords.reconciliation).map(([state, label]) => [`reconciliation_${state}`, label]),
);

/** The two figures and the difference between them. */
export const collectionLabels = {
  computed: codeWords.collection.computed,
  entered: codeWords.collection.entered,
  difference: { en: 'Entered less computed', fr: 'Saisi moins calculé' },
} as const satisfies Record<string, Bilingual>;
