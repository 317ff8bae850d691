import { and, eq } from 'drizzle-orm';
import { type Quarter } from '#contract/ground/dates';
import type { ParsedInput } from '#contract/index';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { sum } from '../../estimator/numbers.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { enteredValue } from '../../ground/schema/coordination/frameworks.ts';
import type { Change, WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { amountsOf, enteredCategories } from './entered.ts';
import { heldFrameworks, inForceOn } from './held.ts';
import { isEntered } from './reads.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';
import { periodOf } from '#contract/ground/period';

type Cell = ParsedInput<'entered.save'>['cells'][number];

function definitionOf(indicators: readonly IndicatorDefinition[], code: string): IndicatorDefinition {
  const found = indicators.find((each) => each.code === code);
  if (!found || !isEntered(found))
    throw new StoreFailure('invalid_input', undefined, [{ path: 'cells', code: 'unknown_indicator' }]);
  return found;
}

/** What is entered by category: never of one that the framework does not name, nor more than the count itself. */
function partsOf({ value, parts }: Cell, definition: IndicatorDefinition): Cell['parts'] {
  const asked = enteredCategories(definition).map(({ code }) => code);
  const unknown = Object.keys(parts).filter((code) => !asked.includes(code));
  if (unknown.length > 0)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'cells', code: 'unknown_category' }]);
  const counts = Object.values(parts);
  if (counts.length > 0 && sum(counts) > (value ?? -1)) throw new StoreFailure('invalid_input', 'parts_exceed');
  return parts;
}

type Row = typeof enteredValue.$inferSelect;

function cellAt({ unitId, code }: Cell, quarter: Quarter) {
  return and(eq(enteredValue.unitId, unitId), eq(enteredValue.code, code), isOfQuarter(enteredValue, quarter));
}

type Told = Pick<Row, 'value' | 'numerator' | 'denominator' | 'parts' | 'whyEn' | 'whyFr'>;

function told(row: Told | undefined): unknown {
  if (!row) return null;
  const { value, numerator, denominator, parts, whyEn, whyFr } = row;
  const byCategory: unknown = parts === '{}' ? undefined : JSON.parse(parts);
  return {
    value,
    numerator,
    denominator,
    ...(byCategory !== undefined && { parts: byCategory }),
    why: { en: whyEn, fr: whyFr },
  };
}

/** Nothing is left of it: neither a figure nor a reason. */
function isBlank(row: Told): boolean {
  const { value, numerator, denominator, whyEn, whyFr } = row;
  return [value, numerator, denominator].every((each) => each === null) && whyEn === '' && whyFr === '';
}

async function saveCell(
  tx: WriteTx,
  quarter: Quarter,
  cell: Cell,
  definition: IndicatorDefinition,
  { clock, session }: Context,
): Promise<Change> {
  const { unitId, code, why } = cell;
  const at = cellAt(cell, quarter);
  const [held] = await tx.select().from(enteredValue).where(at);
  const heldVersion = held?.version ?? null;
  if (heldVersion !== cell.version) throw new StoreFailure('conflict', 'version_conflict');
  const facts = {
    ...amountsOf(cell, definition),
    parts: canonicalJson(partsOf(cell, definition)),
    whyEn: why.en,
    whyFr: why.fr,
    enteredAt: clock.now(),
    enteredBy: session.user.id,
    version: (heldVersion ?? 0) + 1,
  };
  if (isBlank(facts)) await tx.delete(enteredValue).where(at);
  else
    await tx
      .insert(enteredValue)
      .values({ unitId, code, ...quarter, ...facts })
      .onConflictDoUpdate({
        target: [enteredValue.unitId, enteredValue.fiscalYear, enteredValue.quarter, enteredValue.code],
        set: facts,
      });
  return { field: `${unitId} ${code}`, before: told(held), after: told(facts) };
}

export const frameworkWrites: { readonly 'entered.save': WriteHandler<'entered.save'> } = {
  'entered.save': async (tx, { quarter, cells }, context) => {
    const { indicators } = inForceOn(await heldFrameworks(tx), periodOf(quarter).lastDay);
    const known = new Set((await tx.select({ id: unit.id }).from(unit)).map(({ id }) => id));
    const changes: Change[] = [];
    for (const cell of cells) {
      if (!known.has(cell.unitId))
        throw new StoreFailure('invalid_input', 'unknown_unit', [{ path: 'cells', code: 'unknown_unit' }]);
      changes.push(await saveCell(tx, quarter, cell, definitionOf(indicators, cell.code), context));
    }
    return {
      output: {},
      audit: {
        subject: { kind: 'quarter', id: `${quarter.fiscalYear}-${quarter.quarter}` },
        changes,
        facts: { cells: cells.length },
      },
    };
  },
};
