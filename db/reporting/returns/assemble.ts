import type { Month, Quarter } from '#contract/ground/dates';
import { periodOf, type Period } from '#contract/ground/period';
import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { AgreementId, PackId, UnitId } from '#contract/ground/ids';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { returnContent, type IndicatorValue, type ReturnContent } from '#contract/reporting/returns';
import { unitFigures } from '../indicators/figures.ts';
import { computedCode } from '../indicators/framework.ts';
import { unitLines } from '../indicators/ledgerChain.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { PanelCell } from '../../ledger/unitMonths/panel.ts';
import { agreementFacts } from '../agreements/facts.ts';
import { agreementsValue, onceEach, staffOfAgreement, underFramework } from './agreementFigures.ts';
import { avoidedValues } from './avoided.ts';
import { unsignedSources } from '../packs/unsigned.ts';
import { checkReturn } from './checks.ts';
import { checksOfConsolidated } from './consolidated.ts';
import type { CheckInput } from './finding.ts';
import { fundingValue, withPositions } from './fundingValues.ts';
import type { Snapshot } from './locked.ts';
import { markedFigures } from './markedFigures.ts';
import { namedCategories } from './namedCategories.ts';
import type { Figures } from './restatement/differences.ts';
import { reconciliationOf } from './reconciliation.ts';
import { textsFor } from './textsForReturn.ts';
import { readInputs, type ReturnInputs } from './inputs.ts';
import { countedValues, figuresUnder, type ReturnUnit } from './values.ts';

/** Gives the estimate for the units that the agreement funds; asked only where the agreement wants it. Null leaves it out. */
export type Estimator = (unitIds: readonly UnitId[], lastMonth: Month) => Promise<PublishedEstimate | null>;

function returnUnits(
  { units, panel, funding, stock, stockBefore, entered, enteredBefore }: ReturnInputs,
  definitions: readonly IndicatorDefinition[],
  period: Period,
): readonly ReturnUnit[] {
  const { quarter, previous } = period;
  return units.map(({ id, code }) => {
    const own = panel.of(id);
    const lines = unitLines(own, quarter);
    return {
      id,
      code,
      cells: own,
      lines,
      figures: figuresUnder(
        definitions,
        withPositions(unitFigures(own, quarter, lines, stock.get(id)), funding, id, period),
        entered.get(id),
      ),
      previous: figuresUnder(
        definitions,
        withPositions(unitFigures(own, previous, lines, stockBefore.get(id)), funding, id, periodOf(previous)),
        enteredBefore.get(id),
      ),
      told: stock.get(id)?.stock.breakdowns ?? [],
    };
  });
}

function ledgerOf(units: readonly ReturnUnit[], { months }: Period): ReturnContent['ledger'] {
  return units.flatMap(({ code, lines }) =>
    lines.filter(({ month }) => months.includes(month)).map(({ month, line }) => ({ unitCode: code, month, line })),
  );
}

function panelOf(units: readonly ReturnUnit[], packs: ReturnInputs['packs']): ReturnContent['panel'] {
  const key = ({ month, measure }: PanelCell): string => `${month} ${measure}`;
  return units.flatMap(({ code, cells }) => {
    const isUnsigned = unsignedSources(packs, code);
    return [...cells.all]
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map((cell) => ({
        unitCode: code,
        ...pick(cell, 'month', 'measure', 'value', 'status', 'source'),
        ...(isUnsigned(cell) && { unsigned: true as const }),
      }));
  });
}

function valuesOf(
  definitions: readonly IndicatorDefinition[],
  units: readonly ReturnUnit[],
  counterfactual: PublishedEstimate | null,
  { funding, agreementFigures }: ReturnInputs,
  period: Period,
): ReturnContent['values'] {
  const agreementValue = (definition: IndicatorDefinition): IndicatorValue | null =>
    agreementFigures
      ? agreementsValue(definition, agreementFigures)
      : fundingValue(definition, funding, period, units.length);
  return definitions.flatMap((definition) => {
    if (computedCode(definition) === 'K1')
      return counterfactual ? avoidedValues(definition.version, counterfactual, period.lastMonth) : [];
    return agreementValue(definition) ?? countedValues(definition, units);
  });
}

/**
 * The framework of a return lists what the return reports: what the agreement demands, and the backlog avoided only where it asks for it.
 * A version that restates another keeps the definitions that were locked.
 */
function frameworkFor({ agreement, framework }: ReturnInputs, before: Snapshot | null): ReturnContent['framework'] {
  if (before) return before.content.framework;
  const { version, indicators } = framework;
  return {
    version,
    indicators: indicators.filter((each) =>
      computedCode(each) === 'K1'
        ? agreement.asksBacklogAvoided
        : agreement.indicators === null || agreement.indicators.includes(each.code),
    ),
  };
}

