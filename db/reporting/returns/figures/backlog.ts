import type { ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { notAvailable } from '#contract/words/common';
import type { Language } from '../../../documents/page/language.ts';
import { markup } from '../../../documents/page/markup.ts';
import {
  countAxis,
  inks,
  linear,
  monthAxis,
  stretches,
  ticksTo,
  type Frame,
  type PaperFigure,
} from '../../../documents/figures/axes.ts';
import type { Closings } from './closings.ts';

const frame: Frame = { width: 680, height: 210, left: 48, right: 40, top: 12, bottom: 24 };

/** The first and the last month that are known, by their positions. */
function ends(values: readonly (number | null)[]): readonly [number, number] | null {
  const first = values.findIndex((each) => each !== null);
  return first === -1 ? null : [first, values.findLastIndex((each) => each !== null)];
}

/** The backlog of the agreement by month; null where no month is reported by every unit. */
export function backlogFigure({ months, total }: Closings, language: Language): PaperFigure | null {
  const known = ends(total);
  if (known === null) return null;
  const [first, last] = known;
  const ticks = ticksTo(Math.max(...total.map((each) => each ?? 0)), 4);
  const x = linear([0, months.length - 1], [frame.left, frame.width - frame.right]);
  const y = linear([0, ticks.at(-1) ?? 1], [frame.height - frame.bottom, frame.top]);
  const points = total.map((value, index) => (value === null ? null : ([x(index), y(value)] as const)));
  const dots = points.map((point) =>
    point === null
      ? null
      : markup`<circle cx="${point[0].toFixed(1)}" cy="${point[1].toFixed(1)}" r="1.8" fill="${inks.actual}"/>`,
  );
  const lastValue = total[last] ?? 0;
  return {
    ...frame,
    content: markup`${countAxis(frame, ticks, y, language)}${monthAxis(frame, months, x, language)}<path d="${stretches(points)}" fill="none" stroke="${inks.actual}" stroke-width="1.8"/>${dots}<text x="${(x(last) + 5).toFixed(1)}" y="${(y(lastValue) + 3).toFixed(1)}" font-weight="600">${language.number(lastValue)}</text>`,
    caption: language.say({
      en: 'Closing balance of all units together, open items by month. A month that a unit does not report is left out.',
      fr: 'Solde de clôture de toutes les unités réunies, en éléments ouverts par mois. Un mois qu’une unité ne déclare pas est exclu.',
    }),
    alternative: backlogWords({ months, total }, first, last, language),
  };
}

function backlogWords(
  { months, total }: Pick<Closings, 'months' | 'total'>,
  first: number,
  last: number,
  { say, number, month }: Language,
): string {
  const at = (index: number): { readonly when: string; readonly files: string } => ({
    when: month(months[index] as never),
    files: number(total[index] ?? 0),
  });
  const highest = total.reduce<number>(
    (best, value, index) => ((value ?? -1) > (total[best] ?? -1) ? index : best),
    first,
  );
  const gaps = total.filter((each) => each === null).length;
  const [start, end, top] = [at(first), at(last), at(highest)];
  return say({
    en: `Line of the closing balance by month: ${start.files} open items in ${start.when}, ${end.files} in ${end.when}; highest ${top.files}, in ${top.when}. Months without a figure: ${gaps}.`,
    fr: `Courbe du solde de clôture par mois : ${start.files} éléments ouverts en ${start.when}, ${end.files} en ${end.when}; sommet de ${top.files}, en ${top.when}. Mois sans chiffre : ${gaps}.`,
  });
}

interface UnitChange {
  readonly code: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Opening and closing backlog of the quarter; null where it is not known. */
export function unitChanges({ units, values }: ReturnContent): readonly UnitChange[] {
  const valueOf = (code: string, unitCode: string): number | null =>
    values.find((each) => each.code === code && each.unitCode === unitCode)?.value ?? null;
  return units.map(({ code }) => ({ code, before: valueOf('B1', code), after: valueOf('B2', code) }));
}

/** Each unit's backlog at the beginning and at the end of the quarter. */
export function unitChangeFigure(content: ReturnContent, language: Language): PaperFigure | null {
  const changes = unitChanges(content);
  if (changes.every(({ before, after }) => before === null && after === null)) return null;
  const { number, say } = language;
  const own: Frame = { ...frame, height: 34 + changes.length * 16, right: 100, top: 4 };
  const ticks = ticksTo(Math.max(...changes.flatMap(({ before, after }) => [before ?? 0, after ?? 0])), 5);
  const x = linear([0, ticks.at(-1) ?? 1], [own.left, own.width - own.right]);
  const base = own.height - own.bottom;
  const axis = ticks.map(
    (tick) =>
      markup`<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${own.top}" y2="${base}" stroke="${inks.grid}" stroke-width="0.7"/><text x="${x(tick).toFixed(1)}" y="${base + 14}" text-anchor="middle">${number(tick)}</text>`,
  );
  const lines = changes.map(({ code, before, after }, index) => {
    const y = own.top + 10 + index * 16;
    const change = before === null || after === null ? '..' : language.change(after - before);
    return markup`<text x="${own.left - 6}" y="${y + 3}" text-anchor="end">${code}</text>${
      before === null || after === null
        ? null
        : markup`<line x1="${x(before).toFixed(1)}" x2="${x(after).toFixed(1)}" y1="${y}" y2="${y}" stroke="${inks.actual}" stroke-width="1.4"/>`
    }${before === null ? null : markup`<circle cx="${x(before).toFixed(1)}" cy="${y}" r="3" fill="#fff" stroke="${inks.actual}" stroke-width="1.2"/>`}${
      after === null ? null : markup`<circle cx="${x(after).toFixed(1)}" cy="${y}" r="3.2" fill="${inks.actual}"/>`
    }<text x="${own.width - own.right + 10}" y="${y + 3}">${after === null ? '..' : number(after)} (${change})</text>`;
  });
  return {
    ...own,
    content: markup`${axis}${lines}`,
    caption: say({
      en: 'Backlog of each unit at the beginning of the quarter (open circle) and at its end (full circle), with the change.',
      fr: 'Arriéré de chaque unité au début du trimestre (cercle vide) et à la fin (cercle plein), avec la variation.',
    }),
    alternative: `${say(pair('Backlog of each unit, from the beginning to the end of the quarter:', 'Arriéré de chaque unité, du début à la fin du trimestre :'))} ${changes
      .map(({ code, before, after }) => {
        const [from, to] = [before, after].map((each) => (each === null ? say(notAvailable) : number(each)));
        return say({ en: `${code}: ${from} to ${to}`, fr: `${code} : de ${from} à ${to}` });
      })
      .join('; ')}.`,
  };
}
