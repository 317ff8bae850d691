import { asc, eq } from 'drizzle-orm';
import { isAmong } from '../../../ground/kernel/among.ts';
import { kindOf } from '../../../casework/clocks/catalogue.ts';
import { catalogueInForce } from '../../../casework/offences/catalogue.ts';
import { findOffence } from '../../../casework/offences/rules.ts';
import type { Bilingual } from '#contract/ground/common';
import { pick } from '../../../ground/kernel/pick.ts';
import { authority, clockOverride } from '../../../ground/schema/unit/authorities.ts';
import { delayDeduction, fileOffence } from '../../../ground/schema/unit/offences.ts';
import { coded, fact, moment, named, recordOf, said, text, yesOrNo } from '../record.ts';
import { linkedPersons, personOf, type Describe, type Reading, type Source } from './source.ts';

type AuthorityRow = typeof authority.$inferSelect;

async function authoritiesOf({ db, investigationId }: Reading): Promise<readonly AuthorityRow[]> {
  return db
    .select()
    .from(authority)
    .where(eq(authority.investigationId, investigationId))
    .orderBy(asc(authority.startedOn), asc(authority.id));
}

const nameOf = (row: AuthorityRow | undefined): Bilingual | undefined => row && kindOf(row.kind).name;

export const fromOffences: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(fileOffence)
    .where(eq(fileOffence.investigationId, investigationId))
    .orderBy(asc(fileOffence.firstOn), asc(fileOffence.id));
  return offenceRecords(reading, rows);
};

export const offenceRecords: Describe<typeof fileOffence> = async ({ db }, rows) => {
  const catalogue = await catalogueInForce(db);
  return rows.map((row) => {
    const offence = findOffence(catalogue, row.offence);
    const name = offence?.names.at(-1);
    return recordOf(
      'offences',
      'offence',
      row,
      [
        said('offence', row.offence, name && pick(name, 'en', 'fr')),
        fact('section', offence?.section ?? null),
        fact('firstOn', row.firstOn),
        fact('lastOn', row.lastOn),
        yesOrNo('attempted', row.attempted),
      ],
      { dated: 'firstOn' },
    );
  });
};

export const fromAuthorities: Source = async (reading) => authorityRecords(reading, await authoritiesOf(reading));

export const authorityRecords: Describe<typeof authority> = async (reading, rows) => {
  const byId = new Map((await authoritiesOf(reading)).map((row) => [String(row.id), row]));
  const linkedOf = await linkedPersons(reading, rows);
  return rows.map((row) => {
    const kind = kindOf(row.kind);
    const { name, ...about } = linkedOf(row);
    const under = byId.get(row.underId ?? '');
    return recordOf(
      'authorities',
      'authority',
      row,
      [
        said('kind', row.kind, kind.name),
        said('variant', row.variant, kind.variants.find((each) => each.code === row.variant)?.name),
        fact('startedOn', row.startedOn),
        fact('reference', row.reference),
        text('heldBy', row.heldBy),
        named('person', name),
        text('place', row.place),
        text('concerning', row.concerning),
        said('authority', under?.id ?? null, nameOf(under)),
        fact('servedOn', row.servedOn),
        fact('dueOn', row.dueOn),
        fact('doneOn', row.doneOn),
        fact('endedOn', row.endedOn),
        said('ended', row.endReason, kind.ends.find((each) => each.code === row.endReason)?.name),
        fact('deductedDays', row.deductedDays),
        fact('by', personOf(reading, row.enteredBy)),
      ],
      { dated: 'startedOn', ...about },
    );
  });
};

export const fromClocks: Source = async (reading) => {
  const byId = new Map((await authoritiesOf(reading)).map((row) => [String(row.id), row]));
  const ids = [...byId.keys()];
  const overrides = await reading.db
    .select()
    .from(clockOverride)
    .where(isAmong(clockOverride.authorityId, ids))
    .orderBy(asc(clockOverride.at), asc(clockOverride.id));
  const deductions = await reading.db
    .select()
    .from(delayDeduction)
    .where(isAmong(delayDeduction.authorityId, ids))
    .orderBy(asc(delayDeduction.enteredAt), asc(delayDeduction.id));
  return [
    ...overrides.map((row) =>
      recordOf(
        'authorities',
        'override',
        row,
        [
          said('authority', row.authorityId, nameOf(byId.get(row.authorityId))),
          coded('decision', 'override', row.decision),
          fact('dueOn', row.dueOn),
          text('reason', row.reason),
          moment('at', row.at),
          fact('by', personOf(reading, row.userId)),
        ],
        { dated: 'at' },
      ),
    ),
    ...deductions.map((row) =>
      recordOf('authorities', 'deduction', row, [
        said('authority', row.authorityId, nameOf(byId.get(row.authorityId))),
        coded('cause', 'delayCause', row.cause),
        fact('deductedDays', row.days),
        text('note', row.note),
        fact('by', personOf(reading, row.enteredBy)),
      ]),
    ),
  ];
};
