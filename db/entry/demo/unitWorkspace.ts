import type { UnitId, UserId } from '#contract/ground/ids';
import { caseMeasure } from '#contract/ground/codes';
import { firstDayOf, monthsBetween } from '#contract/ground/dates';
import { must } from '../../ground/kernel/assert.ts';
import { transact } from '../../store/transact.ts';
import { recordAuthorities } from './authorities.ts';
import { chanceOf } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { recordFileWork } from './fileWork.ts';
import { countingStatement, officers, ownUnits, recordsOfficer, seed, unitWorkspaceName } from './names.ts';
import { newDemonstrationWorkspace, ownPassphrases } from './newWorkspace.ts';
import { tellTeams } from './teams.ts';
import { Builder, type Processes } from './session.ts';
import { demonstrationPassphrase } from './signIns.ts';
import { staffOf } from './staff.ts';
import { writeRows } from './writeRows.ts';

/** Builds the unit workspace: three teams of one service over seven fiscal years and the months since. Left signed in as supervisor. */
export async function buildUnitWorkspace(
  parent: string,
  processes: Processes,
  days: DemonstrationDays,
): Promise<Builder> {
  const builder = new Builder('unit', processes, days);
  await newDemonstrationWorkspace(builder, parent, unitWorkspaceName, 'unit');
  const unitIds = [];
  for (const unit of ownUnits) unitIds.push((await builder.call('units.save', { ...unit, active: true })).id);
  const userIds = [];
  for (const officer of officers) {
    const { id } = await builder.call('users.create', {
      ...officer,
      roles: [...officer.roles],
      unitIds,
      passphrase: demonstrationPassphrase,
    });
    userIds.push(id);
  }
  await builder.call('users.create', { ...recordsOfficer, unitIds, passphrase: demonstrationPassphrase });
  await ownPassphrases(builder);
  await writeStories(builder, unitIds, userIds);
  await builder.signIn('superviseure');
  for (const [team, unitId] of unitIds.entries()) await declare(builder, team, unitId);
  await recordAuthorities(builder, unitIds);
  await recordFileWork(builder, unitIds, userIds);
  return builder;
}

async function writeStories(
  builder: Builder,
  unitIds: readonly UnitId[],
  officerIds: readonly UserId[],
): Promise<void> {
  const { clock, newId } = builder.store.options;
  const { rows, numbers } = tellTeams({ days: builder.days, unitIds, officerIds, newId, now: clock.now() });
  await transact(builder.store, 'demonstration.prepare', async (tx) => {
    await writeRows(tx, rows, numbers);
    return {
      output: null,
      audit: { facts: { referrals: rows.referrals.length, investigations: rows.investigations.length } },
    };
  });
}

/** What a supervisor declares and confirms. Charges have gaps, as in real life: some months were never confirmed. */
async function declare(builder: Builder, team: number, unitId: string): Promise<void> {
  const unit = must(
    builder.store.unlocked?.session.unitIds.find((each) => each === unitId),
    'the supervisor has every team',
  );
  const { days } = builder;
  const cells = staffOf(team, days, days.lastWhole).flatMap(({ month, values }) =>
    Object.entries(values).map(([measure, value]) => ({
      month,
      measure: measure as keyof typeof values,
      value,
      status: value === 0 ? ('zero_confirmed' as const) : ('complete' as const),
    })),
  );
  await builder.call('staffing.save', { unitId: unit, cells });
  await builder.call('countingRules.save', {
    unitId: unit,
    validFrom: firstDayOf(days.firstMonth),
    backlogDefinition: 'exclude_court',
    statement: countingStatement,
  });
  const chance = chanceOf(seed, `confirmed ${String(team)}`);
  for (const month of monthsBetween(days.firstMonth, days.lastWhole)) {
    await builder.call('unitMonths.confirm', {
      unitId: unit,
      month,
      status: 'complete',
      measures: month >= days.wholeFrom ? ['arrests', ...caseMeasure.options] : ['arrests'],
    });
    // The latest two quarters are whole, so that a return can be made of them.
    if (month >= days.wholeFrom || chance.yes(0.85))
      await builder.call('unitMonths.confirm', { unitId: unit, month, status: 'complete', measures: ['charges_laid'] });
    else if (chance.yes(0.5))
      await builder.call('unitMonths.confirm', { unitId: unit, month, status: 'partial', measures: ['charges_laid'] });
  }
}
