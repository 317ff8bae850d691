import type { UnitId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { EnteredCell, FrameworkSummary } from '#contract/reporting/frameworks';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { EnteredBeside } from '#contract/reporting/reconciliation';
import type { Figure } from '../indicators/figure.ts';
import { unitFigures } from '../indicators/figures.ts';
import { computedCode } from '../indicators/framework.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { readStock } from '../packs/heldStock.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readPanel } from '../../ledger/unitMonths/panel.ts';
import { compareFrameworks } from './compare.ts';
import { enteredCategories, readEntered } from './entered.ts';
import { heldFrameworks, inForceOn, type HeldFramework } from './held.ts';
import { readUnits } from '../../accounts/people/unitRows.ts';

type Name = 'frameworks.list' | 'frameworks.get' | 'frameworks.compare' | 'entered.grid';
type Handlers = { readonly [M in Name]: ReadHandler<M> };

export async function frameworkNamed(db: ReadDb, version: string): Promise<HeldFramework> {
  const found = (await heldFrameworks(db)).find((each) => each.version === version);
  if (!found) throw new StoreFailure('not_found');
  return found;
}

function summaryOf({ indicators, ...facts }: HeldFramework, inForce: boolean): FrameworkSummary {
  return { ...facts, indicators: indicators.length, inForce };
}

/** Whether a coordinator enters it: what Vigie does not compute, and what is set against what it computes. */
export function isEntered(definition: IndicatorDefinition): boolean {
  return computedCode(definition) === null || definition.collection === 'both';
}

/** What Vigie computes of every unit in a quarter, by our codes. */
async function computedFigures(
  db: ReadDb,
  unitIds: readonly UnitId[],
  quarter: Quarter,
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const panel = await readPanel(db, unitIds, { to: periodOf(quarter).lastMonth });
  const stock = await readStock(db, unitIds, quarter);
  return new Map(unitIds.map((id) => [id, unitFigures(panel.of(id), quarter, undefined, stock.get(id))]));
}

const nothingSaid = {
  value: null,
  numerator: null,
  denominator: null,
  status: 'not_available',
  why: { en: '', fr: '' },
} as const satisfies EnteredBeside;

export const frameworkReads: Handlers = {
  'frameworks.list': async (db, { on }) => {
    const held = await heldFrameworks(db);
    const { version } = inForceOn(held, on);
    return { versions: held.map((each) => summaryOf(each, each.version === version)).reverse() };
  },

  'frameworks.get': async (db, { version }) => {
    const found = await frameworkNamed(db, version);
    return {
      framework: summaryOf(found, false),
      indicators: found.indicators.map((each) => ({ ...each, computed: computedCode(each) !== null })),
    };
  },

  'frameworks.compare': async (db, { before, after }) =>
    compareFrameworks((await frameworkNamed(db, before)).indicators, (await frameworkNamed(db, after)).indicators),

  'entered.grid': async (db, { quarter }) => {
    const { version, indicators } = inForceOn(await heldFrameworks(db), periodOf(quarter).lastDay);
    const asked = indicators.filter(isEntered);
    const units = await readUnits(db, eq(unit.active, true));
    const ids = units.map((each) => each.id);
    const entered = await readEntered(db, ids, quarter);
    const needsComputed = asked.some((each) => computedCode(each) !== null);
    const computed = needsComputed ? await computedFigures(db, ids, quarter) : new Map<string, readonly Figure[]>();
    const cells = ids.flatMap((unitId) =>
      asked.map((definition): EnteredCell => {
        const held = entered.get(unitId)?.get(definition.code);
        const figure = computed.get(unitId)?.find((each) => each.code === computedCode(definition));
        return {
          unitId,
          code: definition.code,
          ...(held?.said ?? nothingSaid),
          parts: held?.parts ?? {},
          version: held?.version ?? null,
          computed: figure
            ? {
                ...pick(figure, 'value', 'numerator', 'denominator', 'status'),
              }
            : null,
        };
      }),
    );
    return {
      frameworkVersion: version,
      indicators: asked.map((definition) => ({
        ...pick(definition, 'code', 'name', 'unitOfMeasure', 'collection', 'total'),
        categories: [...enteredCategories(definition)],
      })),
      units: units.map(({ id, code, name }) => ({ id, code, name })),
      cells,
    };
  },
};
