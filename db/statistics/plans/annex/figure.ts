import type { Month } from '#contract/ground/dates';
import type { PlanOutlook, Projection } from '#contract/statistics/plans';
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
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';

const frame: Frame = { width: 680, height: 190, left: 48, right: 20, top: 12, bottom: 24 };

type Fan = PlanOutlook['fan'];

/** Both fans begin at the last actual backlog, at position `from`. */
function line(fan: Fan, edge: 'p10' | 'p50' | 'p90', start: readonly [number, number], x: Scale, y: Scale): string {
  const coming = fan.map((each, index): [number, number] => [x(start[0] + index + 1), y(each[edge])]);
  return stretches([[x(start[0]), y(start[1])], ...coming]);
}

function bands(fan: Fan, start: readonly [number, number], x: Scale, y: Scale): Markup {
  const shapes = fanBands.map(([low, high, opacity]) => {
    const coming = fan.map((each, index): [number, number, number] => [
      x(start[0] + index + 1),
      y(each[low]),
      y(each[high]),
    ]);
    const outline = bandOf([[x(start[0]), y(start[1]), y(start[1])], ...coming]);
    return markup`<path d="${outline}" fill="${inks.band}" fill-opacity="${opacity}"/>`;
  });
  return markup`${shapes}<path d="${line(fan, 'p50', start, x, y)}" fill="none" stroke="${inks.median}" stroke-width="1.4"/>`;
}

/** Middle and 80 % ends of the plan without a change, as broken lines over the bands of the plan. */
function unchanged(fan: Fan, start: readonly [number, number], x: Scale, y: Scale): Markup {
  const paths = (['p10', 'p50', 'p90'] as const).map(
    (edge) =>
      markup`<path d="${line(fan, edge, start, x, y)}" fill="none" stroke="${inks.actual}" stroke-width="${edge === 'p50' ? 1.4 : 0.8}" stroke-dasharray="5 3"/>`,
  );
  return markup`${paths}`;
}

function endOf(months: readonly Month[], ends: Month | null, x: Scale): Markup | null {
  const at = ends === null ? -1 : months.indexOf(ends);
  if (at < 0) return null;
  const place = x(at).toFixed(1);
  return markup`<line x1="${place}" x2="${place}" y1="${frame.top}" y2="${frame.height - frame.bottom}" stroke="${inks.text}" stroke-width="1" stroke-dasharray="1.5 2.5"/>`;
}

interface Drawn {
  readonly projection: Projection;
  /** Last month of an agreement that the plan does not renew. */
  readonly ends: Month | null;
  readonly isChanged: boolean;
  /** Codes of the units whose forecasts of earlier months missed too often or were too few. */
  readonly forInformation: readonly string[];
  /** What the picture shows, in a sentence. */
  readonly alternative: string;
}

function linesOf({ ends, isChanged }: Drawn, { say, month }: Language): string {
  if (!isChanged)
    return say({
      en: 'Actual backlog (line) and backlog to come if nothing changes: middle, and bands of 50, 80 and 95% of draws.',
      fr: 'Arriéré réel (trait) et arriéré à venir si rien ne change : milieu et bandes de 50, 80 et 95 % des tirages.',
    });
  const end = ends === null ? null : month(ends);
  return say({
    en: `Actual backlog (line), backlog to come if the plan is followed (middle, and bands of 50, 80 and 95% of draws) and if nothing changes (dashes: middle and 80%).${end === null ? '' : ` Dots: end of the agreement, ${end}.`}`,
    fr: `Arriéré réel (trait), arriéré à venir si le plan est suivi (milieu et bandes de 50, 80 et 95 % des tirages) et si rien ne change (tirets : milieu et 80 %).${end === null ? '' : ` Pointillé : fin de l’entente, ${end}.`}`,
  });
}

/** What the lines are, and of which units they are for information only. */
function captionOf(drawn: Drawn, language: Language): string {
  const lines = linesOf(drawn, language);
  if (drawn.forInformation.length === 0) return lines;
  const codes = drawn.forInformation.join(', ');
  return `${lines} ${language.say({ en: `For information only: ${codes}.`, fr: `À titre indicatif seulement : ${codes}.` })}`;
}

/** Two years of actual backlog, then the plan's months, with the plan without a change. */
export function planFigure(drawn: Drawn, language: Language): PaperFigure {
  const { history, months, noChange, backlogNow } = drawn.projection;
  const fan = drawn.projection.drawn.fan;
  const axis = [...history.months, ...months];
  const beside = drawn.isChanged ? noChange.fan : [];
  const highest = Math.max(
    ...history.backlog.map((each) => each ?? 0),
    ...fan.map(({ p975 }) => p975),
    ...beside.map(({ p90 }) => p90),
  );
  const ticks = ticksTo(highest, 5);
  const x = linear([0, axis.length - 1], [frame.left, frame.width - frame.right]);
  const y = linear([0, ticks.at(-1) ?? 1], [frame.height - frame.bottom, frame.top]);
  const start = [history.months.length - 1, backlogNow] as const;
  const actual = stretches(history.backlog.map((value, index) => (value === null ? null : [x(index), y(value)])));
  const content = markup`${countAxis(frame, ticks, y, language)}${monthAxis(frame, axis, x, language)}${bands(fan, start, x, y)}${drawn.isChanged ? unchanged(noChange.fan, start, x, y) : null}${endOf(axis, drawn.ends, x)}<path d="${actual}" fill="none" stroke="${inks.actual}" stroke-width="1.8"/>`;
  return { ...frame, content, caption: captionOf(drawn, language), alternative: drawn.alternative };
}
