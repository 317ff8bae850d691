import { beforeAll, expect, test } from 'vitest';
import type { Estimate, TotalEvidence } from '#contract/statistics/estimate';
import { probabilityWords } from '../../../renderer/features/statistics/estimate/estimateText.ts';
import { mainReasons } from '../../../renderer/features/statistics/estimate/reliability/criteria.ts';
import { gradeMeaning } from '../../../renderer/features/statistics/estimate/reliability/gradeMeaning.ts';
import { unitColumns } from '../../../renderer/features/statistics/estimate/units/unitsTable.ts';
import { totalEvidenceSentence } from '../../../renderer/lib/totalEvidence.ts';
import { totalReasons } from '../../../db/reporting/returns/totalEvidence.ts';
import { estimateOf, languages, loadLanguages } from '../../support/estimateWords.ts';

beforeAll(loadLanguages);

test('a grade has three main reasons: those that decide it, others not met, and criteria that are met', () => {
  const reasons = (gradeReasons: Estimate['gradeReasons'], littlesLaw: Estimate['littlesLaw'] = null) =>
    mainReasons({ gradeReasons, littlesLaw });
  expect(reasons([])).toEqual({ missed: [], met: ['monthsBefore', 'monthsAfter', 'starved'] });
  expect(reasons(['months_before_under_24', 'inflow_split_missing', 'pre_trend_not_flat', 'prior_driven'])).toEqual({
    missed: ['prior_driven', 'pre_trend_not_flat', 'months_before_under_24'],
    met: [],
  });
  // The alarm about the length of stay takes one of the three places.
  expect(reasons(['prior_driven'], { expectedMonths: 3, reportedMonths: 9, alarm: true })).toEqual({
    missed: ['prior_driven'],
    met: ['monthsBefore'],
  });
});

test('the sentence beside a letter counts the criteria that are not met', () => {
  const say = (language: 'en' | 'fr', grade: Estimate['grade'], gradeReasons: Estimate['gradeReasons']) =>
    gradeMeaning({ grade, gradeReasons }, languages[language].t).replaceAll('\u00a0', ' ');
  expect(say('en', 'A', [])).toBe('All 15 criteria met.');
  expect(say('en', 'B', ['months_before_under_24'])).toBe('1 of 15 criteria not met.');
  expect(say('en', 'C', ['weakly_learnt'])).toBe(
    '1 of 15 criteria not met. That one allows no better than C. Range only: the records leave too much open for a single figure.',
  );
  expect(say('fr', 'C', ['weakly_learnt', 'few_controls'])).toBe(
    '2 critères sur 15 ne sont pas remplis. Plage seulement : les données laissent trop d’inconnues pour un chiffre unique.',
  );
  expect(say('en', 'A', ['small_counts'])).toBe('1 of 15 criteria not met. Range only, no single figure.');
  expect(say('fr', 'D', ['prior_driven'])).toBe(
    '1 critère sur 15 n’est pas rempli. Plage seulement : les données laissent trop d’inconnues pour un chiffre unique ou une probabilité.',
  );
  // A criterion that could not be judged was not found to be missed.
  expect(say('en', 'C', ['months_before_under_24', 'pre_trend_not_evaluated', 'structural_band_not_evaluated'])).toBe(
    '1 of 15 criteria not met. 2 of 15 criteria not evaluated. Range only: the records leave too much open for a single figure.',
  );
  expect(say('fr', 'B', ['structural_band_not_evaluated'])).toBe('1 critère sur 15 n’a pas été évalué.');
});

test('a probability claims no certainty that the other assumptions do not give too', () => {
  const say = (probability: number, alternatives: readonly number[] = [], locale: 'en' | 'fr' = 'en') =>
    probabilityWords(probability, languages[locale].t, languages[locale].format, alternatives).replaceAll(
      '\u00a0',
      ' ',
    );
  expect([0.5, 0.94, 0.96, 1, 0.04, 0].map((each) => say(each))).toEqual([
    ...['50%', '94%', 'over 95%', 'over 95%', 'under 5%', 'under 5%'],
  ]);
  expect(say(0.999, [0.995, 0.991])).toBe('over 99%');
  expect(say(0.999, [0.995, 0.98])).toBe('over 95%');
  expect(say(0.98, [0.995])).toBe('over 95%');
  expect(say(0.001, [0.002, 0.009], 'fr')).toBe('moins de 1 %');
  expect(say(0.001, [0.002, 0.02], 'fr')).toBe('moins de 5 %');
  expect([say(1, [], 'fr'), say(0.3, [1], 'fr')]).toEqual(['plus de 95 %', '30 %']);
});

test('the table of units shows a probability down to C, and none beyond what draws prove', () => {
  const { t, format } = languages.en;
  const unit = (grade: Estimate['grade']) => ({ unitId: 'x' as never, code: 'U01', estimate: estimateOf({ grade }) });
  const column = unitColumns([unit('C')], t, format).find(({ header }) => header === 'Probability of a lower backlog')!;
  const cells = (['A', 'C', 'D', null] as const).map((grade) => column.value(unit(grade)));
  expect(cells).toEqual([0.95, 0.95, null, null]);
  expect(column.shown!(unit('C'))).toBe('over 95%');
});

test('a total says that one of its largest parts allows no better grade', () => {
  const evidence: TotalEvidence = {
    grade: 'C',
    reason: 'largest_part',
    borneGrade: 'B',
    borneShare: 0.8,
    leftOutShare: 0,
  };
  const { en, fr } = languages;
  expect(totalEvidenceSentence(evidence, en.t, en.format.percent)).toBe(
    'Grade C: units graded B or better account for 80% of the difference. At most one grade above that of any unit with a tenth or more of the difference.',
  );
  expect(totalEvidenceSentence(evidence, fr.t, fr.format.percent)).toContain(
    'Au plus un niveau au-dessus de toute unité qui représente un dixième ou plus de la différence.',
  );
  expect(totalReasons(evidence).map((each) => each.en)).toEqual([
    'Units graded B or better account for 80% of the difference',
    'At most one grade above that of any unit with a tenth or more of the difference',
  ]);
});
