import type { Bilingual } from '#contract/ground/common';
import { lastActualMonth, planNotices } from '#contract/statistics/planNotices';
import { isNoChange, type NotPlanned, type Plan, type PlanLine, type Projection } from '#contract/statistics/plans';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, type PaperCell } from '../../../documents/page/table.ts';
import { must } from '../../../ground/kernel/assert.ts';
import { vacancyLines } from '../vacancyLines.ts';
import { words } from './words.ts';

/** Lines of staff that a page has room for; what is beyond is added up in a row of its own. */
const mostLines = 8;

function lineRow(line: PlanLine, { units }: Projection, { say, shortMonth }: Language): readonly PaperCell[] {
  const { unitId, fte, funded, from, to } = line;
  const { code } = must(
    units.find((each) => each.unitId === unitId),
    'a line that is applied is of a planned unit',
  );
  const end = to === null ? say(funded ? words.withAgreement : words.openEnd) : shortMonth(to);
  return [code, fte, say(funded ? words.agreement : words.service), shortMonth(from), end];
}

function restRow(rest: readonly PlanLine[], { say }: Language): readonly PaperCell[] {
  const fte = Math.round(rest.reduce((sum, line) => sum + line.fte, 0) * 100) / 100;
  return [say({ en: `Other lines: ${rest.length}`, fr: `Autres lignes : ${rest.length}` }), fte, '', '', ''];
}

function staffTable({ lines }: Plan, projection: Projection, language: Language): Markup | null {
  if (lines.length === 0) return null;
  const isLong = lines.length > mostLines;
  const shown = isLong ? lines.slice(0, mostLines - 1) : lines;
  const rest = lines.slice(shown.length);
  return paperTable(language, {
    caption: language.say(words.staff),
    columns: [
      textColumn(words.unit),
      numberColumn(words.fte),
      textColumn(words.paidBy),
      textColumn(words.from),
      textColumn(words.to),
    ],
    rows: [
      ...shown.map((line) => lineRow(line, projection, language)),
      ...(rest.length === 0 ? [] : [restRow(rest, language)]),
    ],
  });
}

function inflowLines(plan: Plan, { growthObserved }: Projection, { say, change, month }: Language): readonly string[] {
  const percent = (share: number): string => change(Math.round(share * 1000) / 10);
  const observed =
    growthObserved === null
      ? { en: 'Growth observed: not available.', fr: 'Croissance observée : non disponible.' }
      : {
          en: `Growth observed: inflow of the last 12 months ${percent(growthObserved)}% on the 12 before.`,
          fr: `Croissance observée : entrées des 12 derniers mois, ${percent(growthObserved)} % par rapport aux 12 précédents.`,
        };
  const planned =
    plan.growth === null
      ? { en: 'Growth planned: as in the last 36 months.', fr: 'Croissance prévue : celle des 36 derniers mois.' }
      : {
          en: `Growth planned: ${percent(plan.growth)}% a year.`,
          fr: `Croissance prévue : ${percent(plan.growth)} % par an.`,
        };
  const step = plan.step && {
    en: `From ${month(plan.step.from)}, inflow changes by ${percent(plan.step.share)}%.`,
    fr: `Dès ${month(plan.step.from)}, les entrées varient de ${percent(plan.step.share)} %.`,
  };
  return [observed, planned, ...(step ? [step] : [])].map(say);
}

function scepticLines({ sceptic, units, lastMonth }: Projection, { say, number, month }: Language): readonly string[] {
  if (units.length === 0) return [];
  if (sceptic === null) return [say(words.noSceptic)];
  const files = (value: number): string => number(Math.round(value));
  const { estimate, sceptic: other } = sceptic;
  // The total of the estimate is of the units that are known in its last month.
  const latest = lastActualMonth(units, lastMonth);
  const isPart = units.some(({ asOf }) => asOf < latest);
  const known = {
    en: isPart ? `, units known to the end of ${month(latest)}` : '',
    fr: isPart ? `, unités connues jusqu’à fin ${month(latest)}` : '',
  };
  return [
    say({
      en: `Files fewer by now${known.en} (80%): ${files(estimate.low)} to ${files(estimate.high)}; starting from no effect of funded staff, ${files(other.low)} to ${files(other.high)}.`,
      fr: `Dossiers en moins à ce jour${known.fr} (80 %) : ${files(estimate.low)} à ${files(estimate.high)}; en partant d’un effet nul du personnel financé, ${files(other.low)} à ${files(other.high)}.`,
    }),
  ];
}

function staffLines(plan: Plan, { units }: Projection, language: Language): readonly string[] {
  const { say, number } = language;
  const { overtimeBase, overtimeFunded } = plan;
  const hours = (value: number | null, text: (hours: string) => Bilingual): readonly string[] =>
    value === null ? [] : [say(text(number(value)))];
  return [
    ...hours(overtimeBase, (value) => ({
      en: `Base overtime: ${value} hours a month for each unit.`,
      fr: `Heures supplémentaires du service : ${value} par mois et par unité.`,
    })),
    ...hours(overtimeFunded, (value) => ({
      en: `Funded overtime: ${value} hours a month for each unit.`,
      fr: `Heures supplémentaires financées : ${value} par mois et par unité.`,
    })),
    ...vacancyLines(plan, units, language),
  ];
}

function unitLines({ units, notPlanned }: Projection, { say }: Language): readonly string[] {
  const planned = units.map(({ code, grade }) => `${code} (${grade})`).join(', ');
  const codesOf = (reason: NotPlanned['reason']): string =>
    notPlanned
      .filter((each) => each.reason === reason)
      .map(({ code }) => code)
      .join(', ');
  const without = (['refused', 'no_grade', 'grade_d', 'not_recent'] as const).flatMap((reason) => {
    const codes = codesOf(reason);
    const why = words.notPlannedWhy[reason];
    const text = { en: `Units without a plan, ${why.en}: ${codes}.`, fr: `Unités sans plan, ${why.fr} : ${codes}.` };
    return codes === '' ? [] : [say(text)];
  });
  const text = {
    en: `Units in the plan, with the reliability of their estimate: ${planned}.`,
    fr: `Unités du plan, avec la fiabilité de leur estimation : ${planned}.`,
  };
  return [...(planned === '' ? [] : [say(text)]), ...without];
}

/** What the plan changes, what it leaves as it was observed, and of which units it is. */
export function assumedPart(plan: Plan, projection: Projection, language: Language): Markup {
  const lines = [
    ...(isNoChange(plan) ? [language.say(words.asIs)] : []),
    ...planNotices(projection, language).map(language.say),
    ...inflowLines(plan, projection, language),
    ...staffLines(plan, projection, language),
    ...unitLines(projection, language),
    ...scepticLines(projection, language),
  ];
  return markup`<ul>${lines.map((each) => markup`<li>${each}</li>`)}</ul>${staffTable(plan, projection, language)}`;
}
