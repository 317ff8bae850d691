import { categoriesOf, unknownCategory, type Breakdown } from '#contract/reporting/breakdowns';
import type { FigurePart } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { ownCode } from '../../indicators/framework.ts';
import type { CellBook } from './cellBook.ts';
import { costs, countKey, flowKey, measureOf, subjectOf } from './keys.ts';

/** A category of the agreement's count, over the units that are broken down so. */
export interface CategoryLine {
  readonly figure: IndicatorValue;
  readonly part: FigurePart;
  readonly unitsCovered: number;
  readonly cell: string;
}

interface BrokenUnit {
  readonly id: string;
  readonly figure: IndicatorValue;
}

type Place = Pick<ReturnContent, 'quarter'> & { /** Ours. */ readonly code: string; readonly by: Breakdown };

const partsBy = ({ parts }: IndicatorValue, by: Breakdown): readonly FigurePart[] =>
  parts.filter((part) => part.by === by);
const isCovered = ({ breakdowns }: IndicatorValue, by: Breakdown): boolean =>
  breakdowns.some((each) => each.by === by && each.unitsCovered > 0);

function keyOf(subject: string, { code, by, quarter }: Place, category: string): string {
  return flowKey(subject, `${measureOf(code) ?? code}|${by}|${category}`, quarter);
}

/** A unit's own categories, which no release prints, zeros among them: with its count they bind those of the agreement. */
function addUnit(
  book: CellBook,
  place: Place,
  { id, figure }: BrokenUnit,
  categories: readonly string[],
): ReadonlyMap<string, string> {
  const own = new Map(partsBy(figure, place.by).map(({ category, value }) => [category, value ?? 0]));
  const cells = new Map(
    categories.map((category) => {
      const cell = { key: keyOf(id, place, category), value: own.get(category) ?? 0, cost: 1, never: true };
      return [category, book.add(cell)];
    }),
  );
  const key = countKey(place.code, id, place.quarter);
  if (key !== null && figure.value !== null) {
    const whole = book.add({ key, value: figure.value, cost: costs.headline });
    book.relate([[whole, -1], ...[...cells.values()].map((cell) => [cell, 1] as const)]);
  }
  return cells;
}

/** Of a catalogue only the categories that occur are listed, so a listed one is known to count at least one. */
const occurs = (by: Breakdown, category: string): boolean =>
  by !== 'stage' && categoriesOf[by] === null && category !== unknownCategory;

function layOutWay(total: IndicatorValue, units: readonly BrokenUnit[], place: Place, book: CellBook) {
  const parts = partsBy(total, place.by);
  const categories = parts.map(({ category }) => category);
  const own = units.map((unit) => addUnit(book, place, unit, categories));
  const subject = subjectOf(units.map(({ id }) => id));
  return parts.map((part): CategoryLine => {
    const { category } = part;
    const key = keyOf(subject, place, category);
    const cell = book.add({
      key,
      value: part.value ?? 0,
      cost: costs.category,
      lower: occurs(place.by, category) ? 1 : 0,
    });
    const cells = own.flatMap((each) => each.get(category) ?? []);
    book.relate([[cell, -1], ...cells.map((each) => [each, 1] as const)]);
    return { figure: total, part, unitsCovered: units.length, cell };
  });
}

/**
 * The categories of the agreement's counts: never those of one unit, which may be those of one person. They are bound to the counts of
 * the units, printed or not, so that neither gives the other back.
 */
export function layOutCategories(
  { units, values, quarter, framework }: ReturnContent,
  book: CellBook,
): readonly CategoryLine[] {
  const idOf = new Map<string | null, string>(units.map(({ code, id }) => [code, id]));
  return values
    .filter(({ code, unitCode }) => unitCode === null && measureOf(ownCode(framework, code)) !== null)
    .flatMap((total) =>
      total.breakdowns.flatMap(({ by }) => {
        const broken = values.flatMap((figure): BrokenUnit[] => {
          const id = idOf.get(figure.unitCode);
          return figure.code === total.code && id !== undefined && isCovered(figure, by) ? [{ id, figure }] : [];
        });
        return broken.length < 2
          ? []
          : layOutWay(total, broken, { quarter, code: ownCode(framework, total.code), by }, book);
      }),
    );
}
