import { changeOf, type Change } from '../ground/change.ts';
import type { Bilingual } from '../ground/common.ts';
import type { AgreementFigure, IndicatorValue, ReturnContent } from './returns.ts';

/** What a figure covers in the quarter before and in this one, of `asked`: units, or agreements where units have no part in it. */
export interface Coverage {
  readonly before: number;
  readonly now: number;
  readonly asked: number;
  readonly of: 'units' | 'agreements';
}

/**
 * A figure against the quarter before. `comparable`: both cover the same. `not_comparable`: a difference would be one of coverage,
 * and neither it nor the earlier figure is shown. `no_previous`: nothing is known of the quarter before. `not_applicable`: an estimate.
 */
export interface Comparison {
  readonly state: 'comparable' | 'not_comparable' | 'no_previous' | 'not_applicable';
  readonly previous: number | null;
  readonly change: Change | null;
  readonly coverage: Coverage;
}

type Compared = Pick<ReturnContent, 'values' | 'agreementFigures'>;
type Moved = Pick<ReturnContent, 'units' | 'unitsMoved'>;
type Side = Pick<IndicatorValue, 'value' | 'previous'>;
type Figure = Side & Pick<IndicatorValue, 'unlike'>;

/** Whether each of these says something of the one quarter exactly where it says something of the other. */
export function coversTheSame(sides: readonly Side[]): boolean {
  return sides.every(({ value, previous }) => (value === null) === (previous === null));
}

const known = (of: readonly boolean[]): number => of.filter(Boolean).length;

/** Units covered in each quarter, where they are not the same; undefined where they are, or where none was covered before. */
export function unlikeUnits(
  units: readonly { readonly before: boolean; readonly now: boolean }[],
): IndicatorValue['unlike'] {
  const [before, now] = [known(units.map((each) => each.before)), known(units.map((each) => each.now))];
  return before === 0 || units.every((each) => each.before === each.now)
    ? undefined
    : { before, now, asked: units.length };
}

function decide(sides: readonly Side[], of: Coverage['of'], { value, previous, unlike }: Figure): Comparison {
  if (unlike) return { state: 'not_comparable', previous: null, change: null, coverage: { ...unlike, of: 'units' } };
  const coverage = {
    before: known(sides.map((side) => side.previous !== null)),
    now: known(sides.map((side) => side.value !== null)),
    asked: sides.length,
    of,
  };
  const silent = { previous: null, change: null, coverage };
  if (coverage.before === 0) return { state: 'no_previous', ...silent };
  if (!coversTheSame(sides)) return { state: 'not_comparable', ...silent };
  // A total may be known by unit only on either side.
  if (previous === null) return { state: 'no_previous', ...silent };
  return { state: 'comparable', previous, change: changeOf(previous, value), coverage };
}

/**
 * The one rule by which a figure is set against the quarter before, for checks, screen, workbook, print, CSV and templates. It reads the
 * units' own figures, so that it holds for returns locked before the rule as well.
 */
export function comparisonOf({ values, agreementFigures }: Compared, figure: IndicatorValue): Comparison {
  const { code, unitCode, calculation } = figure;
  if (calculation === 'counterfactual')
    return {
      state: 'not_applicable',
      previous: null,
      change: null,
      coverage: { before: 0, now: figure.unitsCovered, asked: figure.unitsAsked, of: 'units' },
    };
  if (unitCode !== null) return decide([figure], 'units', figure);
  const units = values.filter((each) => each.code === code && each.unitCode !== null);
  if (units.length > 0) return decide(units, 'units', figure);
  const agreements = agreementFigures.filter((each) => each.code === code);
  return agreements.length > 0 ? decide(agreements, 'agreements', figure) : decide([figure], 'agreements', figure);
}

/** The same of one agreement's own figure in the return of all. */
export function agreementComparison(figure: AgreementFigure): Comparison {
  return decide([figure], 'agreements', figure);
}

