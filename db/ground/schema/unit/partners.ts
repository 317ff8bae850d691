import type { PartnerRole } from '#contract/ground/codes';
import type { FilePartnerId, InvestigationId, PartnerId, UnitId } from '#contract/ground/ids';
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, keyed, text, version } from '../common/columns.ts';

/** A service that works with the unit, municipal or other, from the day on which it joined. */
export const partner = sqliteTable(
  'partner',
  {
    id: id<PartnerId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    name: keyed('name').notNull(),
    joinedOn: civilDate('joined_on').notNull(),
    leftOn: civilDate('left_on'),
  },
  (table) => [uniqueIndex('partner_name').on(table.unitId, table.name)],
);

/** The role of a service in one file. */
export const filePartner = sqliteTable(
  'file_partner',
  {
    id: id<FilePartnerId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    partnerId: clear<PartnerId>('partner_id').notNull(),
    /** As written then: the register is the unit's own, and a file may go to another. */
    name: text('name').notNull(),
    role: clear<PartnerRole>('role').notNull(),
    fromOn: civilDate('from_on').notNull(),
    untilOn: civilDate('until_on'),
  },
  (table) => [index('file_partner_file').on(table.investigationId), index('file_partner_partner').on(table.partnerId)],
);
