import type { IdentifierKind } from '#contract/ground/codes';
import { and, eq, inArray } from 'drizzle-orm';
import type { IdentifierFacts, SharedReason } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import { isAmong } from '../../ground/kernel/among.ts';
import { together } from '../../ground/kernel/together.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { identifierKey } from './normalise.ts';
import { readSeen, sharedReasonOf, type Compared } from './rules.ts';

/** An identifier that others are looked for with. */
export interface Sought extends Compared {
  readonly kind: IdentifierKind;
  readonly identifierKey: string;
}

export interface FileMatch {
  readonly file: CaseFile;
  /** What is shared, each value once for each reason, as the other file has it. */
  readonly shared: readonly { readonly reason: SharedReason; readonly value: string }[];
}

/** Keys asked for in one query: well under SQLite's limit of parameters. */
const keysAtOnce = 500;

/**
 * Files that hold one of the identifiers, with the reason. Through a reading connection these are the session's units'
 * files; in a transaction they are all of the workspace.
 */
export async function filesSharing(
  db: Pick<ReadDb, 'select'>,
  sought: readonly Sought[],
  {
    windowMs: asked,
    except = [],
  }: { readonly windowMs: number | Promise<number>; readonly except?: readonly string[] },
): Promise<FileMatch[]> {
  const found = new Map<string, { file: CaseFile; shared: Map<string, FileMatch['shared'][number]> }>();
  const { rows, windowMs } = await together({ rows: holdersOf(db, sought), windowMs: asked });
  for (const row of rows) {
    if (except.includes(row.fileId)) continue;
    for (const each of sought) {
      if (each.kind !== row.kind || each.identifierKey !== row.identifierKey) continue;
      const reason = sharedReasonOf(each.kind, each, row, windowMs);
      if (reason === null) continue;
      const match = found.get(row.fileId) ?? {
        file: { kind: row.fileKind, id: row.fileId } as CaseFile,
        shared: new Map(),
      };
      match.shared.set(`${reason} ${row.identifierKey}`, { reason, value: row.value });
      found.set(row.fileId, match);
    }
  }
  return [...found.values()].map(({ shared, ...match }) => ({ ...match, shared: [...shared.values()] }));
}

/** Every recorded identifier of these kinds and keys. */
export async function holdersOf(db: Pick<ReadDb, 'select'>, sought: readonly Sought[]) {
  const asked = [];
  for (const kind of new Set(sought.map((each) => each.kind))) {
    const keys = [...new Set(sought.filter((each) => each.kind === kind).map((each) => each.identifierKey))];
    for (let first = 0; first < keys.length; first += keysAtOnce) {
      const some = keys.slice(first, first + keysAtOnce);
      const holds = and(eq(identifier.kind, kind), inArray(identifier.identifierKey, some));
      asked.push(db.select().from(identifier).where(holds));
    }
  }
  return (await Promise.all(asked)).flat();
}

/** What files hold, to look for others with. */
export async function heldIdentifiers(db: Pick<ReadDb, 'select'>, files: Iterable<string>): Promise<Sought[]> {
  const rows = await db
    .select()
    .from(identifier)
    .where(isAmong(identifier.fileId, [...files]));
  return rows.map((row) => ({ ...row, kind: row.kind }));
}

/** Identifiers as they were typed or brought in, to look for others with; those that cannot be read find nothing. */
export function soughtOf(given: readonly IdentifierFacts[]): Sought[] {
  return given.flatMap(({ kind, value, service, port, seenText, seenOffset }) => {
    const key = identifierKey(kind, value);
    const { seenAt } = readSeen(seenText, seenOffset);
    return key === null ? [] : [{ kind, identifierKey: key, service, port, seenAt }];
  });
}
