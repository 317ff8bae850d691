import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditChain } from '../../store/engineRecords.ts';

/*
 * This computes the chain from its description in docs/audit.md and shares no code with what writes it, so that a fault of the writer is not
 * repeated here.
 */

const batch = 5000;
const farthest = Number.MAX_SAFE_INTEGER;
const hex = /^[0-9a-f]{64}$/;

type Scalar = string | number | null;
type Entry = [
  sequence: number,
  at: number,
  actorId: string | null,
  method: string,
  outcome: string,
  subjectKind: string | null,
  subjectId: string | null,
  facts: string,
  previousHash: string,
  hash: string,
];

/** What is wrong with the first entry that does not hold. */
type ChainProblem = 'sequence' | 'previous_hash' | 'hash' | 'subject' | 'value';

interface Head {
  readonly hash: string;
  readonly sequence?: number | undefined;
}

interface Verification {
  readonly entries: number;
  readonly intact: boolean;
  readonly firstBroken: number | null;
  readonly problem: ChainProblem | null;
  readonly head: string;
  /** Values whose hash was computed again, and values that sealing or purge forgot. */
  readonly values: { readonly checked: number; readonly forgotten: number };
  /** Where the given head is in the chain; null where it is not. Absent where none was given. */
  readonly given: { readonly foundAt: number | null } | null;
}

const storedChanges = z.object({
  changes: z.array(z.object({ field: z.string(), before: z.string().regex(hex), after: z.string().regex(hex) })),
});

/** The text that a link hashes: the members in the order of their names, without spaces. */
function textOf([sequence, at, actorId, method, outcome, subjectKind, subjectId, facts, previousHash]: Entry): string {
  const json = (value: Scalar): string => JSON.stringify(value);
  return `{"actorId":${json(actorId)},"at":${json(at)},"facts":${json(facts)},"method":${json(method)},"outcome":${json(outcome)},"previousHash":${json(previousHash)},"sequence":${json(sequence)},"subjectId":${json(subjectId)},"subjectKind":${json(subjectKind)}}`;
}

function problemOf(entry: Entry, position: number, previous: string): ChainProblem | null {
  if (entry[0] !== position) return 'sequence';
  if (entry[8] !== previous) return 'previous_hash';
  if (hash('sha256', textOf(entry)) !== entry[9]) return 'hash';
  return (entry[5] === null) === (entry[6] === null) ? null : 'subject';
}

/** The salted hash of each side of each changed field, by its name. */
function hashesIn(facts: string): Map<string, string> | null {
  if (!facts.includes('"changes":')) return new Map();
  const parsed = storedChanges.safeParse(JSON.parse(facts));
  if (!parsed.success) return null;
  const sides = parsed.data.changes.flatMap(({ field, before, after }): [string, string][] => [
    [`before ${field}`, before],
    [`after ${field}`, after],
  ]);
  return new Map(sides);
}

/** How many values the entry has and how many are forgotten; null where one is not what was hashed, or was never hashed. */
function checkValues(facts: string, values: readonly HashedValue[]): { checked: number; forgotten: number } | null {
  const hashes = hashesIn(facts);
  if (!hashes) return null;
  const expected = hashes.size;
  for (const [, field, side, hashed] of values) {
    const key = `${side} ${field}`;
    if (hashed !== hashes.get(key)) return null;
    hashes.delete(key);
  }
  return { checked: expected - hashes.size, forgotten: hashes.size };
}

function group(values: readonly HashedValue[]): Map<number, HashedValue[]> {
  const groups = new Map<number, HashedValue[]>();
  for (const value of values) {
    const group = groups.get(value[0]);
    if (group) group.push(value);
    else groups.set(value[0], [value]);
  }
  return groups;
}

type HashedValue = readonly [sequence: number, field: string, side: string, hash: string];

/** Nothing but counts comes of them. */
async function valuesOf(
  { db, values: table }: AuditChain,
  after: number,
  until: number,
): Promise<readonly HashedValue[]> {
  const values = await db.values<[number, string, string, salt: string, value: string]>(
    sql`SELECT sequence, field, side, salt, value FROM ${table} WHERE sequence > ${after} AND sequence <= ${until}`,
  );
  return values.map(([sequence, field, side, salt, value]) => [sequence, field, side, hash('sha256', salt + value)]);
}

async function readBatch(
  chain: AuditChain,
  after: number,
): Promise<{ entries: readonly Entry[]; values: Map<number, HashedValue[]> }> {
  const until = after + batch;
  const entries = await chain.db
    .values<Entry>(sql`SELECT sequence, at, actor_id, method, outcome, subject_kind, subject_id, facts,
    previous_hash, hash FROM audit_entry WHERE sequence > ${after} ORDER BY sequence LIMIT ${batch}`);
  return { entries, values: group(await valuesOf(chain, after, until)) };
}

/** The first entry or value outside the chain: before its beginning, or a value after its end. */
async function outside(chain: AuditChain, last: number): Promise<boolean> {
  const [row] = await chain.db.values<[number]>(sql`SELECT count(*) FROM audit_entry WHERE sequence < 1`);
  const values = [...(await valuesOf(chain, -farthest, 0)), ...(await valuesOf(chain, last, farthest))];
  return row?.[0] !== 0 || values.length > 0;
}

interface Walked {
  entries: number;
  head: string;
  readonly values: { checked: number; forgotten: number };
}

/** One link further; what does not hold, where it does not. */
function step(walked: Walked, entry: Entry, values: readonly HashedValue[]): ChainProblem | null {
  const position = walked.entries + 1;
  const problem = problemOf(entry, position, walked.head);
  if (problem) return problem;
  const checked = checkValues(entry[7], values);
  if (!checked) return 'value';
  walked.values.checked += checked.checked;
  walked.values.forgotten += checked.forgotten;
  walked.head = entry[9];
  walked.entries = position;
  return null;
}

function isGiven({ head, entries }: Walked, given: Head | undefined): boolean {
  return given?.hash === head && (given.sequence ?? entries) === entries;
}

/** Walks the chain from its beginning, and says whether it holds and whether it contains the given head. */
export async function verifyChain(chain: AuditChain, given?: Head): Promise<Verification> {
  const walked: Walked = { entries: 0, head: '0'.repeat(64), values: { checked: 0, forgotten: 0 } };
  let foundAt: number | null = null;
  const result = (problem: ChainProblem | null): Verification => ({
    ...walked,
    intact: problem === null,
    firstBroken: problem && walked.entries + 1,
    problem,
    given: given ? { foundAt } : null,
  });
  for (;;) {
    const { entries, values } = await readBatch(chain, walked.entries);
    for (const entry of entries) {
      const problem = step(walked, entry, values.get(walked.entries + 1) ?? []);
      if (problem) return result(problem);
      if (isGiven(walked, given)) foundAt = walked.entries;
    }
    if (entries.length < batch) return result((await outside(chain, walked.entries)) ? 'value' : null);
    // The store answers other calls between two batches.
    await setImmediate();
  }
}
