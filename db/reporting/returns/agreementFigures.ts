import { periodOf, type Period } from '#contract/ground/period';
import type { PackId } from '#contract/ground/ids';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { comparisonOf, coversTheSame, unlikeUnits } from '#contract/reporting/comparison';
import type { AgreementFigure, IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { clean } from '../../ground/kernel/clean.ts';
import { sum } from '../../estimator/numbers.ts';
import { fundingIndicators, type FundingFigure } from '../funding/figures.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { HeldFunding } from '../funding/held.ts';
import { codesFor, computedCode, ownCode } from '../indicators/framework.ts';
import { figureOf, totalOf, type ReturnUnit } from './values.ts';

/** An agreement as its figures name it. */
export type NamedAgreement = Pick<AgreementFigure, 'agreementId' | 'agreementCode' | 'recipient'>;

const codes = Object.keys(fundingIndicators);
/** What agreements say of their units together: staff in post and overtime. */
export const staffCodes: readonly string[] = ['S1', 'O1'];
const reported = [...staffCodes, ...codes];
const unknown: FundingFigure = { value: null, numerator: null, denominator: null, status: 'not_available' };

/** Of an agreement whose registers are kept here. */
export function figuresOfRegisters(
  named: NamedAgreement,
  held: HeldFunding,
  period: Period,
): readonly AgreementFigure[] {
  return Object.entries(fundingIndicators).map(([code, figure]) => ({
    ...named,
    code,
    ...figure(held, period),
    previous: figure(held, periodOf(period.previous)).value,
    packId: null,
  }));
}

/** An agreement kept here with the units that it funds in the quarter. */
export interface AgreementOfUnits {
  readonly named: NamedAgreement;
  readonly unitIds: ReadonlySet<string>;
}

/** Staff in post and overtime of an agreement kept here, as its units' figures add up. */
export function staffOfAgreement(
  { named, unitIds }: AgreementOfUnits,
  units: readonly Pick<ReturnUnit, 'id' | 'figures' | 'previous'>[],
  framework: Pick<ReturnContent['framework'], 'indicators'>,
): readonly AgreementFigure[] {
  const own = units.filter(({ id }) => unitIds.has(id));
  return staffCodes.map((code) => {
    // Units have their figures under the codes of the framework.
    const [asked = code] = codesFor(framework, code);
    const { value, numerator, denominator, status } = totalOf(own.map(({ figures }) => figureOf(figures, asked)));
    const before = own.map((unit) => figureOf(unit.previous, asked));
    const sides = own.map((unit, index) => ({
      value: figureOf(unit.figures, asked)?.value ?? null,
      previous: before[index]?.value ?? null,
    }));
    const unlike = unlikeUnits(sides.map((side) => ({ before: side.previous !== null, now: side.value !== null })));
    const compared = coversTheSame(sides)
      ? { previous: totalOf(before).value }
      : { previous: null, ...(unlike && { unlike }) };
    return { ...named, code, value, numerator, denominator, status, ...compared, packId: null };
  });
}

/** Of an agreement that should have sent its return and has not: what is not known is said, never left out. */
export function figuresOfAbsent(named: NamedAgreement): readonly AgreementFigure[] {
  return reported.map((code) => ({ ...named, code, ...unknown, previous: null, packId: null }));
}

export type ReceivedContent = Pick<ReturnContent, 'agreement' | 'framework' | 'values' | 'agreementFigures'>;

/** By the codes of the framework that asks for them; what it does not ask for keeps ours. */
export function underFramework(
  framework: Pick<ReturnContent['framework'], 'indicators'>,
  figures: readonly AgreementFigure[],
): AgreementFigure[] {
  return figures.flatMap((each) => {
    const asked = codesFor(framework, each.code);
    return asked.length === 0 ? [each] : asked.map((code) => ({ ...each, code }));
  });
}

/** A total of which the units are not those of the quarter before has no previous figure, in returns locked before that rule as well. */
function unlikeIn(content: ReceivedContent, total: IndicatorValue): Partial<AgreementFigure> {
  const { state, coverage } = comparisonOf(content, total);
  if (state !== 'not_comparable' || coverage.of !== 'units') return {};
  return { previous: null, unlike: pick(coverage, 'before', 'now', 'asked') };
}

/** Of a received return. One that was itself of several agreements speaks for each of them. */
export function figuresOfReturn(content: ReceivedContent, packId: PackId): readonly AgreementFigure[] {
  const { framework } = content;
  if (content.agreementFigures.length > 0)
    return content.agreementFigures.map((each) => ({ ...each, code: ownCode(framework, each.code), packId }));
  const { id, code: agreementCode, recipient } = content.agreement;
  return reported.map((code) => {
    const said = content.values.find((each) => ownCode(framework, each.code) === code && each.unitCode === null);
    const { value, numerator, denominator, status } = said ?? unknown;
    const compared = { previous: said?.previous ?? null, ...(said && unlikeIn(content, said)) };
    const { unsigned, previousUnsigned } = said ?? {};
    const marks = { ...(unsigned && { unsigned }), ...(previousUnsigned && { previousUnsigned }) };
    const figure = { code, value, numerator, denominator, status, ...compared, ...marks };
    return { agreementId: id, agreementCode, recipient, ...figure, packId };
  });
}

/** An agreement counts once, as the last of the lists that speak of it says. */
export function onceEach(lists: readonly (readonly AgreementFigure[])[]): AgreementFigure[] {
  const last = new Map(lists.flat().map((each) => [`${each.agreementId} ${each.code}`, each]));
  return [...last.values()].sort(
    (a, b) => reported.indexOf(a.code) - reported.indexOf(b.code) || (a.agreementCode < b.agreementCode ? -1 : 1),
  );
}

/** The agreements' figures added up; null for an indicator that agreements do not have. */
export function agreementsValue(
  definition: IndicatorDefinition,
  figures: readonly AgreementFigure[],
): IndicatorValue | null {
  const code = computedCode(definition);
  if (code === null || !codes.includes(code)) return null;
  const own = figures.filter((each) => each.code === code);
  const { packIds, unitsCovered, ...total } = totalOf(
    own.map(({ packId, ...figure }) => ({
      ...figure,
      parts: [],
      calculation: 'funding',
      packIds: packId === null ? [] : [packId],
    })),
  );
  const before = own.flatMap(({ previous }) => previous ?? []);
  const isLike = before.length > 0 && coversTheSame(own);
  return {
    code: definition.code,
    unitCode: null,
    ...total,
    parts: [],
    breakdowns: [],
    entered: null,
    // Units have no part in it.
    unitsCovered: 0,
    unitsAsked: 0,
    agreements: { covered: unitsCovered, asked: own.length },
    definitionVersion: definition.version,
    packIds: packIds as PackId[],
    calculation: 'agreements',
    previous: isLike ? clean(sum(before)) : null,
  };
}
