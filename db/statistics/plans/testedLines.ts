import type { TestedUnit } from '#contract/statistics/plans';
import type { Language } from '../../documents/page/language.ts';

type Tested = Omit<TestedUnit, 'unitId'>;

function codesOf(units: readonly Tested[], verdict: Tested['verdict']): string {
  return units
    .filter((each) => each.verdict === verdict)
    .map(({ code, missed, forecasts }) => `${code} (${String(missed)}/${String(forecasts)})`)
    .join(', ');
}

/** The units whose forecasts of earlier months missed too often, or were too few: their plan is for information only. */
export function testedLines(units: readonly Tested[] | null, { say }: Language): readonly string[] {
  if (units === null)
    return [say({ en: 'Not yet tested on earlier months.', fr: 'Pas encore vérifié sur des mois passés.' })];
  const [failed, short] = [codesOf(units, 'failed'), codesOf(units, 'too_short')];
  const missed = {
    en: `For information only, actual backlogs too often outside the 80% interval of forecasts made a year before (outside/forecasts): ${failed}.`,
    fr: `À titre indicatif seulement, arriéré réel trop souvent hors de l’intervalle de 80 % des prévisions faites un an plus tôt (hors/prévisions) : ${failed}.`,
  };
  const few = {
    en: `For information only, too few earlier months to test: ${short}.`,
    fr: `À titre indicatif seulement, trop peu de mois passés à vérifier : ${short}.`,
  };
  return [...(failed === '' ? [] : [say(missed)]), ...(short === '' ? [] : [say(few)])];
}
