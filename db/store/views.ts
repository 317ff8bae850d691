import type { AuditMethod } from '#contract/acts';
import type { ReadMethod } from '#contract/ground/define';
import { z } from 'zod';
import { filesNamed, recordNamed, withFiles } from './audit/calledFor.ts';
import { noteInBurst } from './bursts.ts';
import { idsAt } from './named.ts';
import type { Store, Unlocked } from './store.ts';
import { transact } from './transact.ts';
import type { AuditFact } from '../ground/kernel/database.ts';

/** A page that is refreshed within this time is still the same view. */
const viewLasts = 60_000;

interface View {
  readonly until: number;
  readonly written: Promise<unknown>;
}

const views = new WeakMap<Unlocked, Map<string, View>>();

/** What a read owes the audit, once it has its answer and before the answer is given. */
export async function noteRead(
  store: Store,
  name: AuditMethod,
  method: ReadMethod,
  input: unknown,
  output: unknown,
): Promise<void> {
  const { audited } = method;
  if (typeof audited === 'object') return;
  const subject = recordNamed(input);
  if (audited === 'view' || audited === 'part') {
    const [file] = filesNamed(method, input);
    const shown = idsAt(output, method.shows);
    const fact = withFiles(method, input, { ...(subject && { subject }) }, shown);
    await noteView(store, name, fact, {
      key: audited === 'part' && file !== undefined ? file : JSON.stringify([name, input, shown]),
      covers: file,
    });
    return;
  }
  await noteInBurst(store, {
    key: `${name} ${subject?.id ?? ''}`,
    method: name,
    outcome: 'done',
    fact: { ...(subject && { subject }), ...wordsOf(audited, input) },
    rows: rowsIn(output),
    quietFor: quietAfter[audited],
  });
}

const quietAfter = { search: 1000, rows: 10_000 } as const;

/** The entry of a view is written before its content is shown; a part of a file is covered by a view of the file. */
async function noteView(
  store: Store,
  name: AuditMethod,
  fact: AuditFact,
  { key, covers }: { readonly key: string; readonly covers: string | undefined },
): Promise<void> {
  const unlocked = store.requireUnlocked();
  const known = views.get(unlocked) ?? new Map<string, View>();
  views.set(unlocked, known);
  const now = performance.now();
  for (const [each, { until }] of known) if (until < now) known.delete(each);
  const running = known.get(key);
  if (running) {
    await running.written;
    return;
  }
  const written = transact(store, name, () => Promise.resolve({ output: null, audit: fact }), { onlyAudit: true });
  const view = { until: now + viewLasts, written };
  const keys = covers === undefined ? [key] : [key, covers];
  for (const each of keys) known.set(each, view);
  try {
    await written;
  } catch (error) {
    for (const each of keys) known.delete(each);
    throw error;
  }
}

const search = z.object({ text: z.string() });

/** The words of a search are a value, which can be forgotten: the chain keeps their salted hash. */
function wordsOf(audited: 'rows' | 'search', input: unknown): Pick<AuditFact, 'changes'> {
  const typed = search.safeParse(input);
  if (audited !== 'search' || !typed.success) return {};
  return { changes: [{ field: 'words', before: null, after: typed.data.text }] };
}

function rowsIn(output: unknown): number {
  const lists = Object.values(output ?? {}).filter((each) => Array.isArray(each));
  return lists.reduce((count, list) => count + list.length, 0);
}
