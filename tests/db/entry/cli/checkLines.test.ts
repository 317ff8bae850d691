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

it('a check of an amendment names what it sets and what the agreement has, in both languages', () => {
  const differing = [
    found({
      code: 'amendment_differs',
      blocking: false,
      amended: [{ what: 'end', number: '2', amendment: '2031-03-31', agreement: '2028-03-31' }],
      mend: 'agreements',
    }),
    found({
      code: 'amendment_differs',
      blocking: false,
      amended: [{ what: 'amount', number: '2', amendment: 50_000_00, agreement: null }],
      mend: 'funding',
    }),
  ];
  const said = (locale: 'en' | 'fr') =>
    checkLines(wordsOf(locale), differing)
      .slice(1)
      .map((each) => each.replaceAll('\u00a0', ' '));
  expect(said('en')).toEqual([
    '  [warning] whole agreement - An amendment and the agreement differ: amendment 2: ends March 31, 2031; agreement: March 31, 2028. Change the agreement.',
    '  [warning] whole agreement - An amendment and the agreement differ: amendment 2: $50,000.00; budget: not entered in full. Correct or explain it in the application, under Funding.',
  ]);
  expect(said('fr')).toEqual([
    '  [avertissement] toute l’entente - Un avenant et l’entente ne concordent pas : avenant 2 : fin le 31 mars 2031; entente : 31 mars 2028. Modifiez l’entente.',
    '  [avertissement] toute l’entente - Un avenant et l’entente ne concordent pas : avenant 2 : 50 000,00 $; budget : saisi en partie ou non saisi. Corrigez ou expliquez dans l’application, sous Financement.',
  ]);
});
