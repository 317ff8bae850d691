import { describe, expect } from 'vitest';
import { noChange, type Plan } from '#contract/statistics/plans';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { isWhole } from '../../../support/whole.ts';
import { panelsOf } from '../estimate/reference/support.ts';
import { all, plannedUnits } from './plannedUnits.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: coordination } = ofFile(plannedUnits);

describe('what a plan changes up to the last known month', () => {
  const past = (unitId: string): Plan => ({
    ...noChange,
    lines: [{ unitId: unitId as never, from: coordination.after(0), to: null, fte: 2, funded: true, rampMonths: 0 }],
    ...{ agreementEnds: coordination.after(0), renewed: false, step: { from: coordination.after(-5), share: 0.3 } },
  });

  it('is not applied, as the data hold it where it happened, and is named', async () => {
    const { units, noChange: same } = await coordination.project(noChange);
    const { unitId, code } = units[0]!;
    const { drawn, renewal, applied, notApplied } = await coordination.project(past(unitId));
    expect([drawn, renewal, applied]).toEqual([same, null, noChange]);
    expect(notApplied).toEqual({
      passed: {
        lines: [{ code, from: coordination.after(0), fte: 2 }],
        ...{ step: { from: coordination.after(-5), share: 0.3 }, agreementEnds: coordination.after(0) },
      },
      unplanned: [],
    });
    const coming = {
      ...noChange,
      agreementEnds: coordination.after(1),
      renewed: false,
      step: { from: coordination.after(1), share: 0.3 },
    };
    expect((await coordination.project(coming)).applied).toEqual(coming);
  });

  it('is not applied either in a plan that is compared', async () => {
    const { units, noChange: same } = await coordination.project(noChange);
    const plan = past(units[0]!.unitId);
    const { id } = await coordination.test.call('plans.save', { name: 'Past', scope: all, plan });
    const { compared } = await coordination.project(noChange, all, [id]);
    expect(compared).toMatchObject([
      { name: 'Past', outlook: same, notApplied: { passed: { agreementEnds: coordination.after(0) } } },
    ]);
    await coordination.test.call('plans.remove', { id, version: 1 });
  });
});

describe('staff of a unit without a plan', () => {
  it('is not counted, and named with its unit', async () => {
    const { notPlanned, noChange: same } = await coordination.project(noChange);
    const { unitId, code } = notPlanned[0]!;
    const line = { unitId, from: coordination.after(2), to: null, fte: 1.25, funded: true, rampMonths: null };
    const { drawn, applied, notApplied } = await coordination.project({ ...noChange, lines: [line] });
    expect([drawn, applied]).toEqual([same, noChange]);
    expect(notApplied.unplanned).toEqual([{ code, from: coordination.after(2), fte: 1.25 }]);
  });
});

const lag = 3;

/** The panel without its last months, as of a unit that has not reported them yet. */
function behind(panel: UnitPanel): UnitPanel {
  const cut = Object.entries(panel).map(([name, values]) => [
    name,
    Array.isArray(values) ? values.slice(0, -lag) : values,
  ]);
  return { ...(Object.fromEntries(cut) as UnitPanel), partialMonths: [] };
}

describe('a unit behind the others', () => {
  it.runIf(isWhole)('is known by the month of its last known backlog', async () => {
    const panels = panelsOf(12, 64);
    // Of a unit that had funded staff, as only such a one has a plan.
    const late = panels.findLastIndex(({ fteFunded }) => fteFunded.some((fte) => (fte ?? 0) > 0));
    const { test, unitIds, ...planned } = await plannedUnits(
      panels.map((panel, index) => (index === late ? behind(panel) : panel)),
    );
    const { units, lastMonth, history } = await planned.project(noChange);
    test.dispose();
    expect(lastMonth).toBe(planned.lastMonth);
    const own = unitIds[late]!;
    expect(units.map(({ unitId }) => unitId)).toContain(own);
    for (const { unitId, asOf } of units) expect(asOf).toBe(unitId === own ? planned.after(-lag) : lastMonth);
    expect(history.backlog.at(-1)).toBeNull();
  });
});
