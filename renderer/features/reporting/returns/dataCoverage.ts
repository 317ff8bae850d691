import { ledgerTerm, outcomeMeasure, staffingMeasure, type ValueStatus } from '#contract/ground/codes';
import { quarterMonths, type Month } from '#contract/ground/dates';
import type { PackId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';

export type Covered = Exclude<ValueStatus, 'zero_confirmed'>;

export interface UnitCoverage {
  readonly code: string;
  readonly name: ReturnContent['units'][number]['name'];
  readonly service: string;
  readonly months: readonly { readonly month: Month; readonly counts: Covered; readonly staffing: Covered }[];
  readonly packs: readonly { readonly id: PackId; readonly workspaceName: string }[];
}

const counted: readonly string[] = [...ledgerTerm.options, ...outcomeMeasure.options];
const staffing: readonly string[] = staffingMeasure.options;

/** The worst of what is asked: one measure that is missing leaves the month incomplete. */
function worstOf(statuses: readonly (ValueStatus | undefined)[]): Covered {
  const missing = statuses.filter((status) => status === undefined || status === 'not_available').length;
  if (missing === statuses.length) return 'not_available';
  return missing > 0 || statuses.includes('partial') ? 'partial' : 'complete';
}

/** What the packs hold of each unit in the quarter, month by month. */
export function dataCoverageOf(content: ReturnContent): readonly UnitCoverage[] {
  const cells = new Map(content.panel.map((cell) => [`${cell.unitCode} ${cell.month} ${cell.measure}`, cell.status]));
  const names = new Map(content.packs.map((pack) => [pack.id, pack.workspaceName]));
  return content.units.map(({ code, name, service }) => {
    const worst = (month: Month, measures: readonly string[]) =>
      worstOf(measures.map((measure) => cells.get(`${code} ${month} ${measure}`)));
    const packIds = new Set(
      content.values.filter((value) => value.unitCode === code).flatMap((value) => value.packIds),
    );
    return {
      code,
      name,
      service,
      months: quarterMonths(content.quarter).map((month) => ({
        month,
        counts: worst(month, counted),
        staffing: worst(month, staffing),
      })),
      packs: [...packIds].map((id) => ({ id, workspaceName: names.get(id) ?? '' })),
    };
  });
}
