import type { Measure } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { firstDayOf, type Month, type Quarter } from '#contract/ground/dates';
import type { UnitStock } from '#contract/reporting/indicators';
import { unitFigures } from '../../indicators/figures.ts';
import { framework } from '../../indicators/framework.ts';
import { panelOf } from '../../../ledger/unitMonths/panel.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { packFigureOf, packPayload, type PackCell, type PackPayload } from '../../packs/format.ts';
import { isConsistent, type VerifiedPack } from '../../packs/verify.ts';
import { isFictitious, isFormMark, isStaffing } from './form.ts';

export interface KitUnit {
  readonly mark: string;
  readonly id: string;
  readonly quarter: Quarter;
  readonly code: string;
  readonly name: Bilingual;
  readonly service: string;
  readonly definition: string;
  readonly opening: number | null;
  /** Open files at the end as the unit counted them; compared with the balance where the form is read. */
  readonly closing: number | null;
  /** Age and time of its files; null where the form says nothing of them. */
  readonly stock: UnitStock | null;
}

export interface KitMonth {
  readonly month: Month;
  readonly isPartial: boolean;
  readonly values: readonly { readonly measure: Measure; readonly value: number | null }[];
}

/** Blank is not available; a zero that was written is a zero that somebody confirmed. */
function statusOf(value: number | null, isPartial: boolean): PackCell['status'] {
  if (value === null) return 'not_available';
  if (isPartial) return 'partial';
  return value === 0 ? 'zero_confirmed' : 'complete';
}

function cellsOf({ id, opening }: KitUnit, months: readonly KitMonth[]) {
  const cell = (month: Month, measure: Measure, value: number | null, isPartial: boolean) => ({
    unitId: id,
    month,
    measure,
    value,
    status: statusOf(value, isPartial),
    source: 'declared' as const,
  });
  const first = months.reduce<Month | null>(
    (least, { month }) => (least === null || month < least ? month : least),
    null,
  );
  return [
    ...(first === null || opening === null ? [] : [cell(first, 'backlog_opening', opening, false)]),
    ...months.flatMap(({ month, isPartial, values }) =>
      values.map(({ measure, value }) => cell(month, measure, value, isPartial && !isStaffing(measure))),
    ),
  ];
}

const statement = {
  en: 'As stated in the form of a unit without Vigie, which nothing signs.',
  fr: 'Selon le formulaire d’une unité sans Vigie, que rien ne signe.',
};

/** What a filled form says, in the form of a pack; null where it does not hang together. */
export function payloadOfKit(
  unit: KitUnit,
  months: readonly KitMonth[],
  savedAt: number,
): Pick<VerifiedPack, 'payload' | 'signedText'> | null {
  const { mark, id, quarter, code, name, service, definition, stock } = unit;
  if (!isFormMark(mark)) return null;
  const panel = cellsOf(unit, months);
  const own = panelOf(panel.map((each) => ({ ...each, packId: null }))).of(id);
  const first = panel[0]?.month;
  const parsed = packPayload.safeParse({
    workspace: { id, name: code, demonstration: isFictitious(mark) },
    quarter,
    exportedAt: savedAt,
    auditHead: '',
    application: applicationVersion,
    schema: mark,
    units: [{ id, code, name, service }],
    countingRules: first
      ? [{ unitId: id, validFrom: firstDayOf(first), backlogDefinition: definition, statement }]
      : [],
    panel,
    indicators: unitFigures(own, quarter, undefined, stock && { stock, packId: null }).map((figure) =>
      packFigureOf(figure, code),
    ),
    stock: stock ? [{ unitId: id, stock }] : [],
    notReviewed: null,
    framework,
  } satisfies Record<keyof PackPayload, unknown>);
  if (!parsed.success || !isConsistent(parsed.data)) return null;
  return { payload: parsed.data, signedText: canonicalJson(parsed.data) };
}
