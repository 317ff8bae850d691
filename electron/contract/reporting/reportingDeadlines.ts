import { z } from 'zod';
import { clockUrgency } from '../casework/clocks.ts';
import { coordination } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { agreementId, fileGrant, fundingRowId } from '../ground/ids.ts';

const scope = { agreement: 'filter.agreementId' } as const;

export const reportState = z.enum(['not_begun', 'in_preparation', 'locked', 'sent']);
export type ReportState = z.infer<typeof reportState>;

const words = z.object({ en: z.string(), fr: z.string() });

/** A day that an agreement has to keep: a report that it owes, its own end, or the day on which unspent money lapses. */
export const dueReport = z.object({
  id: z.string(),
  what: z.enum(['report', 'agreement_end', 'lapse']),
  agreementId,
  agreementCode: z.string(),
  /** Of a report, its row in the register of reports; null otherwise, as all that only a report has. */
  report: z
    .object({
      rowId: fundingRowId,
      version,
      code: z.string(),
      languages: z.enum(['both', 'en', 'fr']),
      periodFrom: civilDate.nullable(),
      periodTo: civilDate.nullable(),
      /** As recorded or, once the return of its quarter is locked, that. */
      state: reportState,
      sentOn: civilDate.nullable(),
    })
    .nullable(),
  name: words,
  dueOn: civilDate,
  daysLeft: z.int(),
  /** Null once it was sent. */
  urgency: clockUrgency.nullable(),
  reminders: z.array(civilDate),
  /** In cents, what would lapse; null where it is not known or not asked. */
  lapsing: z.int().nullable(),
});
export type DueReport = z.infer<typeof dueReport>;

/** All agreements, or one. */
const filter = z.object({ agreementId: agreementId.optional() });
const reminderDays = z.array(z.int().min(1).max(365)).min(1).max(10);

export const reportMethods = {
  /** Everything that is due, the earliest first, with what was sent where it is asked. */
  'reports.due': read(
    z.object({ filter, withSent: z.boolean().default(false) }),
    z.object({ today: civilDate, rows: z.array(dueReport), reminders: z.array(z.int()) }),
    { ...coordination, scope, audited: { not: 'programme' } },
  ),
  'reports.counts': read(z.object({}), z.object({ overdue: z.int(), today: z.int(), reminder: z.int() }), {
    ...coordination,
    audited: { not: 'figures' },
  }),
  /** As a change of the register of reports, which can be undone there. A report that is sent has its day. */
  'reports.setState': write(
    z
      .object({ rowId: fundingRowId, version, state: reportState, sentOn: civilDate.nullable() })
      .refine(({ state, sentOn }) => (state === 'sent') === (sentOn !== null), {
        path: ['sentOn'],
        error: 'required',
      }),
    nothing,
    { ...coordination, scope: { dueReport: 'rowId' }, touches: ['funding'] },
  ),
  /** How many days before a due date it is called to mind, for every report. */
  'reports.setReminders': write(z.object({ daysBefore: reminderDays }), nothing, {
    ...coordination,
    allAgreements: true,
    touches: ['funding'],
  }),
  /** Writes a calendar of what is due: the agreement's code and the kind of report, no figure and nothing of any case. */
  'reports.export': action(z.object({ filter, file: fileGrant, locale }), z.object({ events: z.int() }), {
    ...coordination,
    scope,
  }),
};
