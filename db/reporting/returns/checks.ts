import { quarterRank } from '#contract/ground/dates';
import { missingIn } from '#contract/reporting/returnTexts';
import { periodOf } from '#contract/ground/period';
import type { Check } from '#contract/reporting/returns';
import { amendmentChecks } from './amendmentChecks.ts';
import { breakdownChecks } from './breakdownChecks.ts';
import { changeChecks, reportedChecks, totalChangeChecks } from './changeChecks.ts';
import { unsignedSources } from '../packs/unsigned.ts';
import { finding, type CheckInput } from './finding.ts';
import { varianceChecks } from './fundingValues.ts';
import { entryChecks, reportChecks } from './reportChecks.ts';
import { ledgerChecks, monthChecks, staffingChecks } from './monthChecks.ts';
import { staffDifferences } from './staffChecks.ts';
import { textChecks } from './textChecks.ts';
import type { ReturnUnit } from './values.ts';

/** Somebody gave the reason, in each language that the agreement asks for, why the return is made without the unit. */
function isExcluded(
  unitCode: string,
  { notReceived }: CheckInput['texts'],
  languages: CheckInput['languages'],
): boolean {
  const found = notReceived.find((each) => each.unitCode === unitCode);
  return found !== undefined && missingIn(found.why, languages).length === 0;
}

/** A later quarter's pack carries the months before it, so it answers for this quarter too. */
function packChecks(unit: ReturnUnit, { packs, quarter, texts, languages }: CheckInput): readonly Check[] {
  const { months } = periodOf(quarter);
  const idsIn = (cells: ReturnUnit['cells']['all']): ReadonlySet<string | null> =>
    new Set(cells.map((cell) => cell.packId));
  const ofUnit = packs.filter((each) => idsIn(unit.cells.all).has(each.id));
  if (!ofUnit.some((each) => quarterRank(each.quarter) >= quarterRank(quarter)))
    return [
      finding(unit.code, {
        code: 'pack_missing',
        blocking: !isExcluded(unit.code, texts, languages),
        months: [...months],
        mend: 'packs',
      }),
    ];
  const used = idsIn(unit.cells.all.filter((cell) => months.includes(cell.month)));
  const replaced = ofUnit
    .filter((each) => used.has(each.id) && quarterRank(each.quarter) > quarterRank(quarter))
    .some(({ workspaceId }) =>
      packs.some(
        (each) =>
          each.workspaceId === workspaceId && !each.superseded && quarterRank(each.quarter) === quarterRank(quarter),
      ),
    );
  return replaced ? [finding(unit.code, { code: 'pack_not_latest', blocking: false, mend: 'packs' })] : [];
}

/** Shows a reader of the return which figures are unsigned. */
function unsignedChecks(unit: ReturnUnit, { packs, quarter }: CheckInput): readonly Check[] {
  const isUnsigned = unsignedSources(packs, unit.code);
  const months = periodOf(quarter).months.filter((month) =>
    unit.cells.all.some((cell) => cell.month === month && isUnsigned(cell)),
  );
  if (months.length === 0) return [];
  return [finding(unit.code, { code: 'unsigned_form', blocking: false, months, mend: 'none' })];
}

function estimateChecks({ counterfactual }: CheckInput): readonly Check[] {
  const refused = counterfactual?.units.flatMap(({ code, result }) =>
    result.status === 'refused' ? [{ code, months: result.reasons.flatMap((reason) => reason.months) }] : [],
  );
  return (refused ?? []).map(({ code, months }) =>
    finding(code, {
      code: 'counterfactual_refused',
      blocking: false,
      months: [...new Set(months)].sort(),
      measures: ['K1'],
      mend: 'counterfactual',
    }),
  );
}

/** Everything missing or odd, what blocks first; each names the screen that corrects it. */
export function checkReturn(input: CheckInput): Check[] {
  if (input.units.length === 0) return [finding(null, { code: 'no_unit', blocking: true, mend: 'agreements' })];
  const found = [
    ...input.units.flatMap((unit) => {
      const packs = packChecks(unit, input);
      // Without a pack every month is missing: one line says it.
      if (packs.some((each) => each.code === 'pack_missing')) return packs;
      return [
        ...packs,
        ...unsignedChecks(unit, input),
        ...monthChecks(unit, input),
        ...staffingChecks(unit, input),
        ...staffDifferences(unit, input),
        ...ledgerChecks(unit, input),
        ...reportedChecks(unit, input),
        ...changeChecks(unit, input),
        ...entryChecks(unit, input),
        ...breakdownChecks(unit, input),
        ...reportChecks(unit, input),
      ];
    }),
    ...totalChangeChecks(input),
    ...estimateChecks(input),
    ...varianceChecks(input),
    ...amendmentChecks(input),
    ...textChecks(input),
  ];
  return [...found.filter((each) => each.blocking), ...found.filter((each) => !each.blocking)];
}
