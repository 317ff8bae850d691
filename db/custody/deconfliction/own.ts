import type { IdentifierKind } from '#contract/ground/codes';
import { eq } from 'drizzle-orm';
import type { ExchangeHit } from '#contract/custody/deconfliction';
import type { SharedReason } from '#contract/casework/identifiers';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { byKnownFile } from '../../casework/identifiers/known.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Hashed } from './hashes.ts';

type IdentifierRecord = typeof identifier.$inferSelect;
export type OwnIdentifier = IdentifierRecord & { readonly kind: IdentifierKind };

/** What the unit compares: all that the session is shown of it, and so nothing that is sealed. */
export async function ownIdentifiers(db: ReadDb, unitId: UnitId): Promise<OwnIdentifier[]> {
  const rows = await db.select().from(identifier).where(eq(identifier.unitId, unitId));
  return rows.map((row) => ({ ...row, kind: row.kind }));
}

/** Each identifier once, in the order of its hash, which says nothing of the files. */
export function distinctHashes(own: readonly OwnIdentifier[], hash: (identifier: OwnIdentifier) => Hashed): Hashed[] {
  const found = new Map<string, Hashed>();
  for (const each of own) {
    const hashed = hash(each);
    found.set([hashed.hash, hashed.service, hashed.port, hashed.seenAt].join(' '), hashed);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hashed]) => hashed);
}

export interface Match {
  readonly reference: string;
  readonly own: OwnIdentifier;
  /** Null where only the other side knows it. */
  readonly reason: SharedReason | null;
}

/** The matches by the file that an officer goes to, each value of a file once for each reason. */
export async function hitsOf(db: ReadDb, matches: readonly Match[]): Promise<ExchangeHit[]> {
  const files = await byKnownFile(
    db,
    matches.map((each) => ({ ...each, file: { kind: each.own.fileKind, id: each.own.fileId } as CaseFile })),
  );
  return files.map(({ matches: found, ...head }) => {
    const shared = new Map(
      found.map(({ own: { kind, value }, reason }) => [`${kind} ${value} ${reason ?? ''}`, { kind, value, reason }]),
    );
    return {
      ...head,
      shared: [...shared.values()],
      references: [...new Set(found.map(({ reference }) => reference))].sort(),
    };
  });
}
