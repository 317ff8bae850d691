import type { Bilingual } from '#contract/ground/common';
import type { CounterfactualResult } from '#contract/statistics/estimate';

export const basisLabels = {
  name: { en: 'Productivity of funded staff comes from', fr: 'La productivité du personnel financé provient' },
  estimated: { en: 'the months of these units', fr: 'des mois de ces unités' },
  reference: { en: 'a reference made from many units', fr: 'd’une référence établie sur de nombreuses unités' },
  prior: { en: 'assumptions: there are too few units', fr: 'd’hypothèses : les unités sont trop peu nombreuses' },
} as const satisfies Record<CounterfactualResult['basis'] | 'name', Bilingual>;
