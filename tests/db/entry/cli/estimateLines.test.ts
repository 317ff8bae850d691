import { expect, it } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { CounterfactualResult, Estimate } from '#contract/statistics/estimate';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { estimateLines } from '../../../../db/entry/cli/estimateLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';
import { publishedOf } from '../../../../db/reporting/returns/published.ts';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { toUnitResult } from '../../../../db/statistics/estimate/toResult.ts';
import { estimateOne } from '../../../support/estimates.ts';
import { replaceAt, steadyPanel } from '../../../support/unitPanels.ts';

const panel = steadyPanel(60, 30);

function linesOf(changes: Partial<UnitPanel>, locale: 'en' | 'fr', graded: Partial<Estimate> = {}): string {
  const changed = { ...panel, ...changes };
  const alone = { basis: 'prior', fit: null, sceptic: null } as const;
  const own = toUnitResult(estimateOne(changed), changed, null, null, null, alone);
  const result: CounterfactualResult = {
    method: 'A',
    basis: 'prior',
    seed: 1,
    draws: 100,
    assumptions: defaultAssumptions,
    lastMonth: '2022-03' as Month,
    units: [
      {
        unitId: 'U01' as UnitId,
        code: 'U01',
        result: own.status === 'estimated' ? { ...own, ...graded } : own,
      },
    ],
    total: null,
    fit: null,
    sceptic: null,
    events: null,
    inputsHash: '',
  };
  return estimateLines(wordsOf(locale), publishedOf(result)).join('\n');
}

it('names the months whose staff in post cannot be, is doubtful or is unknown, in both languages', () => {
  const impossible = { fteBase: replaceAt(panel.fteBase, [36, 37], 0) };
  expect(linesOf(impossible, 'en')).toMatch(/cannot be as recorded: .+ \(2020-04, 2020-05\)/);
  expect(linesOf(impossible, 'fr')).toMatch(/Personnel en poste impossible.+ \(2020-04, 2020-05\)/);
  const questioned = {
    fteBase: replaceAt(panel.fteBase, [0, 1], null),
    fteFunded: replaceAt(panel.fteFunded, [45], 0),
  };
  expect(linesOf(questioned, 'en')).toMatch(/to be checked \(2021-01\)[^]+staff in post unknown \(2017-04, 2017-05\)/);
  expect(linesOf(questioned, 'fr')).toMatch(
    /à vérifier .+\(2021-01\)[^]+personnel en poste inconnu \(2017-04, 2017-05\)/,
  );
});

it('gives a single figure at A and B alone, a probability down to C, and never a certainty', () => {
  const said = (grade: Estimate['grade'], locale: 'en' | 'fr' = 'en', probabilityBelow = 0.999) =>
    linesOf({}, locale, { grade, gradeReasons: [], probabilityBelow }).replaceAll('\u00a0', ' ');
  const [figure, probability] = [/median/i, /Probability that the backlog is lower .+: over 95%/];
  expect(said('B')).toMatch(figure);
  expect(said('B')).toMatch(probability);
  expect(said('C')).not.toMatch(figure);
  expect(said('C')).toMatch(probability);
  expect(said('C')).toContain('Range only: the records leave too much open for a single figure');
  expect(said('D')).not.toMatch(figure);
  expect(said('D')).not.toMatch(/Probability that/);
  expect(said('C', 'fr', 0.002)).toMatch(/moins de 5 %/);
  expect(said('C', 'fr')).toContain('trop d’inconnues pour un chiffre unique');
});
