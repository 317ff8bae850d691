import type { InvestigationId } from '#contract/ground/ids';
import { paperSection } from '#contract/custody/disclosure';
import { referralsWithin } from '../../casework/files/within.ts';
import { user } from '../../ground/schema/common/people.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { FileRecord } from './record.ts';
import { fromArrests, fromCharges, fromClearance, fromHearings } from './sources/charges.ts';
import { fromCorrections } from './sources/corrections.ts';
import { fromFile, fromHistory, fromLinks, fromTransfers } from './sources/file.ts';
import { fromAuthorities, fromClocks, fromOffences } from './sources/legal.ts';
import { fromIdentifiers, fromPersons } from './sources/persons.ts';
import {
  fromChecks,
  fromDecisions,
  fromNotices,
  fromReferralCounts,
  fromReferrals,
  fromScores,
} from './sources/referrals.ts';
import type { Reading, Source } from './sources/source.ts';
import { fromDevices, fromNotes, fromPartners, fromSupport, fromTasks } from './sources/work.ts';

const sources: readonly Source[] = [
  fromFile,
  fromReferrals,
  fromReferralCounts,
  fromScores,
  fromChecks,
  fromDecisions,
  fromNotices,
  fromPersons,
  fromIdentifiers,
  fromOffences,
  fromAuthorities,
  fromClocks,
  fromDevices,
  fromArrests,
  fromCharges,
  fromHearings,
  fromClearance,
  fromSupport,
  fromPartners,
  fromTasks,
  fromNotes,
  fromLinks,
  fromHistory,
  fromTransfers,
  fromCorrections,
];

/** Every record of a file that the session may see, in the order of the paper: by section, and in each by day. */
export async function gatherRecords(db: ReadDb, investigationId: InvestigationId): Promise<readonly FileRecord[]> {
  const people = await db.select({ id: user.id, name: user.displayName }).from(user);
  const reading: Reading = {
    db,
    investigationId,
    referralIds: (await referralsWithin(db, [investigationId])).map(({ id }) => id),
    people: new Map(people.map(({ id, name }) => [id, name])),
  };
  const records: FileRecord[] = [];
  for (const source of sources) records.push(...(await source(reading)));
  const place = new Map(paperSection.options.map((section, index) => [section, index]));
  // Sorting is stable: within a section each source keeps its own order.
  return records.sort((a, b) => (place.get(a.section) ?? 0) - (place.get(b.section) ?? 0));
}
