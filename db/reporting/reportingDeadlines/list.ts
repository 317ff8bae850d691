import { asc, desc, eq } from 'drizzle-orm';
import { lastDayOf, monthOf, quarterMonths, quarterOf, type CivilDate, type Quarter } from '#contract/ground/dates';
import { choiceLabel, reportKinds } from '#contract/reporting/fundingChoices';
import type { ParsedInput } from '#contract/index';
import { dueReport as dueReportShape, type DueReport } from '#contract/reporting/reportingDeadlines';
import { outlookOf } from '#contract/reporting/spending';
import { budgetLines, yearOfLine } from '../funding/lines.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { daysBetween } from '../../ground/kernel/days.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import { dueReport, reportReminder } from '../../ground/schema/coordination/funding.ts';
import { fundingReturn } from '../../ground/schema/coordination/returns.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { quarterOfPeriod, reminderDays, stateOf, urgencyOfReport, usualReminders } from './rules.ts';

type Agreement = typeof agreement.$inferSelect;
type Report = typeof dueReport.$inferSelect;
type Filter = ParsedInput<'reports.due'>['filter'];

interface Known {
  readonly today: CivilDate;
  readonly daysBefore: readonly number[];
}

export async function heldReminders(db: Pick<ReadDb, 'select'>): Promise<number[]> {
  const rows = await db.select().from(reportReminder).orderBy(desc(reportReminder.daysBefore));
  return rows.length === 0 ? [...usualReminders] : rows.map((each) => each.daysBefore);
}

const keyOf = (agreementId: string, { fiscalYear, quarter }: Readonly<Record<keyof Quarter, number>>): string =>
  `${agreementId} ${String(fiscalYear)} ${String(quarter)}`;

/** The quarters whose return is locked, by agreement. */
async function lockedQuarters(db: ReadDb): Promise<ReadonlySet<string>> {
  const { agreementId, fiscalYear, quarter } = fundingReturn;
  const rows = await db.selectDistinct({ agreementId, fiscalYear, quarter }).from(fundingReturn);
  return new Set(rows.map((each) => keyOf(each.agreementId, each)));
}

type Dated = Pick<DueReport, 'id' | 'what' | 'name' | 'report' | 'lapsing'> & { readonly dueOn: CivilDate };

function placed(dated: Dated, { id, code }: Agreement, { today, daysBefore }: Known): DueReport {
  const reminders = reminderDays(dated.dueOn, daysBefore);
  return {
    ...dated,
    agreementId: id,
    agreementCode: code,
    daysLeft: daysBetween(today, dated.dueOn),
    urgency: urgencyOfReport(dated.dueOn, reminders, today, dated.report?.state ?? null),
    reminders,
  };
}

function ofReport(row: Report, locked: ReadonlySet<string>): Dated {
  const kind = choiceLabel(reportKinds, row.kind);
  const [periodFrom, periodTo] = [row.periodFrom, row.periodTo];
  const quarter = quarterOfPeriod(periodFrom, periodTo);
  return {
    id: row.id,
    what: 'report',
    // What the agreement calls it, in each language that has a name for it.
    name: { en: row.nameEn ?? kind.en, fr: row.nameFr ?? kind.fr },
    dueOn: row.dueOn,
    lapsing: null,
    report: dueReportShape.shape.report.unwrap().parse({
      rowId: row.id,
      ...pick(row, 'version', 'code', 'languages'),
      periodFrom,
      periodTo,
      state: stateOf(row, quarter !== null && locked.has(keyOf(row.agreementId, quarter))),
      sentOn: row.sentOn,
    }),
  };
}

/** The agreement's end, and the end of its fiscal year where money would lapse or nobody can tell. */
async function endsOf(db: ReadDb, { id, startsOn, endsOn }: Agreement, today: CivilDate): Promise<Dated[]> {
  if (endsOn < today) return [];
  const end: Dated = {
    id: `${id} end`,
    what: 'agreement_end',
    name: { en: 'End of the agreement', fr: 'Fin de l’entente' },
    dueOn: endsOn,
    report: null,
    lapsing: null,
  };
  const { fiscalYear } = quarterOf(monthOf(today));
  const lastDay = lastDayOf(quarterMonths({ fiscalYear, quarter: 4 } as Quarter)[2]);
  const lines = startsOn <= lastDay ? await budgetLines(db, id, fiscalYear) : [];
  const { lapsing } = outlookOf(lines.map(yearOfLine));
  if (lines.length === 0 || (lapsing !== null && lapsing <= 0)) return [end];
  const name = { en: 'Unspent funds lapse', fr: 'Péremption des fonds inutilisés' };
  return [end, { id: `${id} lapse`, what: 'lapse', name, dueOn: lastDay, report: null, lapsing }];
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every day that the agreements have to keep, the earliest first. */
export async function dueReports(db: ReadDb, filter: Filter, today: CivilDate): Promise<DueReport[]> {
  const known = { today, daysBefore: await heldReminders(db) };
  const chosen = filter.agreementId ? eq(agreement.id, filter.agreementId) : undefined;
  const agreements = await db.select().from(agreement).where(chosen).orderBy(asc(agreement.code));
  const reports = await db.select().from(dueReport).orderBy(asc(dueReport.dueOn));
  const locked = await lockedQuarters(db);
  const rows: DueReport[] = [];
  for (const each of agreements) {
    const own = reports.filter((row) => row.agreementId === each.id).map((row) => ofReport(row, locked));
    rows.push(...[...own, ...(await endsOf(db, each, today))].map((dated) => placed(dated, each, known)));
  }
  return rows.sort(
    (a, b) => byCode(a.dueOn, b.dueOn) || byCode(a.agreementCode, b.agreementCode) || byCode(a.id, b.id),
  );
}
