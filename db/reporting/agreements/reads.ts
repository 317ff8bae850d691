import { asc } from 'drizzle-orm';
import type { Agreement } from '#contract/reporting/agreements';
import { pick } from '../../ground/kernel/pick.ts';
import { agreement, agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import type { ReadHandler } from '../../store/types.ts';

type Row = typeof agreement.$inferSelect;
type UnitRow = typeof agreementUnit.$inferSelect;

function agreementOf(row: Row, units: readonly UnitRow[]): Agreement {
  const { recipientEn, recipientFr, programmeEn, programmeFr, ...rest } = row;
  return {
    ...rest,
    id: row.id,
    recipient: { en: recipientEn, fr: recipientFr },
    programme: { en: programmeEn, fr: programmeFr },
    ...pick(row, 'signaturePlannedOn', 'signedOn', 'startsOn', 'endsOn'),
    languages: [...row.languages],
    indicators: row.indicators === null ? null : [...row.indicators],
    units: units.map(({ unitId, from, to }) => ({
      unitId,
      from,
      to,
    })),
  };
}

export const agreementReads: { readonly 'agreements.list': ReadHandler<'agreements.list'> } = {
  'agreements.list': async (db) => {
    const rows = await db.select().from(agreement).orderBy(asc(agreement.code));
    const units = await db.select().from(agreementUnit).orderBy(asc(agreementUnit.from), asc(agreementUnit.unitId));
    return {
      agreements: rows.map((row) =>
        agreementOf(
          row,
          units.filter((each) => each.agreementId === row.id),
        ),
      ),
    };
  },
};
