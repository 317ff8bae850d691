import { expect, it } from 'vitest';
import type { Check } from '#contract/reporting/returns';
import { checkLines } from '../../../../db/entry/cli/checkLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';

const found = (facts: Partial<Check>): Check => ({
  code: 'large_change',
  blocking: true,
  unitCode: null,
  months: [],
  measures: [],
  languages: [],
  part: null,
  compared: [],
  mend: 'narrative',
  ...facts,
});

const checks = [
  found({ unitCode: 'U01', measures: ['arrests'], languages: ['fr'], mend: 'explain' }),
  found({ code: 'reason_missing', languages: ['en', 'fr'], mend: 'reasons' }),
  found({ code: 'narrative_missing', blocking: false, part: 'risks', languages: ['en'] }),
  found({ code: 'attestation_missing', blocking: false, part: 'finance' }),
];

it('a check says which text is missing, in which language, and where it is written', () => {
  expect(checkLines(wordsOf('en'), checks).slice(1)).toEqual([
    '  [blocks] U01 - Large changes to explain: Arrests, French. Explain it in the application, beside the figure.',
    '  [blocks] whole agreement - Restated figures without a reason: English, French. Give the reasons in the application, in the restatement.',
    '  [warning] whole agreement - Sections of the narrative are blank: Risks, English. Write it in the application, in the return.',
    '  [warning] whole agreement - Attestations are missing: Attestation for finance. Write it in the application, in the return.',
  ]);
  expect(checkLines(wordsOf('fr'), checks)[1]).toBe(
    '  [bloque] U01 - Grandes variations à expliquer\u00a0: Arrestations, français. Expliquez-le dans l’application, à côté du chiffre.',
  );
});
