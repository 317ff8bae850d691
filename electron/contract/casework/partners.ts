import { z } from 'zod';
import { byFilteredUnit, byInvestigation, byUnit, cases } from '../ground/access.ts';
import { partnerRole } from '../ground/codes.ts';
import { line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { countedRows, pageOfRows } from './operations.ts';
import { filePartnerId, investigationId, partnerId, unitId } from '../ground/ids.ts';

const facts = z.object({ name: line(120), joinedOn: civilDate, leftOn: civilDate.nullable() });

export const partnerRow = facts.extend({
  id: partnerId,
  version,
  unitId,
  /** Files in which it takes or took part. */
  files: z.int(),
});
export type PartnerRow = z.infer<typeof partnerRow>;

const part = z.object({ role: partnerRole, fromOn: civilDate, untilOn: civilDate.nullable() });

export const filePartnerRow = part.extend({ id: filePartnerId, version, partnerId, name: z.string() });
export type FilePartnerRow = z.infer<typeof filePartnerRow>;

export const partnerMethods = {
  /** The units' registers of the services that work with them. */
  'partners.list': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ partners: z.array(partnerRow) }),
    { ...byFilteredUnit, audited: { not: 'reference' } },
  ),
  /** Providers and child-protection agencies that were entered or imported in the units, the most used first, at most 50 of each. */
  'partners.names': read(
    z.object({ unitId: unitId.optional() }),
    z.object({ providers: z.array(z.string()), agencies: z.array(z.string()) }),
    { ...byUnit, audited: { not: 'reference' } },
  ),
  /** Adds a service, or changes the one named. It counts in `partner_services` of the month in which it joined. */
  'partners.save': write(
    facts.extend({ unitId, partnerId: partnerId.nullable(), version: version.nullable() }),
    z.object({ id: partnerId }),
    { ...byUnit, touches: ['fileWork', 'unitMonths', 'backlog'] },
  ),
  'partners.ofFile': read(z.object({ investigationId }), z.object({ parts: z.array(filePartnerRow) }), {
    ...byInvestigation,
    audited: 'part',
  }),
  /** The files in which a service takes or took part, by its first day in each. */
  'partners.rows': read(z.object({ partnerId, ...pageOfRows }), countedRows, { ...cases, audited: 'rows' }),
  'partners.takePart': write(part.extend({ investigationId, partnerId }), z.object({ id: filePartnerId }), {
    ...byInvestigation,
    touches: ['fileWork'],
  }),
  'partners.changePart': write(
    part.extend({ investigationId, partId: filePartnerId, version }),
    z.object({ version }),
    { ...byInvestigation, touches: ['fileWork'] },
  ),
};
