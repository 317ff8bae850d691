import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { ReturnContent } from '#contract/reporting/returns';
import type { Estimate } from '#contract/statistics/estimate';
import { rangeOnly } from '#contract/statistics/shown';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { inBoth, sentence, type SummaryPart } from './part.ts';

interface Ends {
  readonly p10: number;
  readonly p90: number;
}

/** What an estimate comes to at the end of a quarter. */
export interface EstimateFigures {
  readonly actual: number;
  readonly without: { readonly p10: number; readonly p50: number | null; readonly p90: number };
  readonly avoided: Ends;
  /** The same as a sceptic finds it: an interval alone. Absent where there is none. */
  readonly sceptic?: Ends | undefined;
  /** The single figure, only where it is published. */
  readonly point: number | null;
  readonly grade: Estimate['grade'];
  readonly covered: number;
  readonly asked: number;
}

type Estimated = Pick<EstimateFigures, 'actual' | 'without' | 'avoided' | 'grade'> & { readonly sceptic: Ends | null };

const ends = ({ p10, p90 }: Ends): Ends => ({ p10, p90 });

/** Of all units together; a single unit has no total of its own. */
function estimatedOf({ units, total }: PublishedEstimate): Estimated | null {
  if (total) {
    const { backlogNow: actual, counterfactualNow: without, avoided, sceptic, evidence } = total;
    return { actual, without, avoided, sceptic, grade: evidence?.grade ?? null };
  }
  const [only] = units;
  if (units.length !== 1 || only?.result.status !== 'estimated') return null;
  const { backlogNow: actual, fan, avoided, sceptic, grade } = only.result;
  const without = fan.findLast((each) => each !== null);
  return without ? { actual, without, avoided, sceptic, grade } : null;
}

/** Null where the return has no estimate, or none of all its units. */
export function estimateFigures({
  counterfactual,
  values,
}: Pick<ReturnContent, 'counterfactual' | 'values'>): EstimateFigures | null {
  const found = counterfactual && estimatedOf(counterfactual);
  if (!counterfactual || !found) return null;
  const point = values.find((each) => each.code === 'K1' && each.unitCode === null)?.value ?? null;
  return {
    actual: found.actual,
    without: { ...ends(found.without), p50: found.without.p50 },
    avoided: ends(found.avoided),
    ...(found.sceptic && { sceptic: ends(found.sceptic) }),
    point,
    grade: found.grade,
    covered: counterfactual.units.filter(({ result }) => result.status === 'estimated').length,
    asked: counterfactual.units.length,
  };
}

/** The interval always, the single figure where it is published, and how solid it is. */
export function estimateLines({
  actual,
  without,
  avoided,
  sceptic,
  point,
  grade,
  covered,
  asked,
}: EstimateFigures): readonly Bilingual[] {
  const whole = (l: Language, value: number): string => l.number(Math.round(value));
  const between = (l: Language, { p10, p90 }: Ends): string =>
    l.say({ en: `${whole(l, p10)} to ${whole(l, p90)}`, fr: `de ${whole(l, p10)} à ${whole(l, p90)}` });
  const middle = (l: Language): string =>
    without.p50 === null ? between(l, without) : `${whole(l, without.p50)} (${between(l, without)})`;
  const only = rangeOnly({ grade });
  return [
    sentence(
      (l) => `Actual ${whole(l, actual)}. Estimated without funded staff and overtime: ${middle(l)}.`,
      (l) =>
        `Réel : ${whole(l, actual)}. Estimé sans le personnel ni les heures supplémentaires financés : ${middle(l)}.`,
    ),
    point === null
      ? sentence(
          (l) => `${between(l, avoided)} fewer (80% interval); no single figure.`,
          (l) => `${between(l, avoided)} de moins (intervalle de 80 %); aucun chiffre unique.`,
        )
      : sentence(
          (l) => `About ${whole(l, point)} fewer (80% interval ${between(l, avoided)}).`,
          (l) => `Environ ${whole(l, point)} de moins (intervalle de 80 % ${between(l, avoided)}).`,
        ),
    sentence(
      (l) => `Reliability ${grade ?? 'not graded'}; ${l.number(covered)} of ${l.number(asked)} units estimated.`,
      (l) => `Fiabilité ${grade ?? 'non cotée'}; ${l.number(covered)} unités estimées sur ${l.number(asked)}.`,
    ),
    ...(only === null ? [] : [inBoth(({ say }) => `${say(codeWords.rangeOnly[only])}.`)]),
    ...(sceptic
      ? [
          sentence(
            (l) => `Starting from no effect of funded staff: ${between(l, sceptic)} fewer (80% interval).`,
            (l) =>
              `En partant d’un effet nul du personnel financé : ${between(l, sceptic)} de moins (intervalle de 80 %).`,
          ),
        ]
      : []),
  ];
}

export function estimatePart(content: ReturnContent): SummaryPart | null {
  if (!content.counterfactual) return null;
  const found = estimateFigures(content);
  if (!found) return { title: headings.without, lines: [{ en: 'No estimate.', fr: 'Aucune estimation.' }] };
  return { title: headings.without, lines: estimateLines(found) };
}
