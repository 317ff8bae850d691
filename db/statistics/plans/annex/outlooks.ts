import { isNoChange, type Plan, type PlanMark, type PlanOutlook, type Projection } from '#contract/statistics/plans';
import type { Language } from '../../../documents/page/language.ts';
import { paragraph } from '../../../documents/page/page.ts';
import type { Markup } from '../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, type PaperCell } from '../../../documents/page/table.ts';
import { headings } from '#contract/words/headings';
import { words } from './words.ts';

interface Ends {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const whole = (value: number): number => Math.round(value);

export function rangeText({ p10, p90 }: Ends, { say, number }: Language): string {
  const [low, high] = [number(whole(p10)), number(whole(p90))];
  return say({ en: `${low} to ${high}`, fr: `${low} à ${high}` });
}

/** "412 (340 to 500)": the middle and the 80 % interval. */
export function middleAndRange(ends: Ends, language: Language): string {
  return `${language.number(whole(ends.p50))} (${rangeText(ends, language)})`;
}

type Named = readonly [name: string, outlook: PlanOutlook];

/** The plan without a change always; what another would only repeat is left out. */
function plansIn(projection: Projection, plan: Plan, { say }: Language): readonly Named[] {
  const { noChange, drawn, renewal, compared } = projection;
  const none: Named = [say(words.noChange), noChange];
  const others = compared.map(({ name, outlook }): Named => [name, outlook]);
  if (renewal === null) return [none, ...(isNoChange(plan) ? [] : [[say(words.drawn), drawn] as const]), ...others];
  const renewed: Named = [say(words.renewed), renewal.renewed];
  const isSame = isNoChange({ ...plan, renewed: true });
  return [none, ...(isSame ? [] : [renewed]), [say(words.ended), renewal.ended], ...others];
}

function rowOf(name: string, mark: PlanMark, language: Language): readonly PaperCell[] {
  const { ahead, month, backlog, monthsOfWork, administrative } = mark;
  const at = language.say({
    en: `${language.shortMonth(month)} (${ahead} months)`,
    fr: `${language.shortMonth(month)} (${ahead} mois)`,
  });
  return [
    name,
    at.replaceAll(' ', '\u00a0'),
    middleAndRange(backlog, language),
    monthsOfWork === null ? null : language.tenths(monthsOfWork.p50),
    whole(administrative.p50),
  ];
}

/** The plans side by side at 12, 24 and 36 months, the one without a change first. */
export function outlookTable(projection: Projection, plan: Plan, language: Language): readonly Markup[] {
  const plans = plansIn(projection, plan, language);
  const rows = plans.flatMap(([name, { marks }]) => marks.map((mark) => rowOf(name, mark, language)));
  return [
    paperTable(language, {
      caption: language.say(words.byPlan),
      columns: [
        textColumn(words.plan),
        textColumn(headings.month),
        numberColumn(words.backlog),
        numberColumn(words.work),
        numberColumn(words.administrative),
      ],
      rows,
      rowsOfHeader: projection.noChange.marks.length,
    }),
    paragraph(language.say(words.workText)),
  ];
}

/** What the end of the agreement would do, against its renewal. */
export function endLines({ renewal, noChange }: Projection, plan: Plan, language: Language): readonly string[] {
  const { say, number, month } = language;
  if (renewal === null || plan.agreementEnds === null) return [say(words.noEnd)];
  const ends = month(plan.agreementEnds);
  const opening = say({
    en: `Funded staff and overtime end after ${ends} unless the agreement is renewed.`,
    fr: `Le personnel et les heures supplémentaires financés prennent fin après ${ends}, sauf renouvellement de l’entente.`,
  });
  const lines = renewal.more.map(({ ahead, files }) => {
    const mark = noChange.marks.find((each) => each.ahead === ahead);
    const when = mark === undefined ? '' : month(mark.month);
    const [middle, range] = [number(whole(files.p50)), rangeText(files, language)];
    return say({
      en: `End of ${when}, not renewed: ${middle} more open items (${range}).`,
      fr: `Fin ${when}, sans renouvellement : ${middle} éléments ouverts de plus (${range}).`,
    });
  });
  return [opening, ...lines];
}