function stockOf(units: readonly ReturnUnit[], { stock }: ReturnInputs): ReturnContent['stock'] {
  return units.flatMap(({ id, code }) => {
    const held = stock.get(id);
    return held ? [{ unitCode: code, stock: held.stock }] : [];
  });
}

function sourcesOf({ packs }: ReturnInputs): ReturnContent['packs'] {
  return packs
    .filter((each) => each.used)
    .map(({ id, kind, workspaceName, sha256, fingerprint }) => ({
      id: id as PackId,
      kind,
      workspaceName,
      sha256,
      fingerprint,
    }));
}

/** How the units differ from those of the quarter before; nothing where they are the same. */
function movedUnits({ units, unitsBefore }: ReturnInputs): Pick<ReturnContent, 'unitsMoved'> {
  if (!unitsBefore) return {};
  const now = units.map(({ code }) => code);
  const joined = now.filter((code) => !unitsBefore.includes(code));
  const left = unitsBefore.filter((code) => !now.includes(code));
  if (joined.length + left.length === 0) return {};
  return { unitsMoved: { joined, left, before: unitsBefore.length } };
}

function checksFor({ consolidated }: ReturnInputs, input: CheckInput): ReturnContent['checks'] {
  const checks = checkReturn(input);
  return consolidated ? checksOfConsolidated(checks) : checks;
}

/** What agreements say of themselves, and what their units say of them together. */
function agreementFiguresIn(
  { agreementFigures, agreementsOfUnits }: ReturnInputs,
  units: readonly ReturnUnit[],
  definitions: ReturnContent['framework'],
): ReturnContent['agreementFigures'] {
  if (!agreementFigures) return [];
  const ofUnits = agreementsOfUnits.map((each) => staffOfAgreement(each, units, definitions));
  return underFramework(definitions, onceEach([agreementFigures, ...ofUnits]));
}

/** What came after all is received, whatever was decided while it was awaited. */
const stillAwaited = (
  { notReceived }: Pick<ReturnContent, 'notReceived'>,
  checks: ReturnContent['checks'],
): ReturnContent['notReceived'] =>
  notReceived.filter(({ unitCode }) =>
    checks.some((each) => each.code === 'pack_missing' && each.unitCode === unitCode),
  );

/**
 * Makes a return's content from the present packs and texts. Nothing of the moment is in it: the same packs and texts give the same bytes.
 * `before` is the version that it restates.
 */
export async function assembleContent(
  db: ReadDb,
  agreementId: AgreementId,
  quarter: Quarter,
  estimate: Estimator,
  before: Snapshot | null = null,
): Promise<ReturnContent> {
  const period = periodOf(quarter);
  const inputs = await readInputs(db, agreementId, period);
  const { agreement, registers: funding } = inputs;
  const languages = agreement.languages;
  const definitions = frameworkFor(inputs, before);
  const units = returnUnits(inputs, definitions.indicators, period);
  const unitIds = units.map((each) => each.id);
  const asks = agreement.asksBacklogAvoided && units.length > 0;
  const counterfactual = asks ? await estimate(unitIds, period.lastMonth) : null;
  const figures: Figures = {
    values: valuesOf(definitions.indicators, units, counterfactual, inputs, period),
    ledger: ledgerOf(units, period),
    panel: panelOf(units, inputs.packs),
    agreementFigures: agreementFiguresIn(inputs, units, definitions),
    funding,
    quarter,
  };
  const texts = await textsFor(db, agreementId, quarter, figures, before);
  const checks = checksFor(inputs, {
    quarter,
    units,
    packs: inputs.packs,
    ...pick(agreement, 'asksBacklogAvoided', 'endsOn'),
    counterfactual,
    reportedClosing: inputs.reportedClosing,
    indicators: definitions.indicators,
    demanded: agreement.indicators,
    languages,
    texts,
    funding,
  });
  const content = returnContent.parse({
    schemaVersion: '1',
    agreement: agreementFacts(inputs.agreement),
    consolidated: inputs.consolidated,
    marking: await getSetting(db, 'marking'),
    demonstration: (await getSetting(db, 'workspace')).demonstration,
    framework: definitions,
    units: inputs.units.map(({ id, code, name, service }) => ({ id, code, name, service })),
    ...movedUnits(inputs),
    ...figures,
    categories: namedCategories(figures.values, definitions.indicators, period),
    reconciliation: reconciliationOf(definitions.indicators, figures.values, languages),
    stock: stockOf(units, inputs),
    ...texts,
    notReceived: stillAwaited(texts, checks),
    rules: inputs.rules,
    counterfactual,
    packs: sourcesOf(inputs),
    checks,
  } satisfies ReturnContent);
  return { ...content, ...markedFigures(content, inputs.agreementsOfUnits) };
}
