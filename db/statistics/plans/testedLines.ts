import type { TestedUnit } from '#contract/statistics/plans';
import type { Language } from '../../documents/page/language.ts';

type Tested = Omit<TestedUnit, 'unitId'>;

function codesOf(units: readonly Tested[], verdict: Tested['verdict']): string {
  return units
    .filter((each) => each.verdict === verdict)
    .map(({ code, missed, forecasts }) => `${code} (${String(missed)}/${String(forecasts)})`)
    .join(', ');
}

/** The units whose forecasts of earlier months missed too often, or were too few: their plan is from experience only. */
export function testedLines(units: readonly Tested[] | null, { say }: Language): readonly string[] {
  if (units === null)
    return [say({ en: 'Not yet tested on earlier months.', fr: 'Pas encore vérifié sur des mois passés.' })];
  const [failed, short] = [codesOf(units, 'failed'), codesOf(units, 'too_short')];
  const missed = {
    en: `Experience only, forecasts missed too often (missed of those made a year ahead): ${failed}.`,
    fr: `À titre d’expérience seulement, prévisions trop souvent manquées (manquées sur celles faites un an d’avance) : ${failed}.`,
  };
  const few = {
    en: `Experience only, too few earlier months to test: ${short}.`,
    fr: `À titre d’expérience seulement, trop peu de mois passés à vérifier : ${short}.`,
  };
  return [...(failed === '' ? [] : [say(missed)]), ...(short === '' ? [] : [say(few)])];
}