/** Why nothing is compared, with both coverages; null where something is, or where there is nothing to compare with. */
export function unlikeText({ state, coverage: { before, now, asked } }: Comparison): Bilingual | null {
  if (state !== 'not_comparable') return null;
  const [was, is, all] = [before, now, asked].map(String);
  // As many, and not the same ones.
  const why =
    before === now
      ? { en: 'other units or agreements are covered', fr: 'unités ou ententes couvertes différentes' }
      : { en: 'coverage differs', fr: 'couverture différente' };
  return {
    en: `Not comparable: ${why.en} (${was} before, ${is} now, of ${all})`,
    fr: `Non comparable : ${why.fr} (${was} avant, ${is} maintenant, sur ${all})`,
  };
}

/** More than so many are counted, not listed. */
const listed = 3;

function unitList(codes: readonly string[]): Bilingual {
  const text = codes.join(', ');
  return codes.length > listed
    ? { en: `${String(codes.length)} units`, fr: `${String(codes.length)} unités` }
    : { en: text, fr: text };
}

function changedUnits({ joined, left }: NonNullable<Moved['unitsMoved']>): Bilingual {
  const [added, removed] = [unitList(joined), unitList(left)];
  const parts = [
    ...(joined.length > 0 ? [{ en: `${added.en} added`, fr: `ajout de ${added.fr}` }] : []),
    ...(left.length > 0 ? [{ en: `${removed.en} removed`, fr: `retrait de ${removed.fr}` }] : []),
  ];
  return { en: parts.map(({ en }) => en).join(', '), fr: parts.map(({ fr }) => fr).join(', ') };
}

const countThen = (count: number): Bilingual => ({
  en: `${String(count)} ${count === 1 ? 'unit' : 'units'} then`,
  fr: `${String(count)} ${count < 2 ? 'unité' : 'unités'} alors`,
});

const sameUnits = {
  en: '; both quarters count the units of now',
  fr: '; les deux trimestres comptent les unités actuelles',
};

/** Which units joined and left since the quarter before; null where none did. */
export function unitsMovedText({ units, unitsMoved }: Moved, both: Bilingual = sameUnits): Bilingual | null {
  if (!unitsMoved) return null;
  const [changed, then, is] = [changedUnits(unitsMoved), countThen(unitsMoved.before), String(units.length)];
  return {
    en: `Since the previous quarter: ${changed.en} (${then.en}, ${is} now)${both.en}`,
    fr: `Depuis le trimestre précédent : ${changed.fr} (${then.fr}, ${is} maintenant)${both.fr}`,
  };
}

const isTotalOfUnits = ({ unitCode }: Pick<IndicatorValue, 'unitCode'>, { state, coverage }: Comparison): boolean =>
  unitCode === null && coverage.of === 'units' && (state === 'comparable' || state === 'not_comparable');

/** The same for a total of units that is or would be compared with the quarter before; null for any other figure. */
export function movedText(
  content: Moved,
  figure: Pick<IndicatorValue, 'unitCode'>,
  comparison: Comparison,
): Bilingual | null {
  if (!isTotalOfUnits(figure, comparison)) return null;
  return unitsMovedText(content, comparison.state === 'comparable' ? sameUnits : { en: '', fr: '' });
}

/** The same in the narrow cell of a sheet, whose notes say it at length. */
export function shortComparisonNotes(
  { unitsMoved }: Moved,
  figure: Pick<IndicatorValue, 'unitCode'>,
  comparison: Comparison,
): readonly Bilingual[] {
  const { before, now, asked } = comparison.coverage;
  const [was, is, all] = [before, now, asked].map(String);
  const unlike = {
    en: `Not comparable: ${was} before, ${is} now, of ${all}`,
    fr: `Non comparable : ${was} avant, ${is} maintenant, sur ${all}`,
  };
  return [
    ...(comparison.state === 'not_comparable' ? [unlike] : []),
    ...(unitsMoved && isTotalOfUnits(figure, comparison) ? [changedUnits(unitsMoved)] : []),
  ];
}

/** Notes to the figure of the quarter before, or in its place. */
export function comparisonNotes(
  content: Moved,
  figure: Pick<IndicatorValue, 'unitCode'>,
  comparison: Comparison,
): readonly Bilingual[] {
  return [unlikeText(comparison), movedText(content, figure, comparison)].filter((each) => each !== null);
}
