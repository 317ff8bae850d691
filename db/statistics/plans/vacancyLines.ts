import type { Plan, PlannedUnit } from '#contract/statistics/plans';
import type { Language } from '../../documents/page/language.ts';

type Unit = Pick<PlannedUnit, 'unitId' | 'code' | 'ownVacancyShare'>;

function ownLines(units: readonly Unit[], { say, share }: Language): readonly string[] {
  const known = units.flatMap(({ code, ownVacancyShare: own }) => (own === null ? [] : [`${code} (${share(own)})`]));
  const unknown = units.flatMap(({ code, ownVacancyShare: own }) => (own === null ? [code] : []));
  const [withShare, without] = [known.join(', '), unknown.join(', ')];
  const own = {
    en: `Vacant share of new positions, each unit’s own of the last 12 months: ${withShare}.`,
    fr: `Part vacante des nouveaux postes, propre à chaque unité, 12 derniers mois : ${withShare}.`,
  };
  const none = {
    en: `No vacant share is known from a register of positions, so 0%: ${without}.`,
    fr: `Aucun registre des postes n’indique de part vacante, donc 0 % : ${without}.`,
  };
  return [...(withShare === '' ? [] : [say(own)]), ...(without === '' ? [] : [say(none)])];
}

/** How much of the positions that come stays empty: as the plan sets it, or by the own share of each unit to which some come. */
export function vacancyLines(
  { vacancyShare, lines }: Plan,
  units: readonly Unit[],
  language: Language,
): readonly string[] {
  if (vacancyShare === null) {
    const joined = units.filter(({ unitId }) => lines.some((line) => line.unitId === unitId && line.fte > 0));
    return ownLines(joined, language);
  }
  const { say, share } = language;
  const text = {
    en: `Vacant share of new positions: ${share(vacancyShare)}.`,
    fr: `Part vacante des nouveaux postes : ${share(vacancyShare)}.`,
  };
  return [say(text)];
}
