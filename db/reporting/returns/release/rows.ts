import {
  type ReleaseContent,
  type ReleasedCount,
  type ReleasedTime,
  type Shown,
  avoidedQuantile,
  ledgerCategory,
} from './content.ts';
import type { ReturnContent } from '#contract/reporting/returns';
import { restsOnForm } from '#contract/reporting/unsigned';
import { backlogMovements } from '#contract/words/terms';
import { backlogUnit } from '../../indicators/measureUnits.ts';
import { indicatorPeriod, monthPeriod, quarterPeriod, type PeriodColumns } from '../periods.ts';
import { tidyRow, type TidyRow } from '../files/tidyRow.ts';
import { indicatorName } from '#contract/reporting/indicators';
import { ownCode } from '../../indicators/framework.ts';
import { isFromForm } from './fromForm.ts';
import { avoidedStatus, markedSource, movementStatus } from './marks.ts';

type Facts = Parameters<typeof tidyRow>[0];

/** `suppression` says what was done to a value: `x` suppressed, `rounded_3` and `rounded_5` rounded to that base, blank as it is. */
function row(
  facts: Omit<Facts, 'value'>,
  { value, mark }: Shown,
  rounding: string | null,
  parts: ReleasedCount['parts'] = null,
): TidyRow {
  const treatment = mark === 'x' ? 'x' : value === null ? null : rounding;
  const out = [parts?.numerator.value ?? null, parts?.denominator.value ?? null] as const;
  return { ...tidyRow({ ...facts, value, parts: out }), suppression: treatment };
}

const roundedTo = ({ base }: ReleaseContent): string => `rounded_${base}`;
const treatmentOf = (release: ReleaseContent): string | null =>
  release.method === 'rounding' ? roundedTo(release) : null;

function figureFacts(content: ReturnContent, figure: Omit<ReleasedTime, 'shown'>): Omit<Facts, 'value'> {
  const { code, unitCode, status, definitionVersion, calculation } = figure;
  const name = indicatorName(content.framework, code);
  const period = indicatorPeriod(ownCode(content.framework, code), content.quarter);
  const { unitsCovered: covered, unitsAsked: asked } = figure;
  return {
    code,
    name,
    unitCode,
    period,
    status,
    version: definitionVersion,
    source: markedSource(content, calculation, isFromForm(content, figure)),
    measuredIn: content.framework.indicators.find((each) => each.code === code)?.unitOfMeasure ?? name,
    cover: { covered, asked, of: 'units' },
  };
}

function avoidedRows(content: ReturnContent, release: ReleaseContent): readonly TidyRow[] {
  const definition = content.framework.indicators.find((each) => each.code === 'K1');
  const { avoided } = release;
  if (!avoided) return [];
  return avoidedQuantile.options.flatMap((quantile) => {
    const value = avoided.quantiles[quantile];
    // No median where the evidence carries no single figure: only the interval is given.
    if (value === null) return [];
    const facts = {
      code: 'K1',
      name: definition?.name ?? { en: 'K1', fr: 'K1' },
      unitCode: null,
      period: indicatorPeriod('K1', content.quarter),
      by: ['avoided', quantile] as const,
      status: avoidedStatus(avoided),
      version: definition?.version ?? content.framework.version,
      source: markedSource(content, 'counterfactual', restsOnForm(content.checks, null)),
      measuredIn: backlogUnit,
      cover: { covered: avoided.unitsCovered, asked: avoided.unitsAsked, of: 'units' as const },
    };
    return [row(facts, { value, mark: '' }, roundedTo(release))];
  });
}

/** `indicators.csv` of a release: counts and times by unit and for the agreement, its categories, its staff, the interval of its backlog avoided. */
export function releasedIndicators(content: ReturnContent, release: ReleaseContent): readonly TidyRow[] {
  return [
    ...release.counts.map((each) => row(figureFacts(content, each), each.shown, treatmentOf(release), each.parts)),
    ...(release.categories ?? []).map((each) =>
      row({ ...figureFacts(content, each), by: [each.by, each.category] }, each.shown, treatmentOf(release)),
    ),
    ...release.times.map((each) => row(figureFacts(content, each), each.shown, null)),
    ...release.staff.flatMap((each) => {
      const facts = figureFacts(content, each);
      return [
        row(facts, each.shown, null),
        row({ ...facts, by: ['funding', 'funded'] }, each.funded, null),
        row({ ...facts, by: ['funding', 'base'] }, each.base, null),
      ];
    }),
    ...avoidedRows(content, release),
  ];
}

/** `ledger.csv` of a release: the quarter by unit and for the agreement, and the agreement's months. */
export function releasedLedger(content: ReturnContent, release: ReleaseContent): readonly TidyRow[] {
  return release.ledger.flatMap((line) => {
    const { unitCode, month, unitsCovered, cells } = line;
    const period: PeriodColumns = month === null ? quarterPeriod(content.quarter) : monthPeriod(month);
    return ledgerCategory.options.map((category) => {
      const shown = cells[category];
      const facts = {
        code: 'LEDGER',
        name: backlogMovements,
        unitCode,
        period,
        by: ['ledger', category] as const,
        status: movementStatus(content, line, shown),
        version: content.framework.version,
        source: markedSource(content, 'ledger', restsOnForm(content.checks, unitCode)),
        measuredIn: backlogUnit,
        cover: { covered: unitsCovered, asked: unitCode === null ? content.units.length : 1, of: 'units' as const },
      };
      return row(facts, shown, treatmentOf(release));
    });
  });
}
