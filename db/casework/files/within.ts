import type { CaseFile, InvestigationId, ReferralId } from '#contract/ground/ids';
import { asc, eq, inArray, or, sql, type SQLWrapper } from 'drizzle-orm';
import { isAmong } from '../../ground/kernel/among.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Db = Pick<ReadDb, 'select'>;

interface NamedReferral {
  readonly id: ReferralId;
  readonly number: string;
}

function withBundles(db: Db, heads: SQLWrapper): PromiseLike<NamedReferral[]> {
  return db
    .select({ id: referral.id, number: referral.number })
    .from(referral)
    .where(or(inArray(referral.id, heads), inArray(referral.bundledUnder, heads)))
    .orderBy(asc(referral.receivedOn), asc(referral.id));
}

/** The referrals of investigations: those linked to them, and those bundled under these. */
export function referralsWithin(db: Db, investigations: readonly InvestigationId[]): PromiseLike<NamedReferral[]> {
  const { referralId, investigationId } = referralInvestigation;
  return withBundles(
    db,
    db.select({ id: referralId }).from(referralInvestigation).where(isAmong(investigationId, investigations)),
  );
}

/** A file by its parts: of an investigation, itself and its referrals, each with the referral's name. */
export async function partsOf(db: Db, { kind, id }: CaseFile): Promise<ReadonlyMap<string, NamedReferral | null>> {
  const within = kind === 'investigation' ? await referralsWithin(db, [id]) : [];
  return new Map([[id, null], ...within.map((each) => [each.id, each] as const)]);
}

/** The rows of a file, its own first and then those of each referral. */
export function inOrderOfParts<R extends { readonly fileId: string }>(
  rows: readonly R[],
  parts: ReadonlyMap<string, unknown>,
): R[] {
  const place = new Map([...parts.keys()].map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (place.get(a.fileId) ?? 0) - (place.get(b.fileId) ?? 0));
}

export interface Carried extends NamedReferral {
  readonly head: ReferralId | null;
  /** The investigations that it went into, by itself or with its bundle. */
  readonly into: readonly InvestigationId[];
}

/** Where referrals went. */
export async function carriedInto(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Carried>> {
  const rows = await db
    .select({
      id: referral.id,
      number: referral.number,
      head: referral.bundledUnder,
      into: referralInvestigation.investigationId,
    })
    .from(referral)
    .leftJoin(
      referralInvestigation,
      eq(referralInvestigation.referralId, sql`coalesce(${referral.bundledUnder}, ${referral.id})`),
    )
    .where(isAmong(referral.id, ids))
    .orderBy(asc(referral.id), asc(referralInvestigation.linkedOn), asc(referralInvestigation.investigationId));
  return new Map(
    [...groupsBy(rows, ({ id }) => id)].flatMap(([id, [first, ...others]]) =>
      first === undefined ? [] : [[id, { ...first, into: [first, ...others].flatMap(({ into }) => into ?? []) }]],
    ),
  );
}

/** The ids of a file and of all that is linked to it or bundled with it: what these share is known. */
export async function familyOf(db: Db, file: CaseFile): Promise<string[]> {
  if (file.kind === 'investigation') return [...(await partsOf(db, file)).keys()];
  const own = (await carriedInto(db, [file.id])).get(file.id);
  const into = own?.into ?? [];
  const bundle = into.length > 0 ? referralsWithin(db, into) : withBundles(db, sql`(${own?.head ?? file.id})`);
  return [file.id, ...into, ...(await bundle).map(({ id }) => id)];
}
