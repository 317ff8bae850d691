import { expect } from 'vitest';
import type { Measure } from '#contract/ground/codes';
import { previousQuarter, type CivilDate, type Month, type Quarter } from '#contract/ground/dates';
import { framework } from '../../db/reporting/indicators/framework.ts';
import { unitFigures } from '../../db/reporting/indicators/figures.ts';
import { unitLines } from '../../db/reporting/indicators/ledgerChain.ts';
import { checkReturn } from '../../db/reporting/returns/checks.ts';
import type { CheckInput, Texts } from '../../db/reporting/returns/finding.ts';
import type { ReturnUnit } from '../../db/reporting/returns/values.ts';
import { panelOf, type PanelCell } from '../../db/ledger/unitMonths/panel.ts';
import { newSender, quarterTwo, usualStock, wholeCells } from './packs.ts';

/** What becomes of a cell: the cell as it is, changed, or gone. */
export type Change = (cell: PanelCell) => PanelCell | null;
export const same: Change = (cell) => cell;
export const change = (target: Measure, month: string, by: Partial<PanelCell> | null): Change => {
  return (cell) => (cell.measure === target && cell.month === month ? by && { ...cell, ...by } : cell);
};

export function unitWith(code: string, by: Change = same, extra: readonly Partial<PanelCell>[] = []): ReturnUnit {
  const { unitId } = newSender(code);
  const whole = wholeCells(unitId, '2026-01' as Month, '2026-09' as Month).map((cell) => ({ ...cell, packId: 'own' }));
  const cells = [...whole.flatMap((cell) => by(cell) ?? []), ...extra.map((each) => ({ ...whole[0]!, ...each }))];
  const own = panelOf(cells).of(unitId);
  const lines = unitLines(own, quarterTwo);
  const said = { stock: usualStock, packId: 'own' };
  return {
    id: unitId,
    code,
    cells: own,
    lines,
    figures: unitFigures(own, quarterTwo, lines, said),
    previous: unitFigures(own, previousQuarter(quarterTwo), lines, said),
    told: [],
  };
}

export const pack = (id: string, quarter: Quarter, superseded = false) => ({
  id,
  workspaceId: 'service',
  quarter,
  superseded,
  kind: 'pack' as const,
});

export const inBoth = { en: 'Because.', fr: 'Parce que.' };
const on = '2026-10-15' as CivilDate;

/** A return of which everything is written but the explanations. */
export const written: Texts = {
  explanations: [],
  notReceived: [],
  narrative: { progress: inBoth, risks: inBoth, events: inBoth },
  attestations: [
    { role: 'unit', name: 'A. Exemple', title: 'Inspector', on },
    { role: 'finance', name: 'B. Exemple', title: 'Comptroller', on },
  ],
  actualsStatus: 'final',
  restatement: null,
};

export function found(units: readonly ReturnUnit[], changes: Partial<CheckInput> = {}) {
  return checkReturn({
    funding: null,
    quarter: quarterTwo,
    units,
    packs: [pack('own', quarterTwo)],
    asksBacklogAvoided: false,
    counterfactual: null,
    reportedClosing: null,
    endsOn: '2027-03-31',
    indicators: framework.indicators,
    demanded: null,
    languages: ['en', 'fr'],
    texts: written,
    ...changes,
  });
}

export const line = (code: string, blocking: boolean, facts: object = {}) => ({
  code,
  blocking,
  unitCode: 'U01',
  months: [],
  measures: [],
  languages: [],
  part: null,
  compared: [],
  mend: expect.any(String) as string,
  ...facts,
});

export const unexplained = (measure: string, facts: object = {}) =>
  line('large_change', true, { measures: [measure], languages: ['en', 'fr'], mend: 'explain', ...facts });

export const moreArrests = change('arrests', '2026-08', { value: 8 });
