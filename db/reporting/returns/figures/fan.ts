import { notAvailable } from '../../../documents/notAvailable.ts';
import type { Month } from '#contract/ground/dates';
import type { PublishedEstimate, PublishedQuantiles } from '#contract/reporting/publishedEstimate';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import {
  bandOf,
  countAxis,
  fanBands,
  inks,
  linear,
  monthAxis,
  stretches,
  ticksTo,
  type Frame,
  type PaperFigure,
  type Scale,
} from '../../../documents/figures/axes.ts';

/** Five years: the funding's start and a year before it are in most agreements' view. */
const longest = 60;

const large: Frame = { width: 680, height: 230, left: 48, right: 20, top: 12, bottom: 24 };
const small: Frame = { width: 220, height: 120, left: 34, right: 8, top: 18, bottom: 22 };

interface Fan {
  /** Null for the total. */
  readonly code: string | null;
  readonly months: readonly Month[];
  readonly backlog: readonly (number | null)[];
  /** A median is drawn and named where it is published. */
  readonly fan: readonly (PublishedQuantiles | null)[];
}

function recent({ months, backlog, fan, ...rest }: Fan): Fan {
  const from = Math.max(0, months.length - longest);
  return { ...rest, months: months.slice(from), backlog: backlog.slice(from), fan: fan.slice(from) };
}

function bands({ fan }: Fan, x: Scale, y: Scale): Markup {
  const shapes = fanBands.map(([low, high, opacity]) => {
    const outline = bandOf(fan.map((each, index) => (each ? [x(index), y(each[low]), y(each[high])] : null)));
    return markup`<path d="${outline}" fill="${inks.band}" fill-opacity="${opacity}"/>`;
  });
  const median = stretches(fan.map((each, index) => (each?.p50 == null ? null : [x(index), y(each.p50)])));
  return markup`${shapes}${fan.some((each) => each?.p50 != null) ? markup`<path d="${median}" fill="none" stroke="${inks.median}" stroke-width="1.2" stroke-dasharray="4 2"/>` : null}`;
}

function draw(fan: Fan, frame: Frame, language: Language): Markup {
  const highest = Math.max(...fan.backlog.map((each) => each ?? 0), ...fan.fan.map((each) => each?.p975 ?? 0));
  const ticks = ticksTo(highest, frame === small ? 3 : 5);
  const x = linear([0, fan.months.length - 1], [frame.left, frame.width - frame.right]);
  const y = linear([0, ticks.at(-1) ?? 1], [frame.height - frame.bottom, frame.top]);
  const actual = stretches(fan.backlog.map((value, index) => (value === null ? null : [x(index), y(value)])));
  const title = fan.code === null ? null : markup`<text x="${frame.left}" y="10" font-weight="600">${fan.code}</text>`;
  return markup`${title}${countAxis(frame, ticks, y, language)}${monthAxis(frame, fan.months, x, language)}${bands(fan, x, y)}<path d="${actual}" fill="none" stroke="${inks.actual}" stroke-width="1.6"/>`;
}

function withoutWords({ p10, p90, p025, p975, p50 }: PublishedQuantiles, { say, number }: Language): string {
  const [low, high, lowest, highest] = [p10, p90, p025, p975].map((value) => number(Math.round(value)));
  const middle = p50 === null ? null : number(Math.round(p50));
  return say({
    en: `Estimated without the Strategy-funded staff and overtime: ${middle === null ? '' : `median ${middle}, `}80% interval ${low} to ${high}, 95% interval ${lowest} to ${highest}.`,
    fr: `Estimation sans le personnel et les heures supplémentaires financés par la Stratégie : ${middle === null ? '' : `médiane ${middle}, `}intervalle de 80 % de ${low} à ${high}, intervalle de 95 % de ${lowest} à ${highest}.`,
  });
}

function fanWords({ code, months, backlog, fan }: Fan, language: Language): string {
  const { say, number, month } = language;
  const last = fan.findLastIndex((each) => each !== null);
  const quantiles = fan[last];
  const when = months[last];
  if (!quantiles || when === undefined) return code ?? '';
  const actual = backlog[last] ?? null;
  const files = actual === null ? notAvailable : number(actual);
  const now = say({
    en: `At the end of ${month(when)}: ${files} open items.`,
    fr: `Fin ${month(when)} : ${files} éléments ouverts.`,
  });
  return [...(code === null ? [] : [`${code}.`]), now, withoutWords(quantiles, language)].join(' ');
}

function figureOf(fan: Fan, frame: Frame, caption: string, language: Language): PaperFigure {
  const shown = recent(fan);
  return { ...frame, content: draw(shown, frame, language), caption, alternative: fanWords(shown, language) };
}

/** Actual backlog and the band of what it would have been, for the units together; null where no total was estimated. */
export function totalFan({ total }: PublishedEstimate, language: Language): PaperFigure | null {
  if (!total) return null;
  const caption = language.say({
    en: 'Actual backlog (line) and backlog estimated without the Strategy-funded staff and overtime (bands of 50, 80 and 95%; dashes: median, where a single figure is given), units with an estimate together.',
    fr: 'Arriéré réel (trait) et arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie (bandes de 50, 80 et 95 %; tirets : médiane, si un chiffre unique est donné), unités estimées réunies.',
  });
  return figureOf({ code: null, ...total }, large, caption, language);
}

/** The same for each unit that has an estimate, each on its own scale. */
export function unitFans({ units }: PublishedEstimate, language: Language): readonly PaperFigure[] {
  return units.flatMap(({ code, result }) =>
    result.status === 'estimated' ? [figureOf({ code, ...result }, small, '', language)] : [],
  );
}
