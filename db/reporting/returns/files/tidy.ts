import { isFundedShare, isMoney } from '#contract/reporting/indicators';
import { agreementComparison, comparisonOf, movedText } from '#contract/reporting/comparison';
import type { Amounts } from '#contract/reporting/reconciliation';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import { figureCover } from '#contract/reporting/figureCover';
import { steadCodes, steadOf } from '#contract/reporting/stead';
import { staffCodes } from '../agreementFigures.ts';
import { ownCode } from '../../indicators/framework.ts';
import { breakdownLines } from '../breakdownLines.ts';
import { indicatorPeriod } from '../periods.ts';
import { sourced, tidyRow, unitCover, type TidyRow } from './tidyRow.ts';

/** What the framework of a return says of an indicator, as every row of it repeats it. */
function definitionFacts({ framework }: ReturnContent, code: string) {
  const definition = framework.indicators.find((each) => each.code === code);
  const plain = { en: code, fr: code };
  return {
    code,
    name: definition?.name ?? plain,
    measuredIn: definition?.unitOfMeasure ?? plain,
    version: definition?.version ?? framework.version,
    isMoney: isMoney(definition),
  };
}

/** As in the workbook and on paper: a value that is blank for another reason is not called missing. */
function statusOf(value: IndicatorValue): string {
  const stead = steadOf(value);
  return stead === null ? value.status : steadCodes[stead];
}

/** An indicator's row, a row for each category of its breakdown and, where it has a funded and a base part, a row for each. */
function indicatorRows(content: ReturnContent, value: IndicatorValue): readonly TidyRow[] {
  const facts = {
    ...definitionFacts(content, value.code),
    unitCode: value.unitCode,
    period: indicatorPeriod(ownCode(content.framework, value.code), content.quarter),
    status: statusOf(value),
    version: value.definitionVersion,
    // A total is marked where any unit of it is.
    source: sourced(value.calculation, figureRestsOnForm(content, value)),
    cover: figureCover(value),
  };
  const { numerator, denominator } = value;
  const comparison = comparisonOf(content, value);
  const whole = [
    tidyRow({
      ...facts,
      value: value.value,
      parts: [numerator, denominator],
      comparison,
      moved: movedText(content, value, comparison) ? content.unitsMoved : undefined,
      source: sourced(
        value.calculation,
        figureRestsOnForm(content, value),
        figureRestsOnForm(content, value, 'before'),
      ),
    }),
    ...breakdownLines(content, value).map((part) =>
      tidyRow({
        ...facts,
        by: [part.by, part.category],
        value: part.value,
        parts: [part.numerator, part.denominator],
        status: part.status,
        cover: { covered: part.unitsCovered, asked: part.unitsAsked, of: 'units' },
      }),
    ),
  ];
  const definition = content.framework.indicators.find((each) => each.code === value.code);
  if (!definition || !isFundedShare(definition) || numerator === null || denominator === null) return whole;
  return [
    ...whole,
    tidyRow({ ...facts, by: ['funding', 'funded'], value: numerator }),
    tidyRow({ ...facts, by: ['funding', 'base'], value: denominator - numerator }),
  ];
}

/** Of a figure that is both computed and entered, the two and the difference between them. */
function reconciliationRows(content: ReturnContent, value: IndicatorValue): readonly TidyRow[] {
  const found = content.reconciliation.find((each) => each.code === value.code && each.unitCode === value.unitCode);
  if (!found) return [];
  const { computed, entered, difference } = found;
  const facts = {
    ...definitionFacts(content, value.code),
    unitCode: value.unitCode,
    period: indicatorPeriod(ownCode(content.framework, value.code), content.quarter),
    version: value.definitionVersion,
  };
  const amountRow = (category: string, source: string, { numerator, denominator, ...amount }: Amounts): TidyRow =>
    tidyRow({
      ...facts,
      ...amount,
      by: ['collection', category],
      parts: [numerator, denominator],
      source,
      cover: unitCover(amount.value),
    });
  return [
    amountRow('computed', 'computed', computed),
    amountRow('entered', 'entered', entered),
    tidyRow({
      ...facts,
      by: ['collection', 'difference'],
      value: difference,
      status: difference === null ? 'not_available' : 'complete',
      source: `reconciliation_${found.state}`,
      cover: unitCover(difference),
    }),
  ];
}

/** What a sum over agreements is made of. */
function agreementRows(content: ReturnContent, code: string): readonly TidyRow[] {
  return content.agreementFigures
    .filter((each) => each.code === code)
    .map((figure) => {
      const { agreementCode, value, numerator, denominator, status, packId, unsigned, previousUnsigned } = figure;
      const comparison = agreementComparison(figure);
      return tidyRow({
        ...definitionFacts(content, code),
        unitCode: null,
        period: indicatorPeriod(ownCode(content.framework, code), content.quarter),
        by: ['agreement', agreementCode],
        value,
        parts: [numerator, denominator],
        status,
        source: sourced(
          packId !== null
            ? 'received_return'
            : staffCodes.includes(ownCode(content.framework, code))
              ? 'units'
              : 'funding',
          unsigned === true,
          previousUnsigned === true,
        ),
        cover:
          comparison.coverage.of === 'units'
            ? { covered: comparison.coverage.now, asked: comparison.coverage.asked, of: 'units' }
            : { covered: value === null ? 0 : 1, asked: 1, of: 'agreements' },
        comparison,
      });
    });
}

export function indicatorTable(content: ReturnContent): readonly TidyRow[] {
  return content.values.flatMap((value) => [
    ...indicatorRows(content, value),
    ...reconciliationRows(content, value),
    ...(value.unitCode === null ? agreementRows(content, value.code) : []),
  ]);
}
