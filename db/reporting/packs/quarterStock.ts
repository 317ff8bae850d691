import { sum } from '../../estimator/numbers.ts';
import type { UnitId } from '#contract/ground/ids';
import { riskBand } from '#contract/ground/codes';
import { type CivilDate, type Quarter } from '#contract/ground/dates';
import type { FileStage } from '#contract/statistics/stages';
import type { UnitStock } from '#contract/reporting/indicators';
import { kaplanMeier, medianOf } from '../../estimator/survival/kaplanMeier.ts';
import { lifeTable, type LifeTable } from '../../estimator/survival/lifeTable.ts';
import { addDays } from '../../ground/kernel/days.ts';
import { readTimeliness, type TimelinessRow } from '../../casework/referrals/timeliness.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { endOf } from '../../casework/referrals/triage/rules.ts';
import { agesOn, declaredStock } from '../../statistics/backlog/ageing.ts';
import { lifeTables } from '../../statistics/backlog/cohort.ts';
import { openBook, type BookContext } from '../../statistics/backlog/files/book.ts';
import { dayNumber } from '../../statistics/backlog/files/days.ts';
import { readSteps } from '../../statistics/backlog/fileSteps.ts';
import { stageTimes } from '../../statistics/backlog/stages.ts';
import { periodOf } from '#contract/ground/period';

/** Received within a year of the quarter's end: enough files for a median, and recent ones. */
const cohortDays = 365;
const longAge = 180;

function medianIn(stage: FileStage, table: LifeTable): UnitStock['medians'][number] {
  const files = sum([...table.events, ...table.censored]);
  const { times, events, censored } = table;
  const durations = { times: [...times], events: [...events], censored: [...censored] };
  return { stage, days: files === 0 ? null : medianOf(kaplanMeier(table)).value, files, durations };
}

/** Of the referrals of the quarter that have an answer, band by band; bands without one are left out. */
function actedOf(rows: readonly TimelinessRow[]): UnitStock['acted'] {
  return riskBand.options.flatMap((band) => {
    const own = rows.filter((row) => row.band === band);
    const numerator = own.reduce((total, { inTime }) => total + inTime, 0);
    const denominator = own.reduce((total, { inTime, late }) => total + inTime + late, 0);
    return denominator === 0 ? [] : [{ band, numerator, denominator }];
  });
}

const nothing: LifeTable = { times: [], events: [], censored: [] };

/** What each unit's stock is at the end of a quarter, as its files tell it today; of one that is not over, until now. `db` must show the files of all of them. */
export async function readStocks(
  db: ReadDb,
  unitIds: readonly UnitId[],
  quarter: Quarter,
  context: BookContext & Pick<ReadContext, 'clock'>,
): Promise<ReadonlyMap<string, UnitStock>> {
  const book = await openBook(db, context);
  const { firstDay, lastDay: on } = periodOf(quarter);
  const from: CivilDate = addDays(on, 1 - cohortDays);
  const steps = await readSteps(db, unitIds, from, on);
  const received = { unitIds, from: firstDay, to: on };
  // For a quarter that is over nothing done later counts, whenever its pack is made.
  const timely = await readTimeliness(db, received, Math.min(context.clock.now(), endOf(on)));
  const stocks = new Map<string, UnitStock>();
  for (const unitId of unitIds) {
    const ages = agesOn(book, [unitId], dayNumber(on));
    const count = (from: number): number => sum(ages.slice(from));
    const cohort = { unitIds: [unitId], from: dayNumber(from), on: dayNumber(on) };
    const whole = lifeTables(book, cohort, () => 'whole' as const).get('whole') ?? nothing;
    const times = stageTimes(steps.get(unitId) ?? [], dayNumber(on));
    stocks.set(unitId, {
      files: count(0),
      declared: await declaredStock(db, book, [unitId], on),
      over180: count(longAge + 1),
      oldestDays: ages.length === 0 ? null : ages.length - 1,
      medians: [
        ...(['assigned', 'first_action', 'conclusion'] as const).map((stage) =>
          medianIn(stage, lifeTable(times[stage])),
        ),
        medianIn('whole', whole),
      ],
      acted: actedOf(timely.rows.filter((row) => row.unitId === unitId)),
      breakdowns: [],
    });
  }
  return stocks;
}
