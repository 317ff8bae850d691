import { expect, it } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { estimateLines } from '../../../../db/entry/cli/estimateLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { toUnitResult } from '../../../../db/statistics/estimate/toResult.ts';
import { estimateOne } from '../../../support/estimates.ts';
import { replaceAt, steadyPanel } from '../../../support/unitPanels.ts';

const panel = steadyPanel(60, 30);

function linesOf(changes: Partial<UnitPanel>, locale: 'en' | 'fr'): string {
  const changed = { ...panel, ...changes };
  const alone = { basis: 'prior', fit: null, sceptic: null } as const;
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
        result: toUnitResult(estimateOne(changed), changed, null, null, null, alone),
      },
    ],
    total: null,
    fit: null,
    sceptic: null,
    events: null,
    inputsHash: '',
  };
  return estimateLines(wordsOf(locale), result).join('\n');
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
