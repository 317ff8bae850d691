import { ledgerTerm } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { restsOnForm } from '#contract/reporting/unsigned';
import { backlogMovements } from '#contract/words/terms';
import { codeWord } from '#contract/words/codes';
import { backlogUnit, isStock, unitOfMeasure } from '../../indicators/measureUnits.ts';
import { monthPeriod, openingPeriod, stockPeriod, type PeriodColumns } from '../periods.ts';
import { sourced, tidyRow, unitCover, type TidyRow } from './tidyRow.ts';

export function ledgerTable(content: ReturnContent): readonly TidyRow[] {
  return content.ledger.flatMap(({ unitCode, month, line }) => {
    const unsigned = restsOnForm(content.checks, unitCode);
    const cells: readonly (readonly [string, number | null])[] = [
      ['opening', line.opening],
      ...ledgerTerm.options.map((term) => [term, line.terms[term]] as const),
      ['closing', line.closing],
    ];
    const periods: Readonly<Record<string, PeriodColumns>> = {
      opening: openingPeriod(month),
      closing: stockPeriod(month),
    };
    return cells.map(([category, value]) =>
      tidyRow({
        code: 'LEDGER',
        name: backlogMovements,
        unitCode,
        period: periods[category] ?? monthPeriod(month),
        by: ['ledger', category],
        value,
        status: value === null ? 'not_available' : 'complete',
        version: content.framework.version,
        source: sourced('ledger', unsigned),
        measuredIn: backlogUnit,
        cover: unitCover(value),
      }),
    );
  });
}

/** When a cell of the panel is of: an opening is of the first day of its month, staff in post of its last. */
function panelPeriod(month: Month, measure: string): PeriodColumns {
  if (measure === 'backlog_opening') return openingPeriod(month);
  return isStock(measure) ? stockPeriod(month) : monthPeriod(month);
}

export function panelTable(content: ReturnContent): readonly TidyRow[] {
  return content.panel.map(({ unitCode, month, measure, value, status, source, unsigned }) =>
    tidyRow({
      code: measure,
      name: codeWord('measure', measure),
      unitCode,
      period: panelPeriod(month, measure),
      value,
      status,
      version: content.framework.version,
      source: sourced(source, unsigned === true),
      measuredIn: unitOfMeasure(measure),
      cover: unitCover(value),
    }),
  );
}
