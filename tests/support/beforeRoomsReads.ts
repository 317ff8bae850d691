import type { Output } from '../../electron/contract/index.ts';
import type { TestStore } from './store.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import { questionsTo } from './coordinatorsReads.ts';
import { readEverything } from './everyRead.ts';
import { figuresIn, type Answers, type Kind } from './beforeRooms.ts';

export const logins: Readonly<Record<Kind, readonly string[]>> = {
  unit: ['admin', 'supervisor', 'investigator', 'receiver'],
  coordination: ['admin', 'coordinator', 'alpha', 'beta'],
};

/** Answers of the laboratory are estimates: its own tests hold them. */
const isEstimate = (name: string): boolean => name.startsWith('counterfactual.');

async function ask(test: TestStore, answers: Answers, name: string, input: object): Promise<void> {
  const reply = await dispatch(test.store, name, input);
  if (name === 'users.list' && reply.ok) {
    // What waits was an answer of the same method.
    const { items: approvals } = await test.call('users.waiting', {});
    (answers[name] ??= []).push(figuresIn({ ...(reply.value as object), approvals }));
    return;
  }
  (answers[name] ??= []).push(reply.ok ? figuresIn(reply.value) : reply.error.code);
}

function idOf(test: TestStore, query: string): string {
  const id: unknown = test.store.requireUnlocked().raw.prepare(query).pluck().get();
  if (typeof id !== 'string') throw new Error(`Nothing found: ${query}`);
  return id;
}

/** A file by the beginning of its number, as the questions about a file need it. */
function fileOf(test: TestStore, marker: string) {
  const find = (query: string) => idOf(test, query) as never;
  const investigation = `(SELECT id FROM investigation WHERE number = '${marker}-2026')`;
  return {
    marker,
    investigationId: find(`SELECT id FROM investigation WHERE number = '${marker}-2026'`),
    referralId: find(`SELECT id FROM referral WHERE external_number = '${marker}-1'`),
    personId: find(`SELECT id FROM person WHERE name = '${marker} subject'`),
    paperId: find(`SELECT id FROM paper WHERE investigation_id = ${investigation} ORDER BY id LIMIT 1`),
    unitId: idOf(test, "SELECT id FROM unit WHERE code = 'U01'"),
    userId: idOf(test, "SELECT id FROM user WHERE login = 'supervisor'"),
    operationId: idOf(test, "SELECT id FROM operation WHERE name = 'Operation A'"),
    partnerId: idOf(test, "SELECT id FROM partner WHERE name = 'Partner of A'"),
  };
}

/** No directory named who has no access then, and no deadline of a file who holds what expires. */
function asThen(name: string, answer: object): object {
  if (name === 'users.directory') {
    const { users } = answer as Output<'users.directory'>;
    return { users: users.filter(({ hasAccess }) => hasAccess) };
  }
  if (name !== 'timeline.list') return answer;
  const { ahead, ...rest } = answer as Output<'timeline.list'>;
  return { ...rest, ahead: ahead.map((entry) => (entry.kind === 'deadline' ? { ...entry, detail: null } : entry)) };
}

async function readUnit(test: TestStore): Promise<Answers> {
  const answers: Answers = {};
  for (const marker of ['FICTIFA', 'FICTIFB']) {
    const read = await readEverything(test, fileOf(test, marker));
    for (const [name, text] of Object.entries(read))
      (answers[name] ??= []).push(text.startsWith('{') ? figuresIn(asThen(name, JSON.parse(text) as object)) : text);
  }
  for (const list of ['referrals', 'investigations', 'due', 'devices']) await ask(test, answers, 'lists.get', { list });
  await ask(test, answers, 'users.list', {});
  return answers;
}

/** The questions that a coordinator may ask, about the first agreement and the one whose return was restated. */
function questionsOf(test: TestStore) {
  const { raw } = test.store.requireUnlocked();
  const agreement = (code: string): string => idOf(test, `SELECT id FROM agreement WHERE code = '${code}'`);
  const returnOf = (id: string) =>
    idOf(test, `SELECT id FROM funding_return WHERE agreement_id = '${id}' ORDER BY sequence DESC LIMIT 1`);
  const units = raw.prepare('SELECT code, id FROM unit ORDER BY code').all() as { code: string; id: string }[];
  const packs = raw.prepare('SELECT id FROM pack ORDER BY id').pluck().all() as string[];
  const [alpha, beta] = [agreement('AG-ALPHA'), agreement('AG-GAMMA')];
  const all = questionsTo({
    alpha,
    beta,
    workspaceId: idOf(
      test,
      'SELECT agreement_id FROM funding_return WHERE agreement_id NOT IN (SELECT id FROM agreement)',
    ),
    units: Object.fromEntries(units.map(({ code, id }) => [code, { unitId: id }])),
    packs: Object.fromEntries(packs.map((id) => [id, id])),
    rows: { alpha: { returnId: returnOf(alpha) }, beta: { returnId: returnOf(beta) } },
  } as never);
  // These registers came since: nothing was answered of them then.
  const since: readonly unknown[] = ['targets', 'amendments'];
  return all.filter(([, input]) => !('register' in input && since.includes(input.register)));
}

async function readCoordination(test: TestStore): Promise<Answers> {
  const answers: Answers = {};
  for (const [name, input] of questionsOf(test)) if (!isEstimate(name)) await ask(test, answers, name, input);
  for (const list of ['referrals', 'due', 'devices']) await ask(test, answers, 'lists.get', { list });
  await ask(test, answers, 'users.list', {});
  return answers;
}

/** What everyone who signs in to the workspace is answered, as it is now. */
export async function readNow(kind: Kind, test: TestStore): Promise<Readonly<Record<string, Answers>>> {
  const all: Record<string, Answers> = {};
  // It was made on days of the following year too.
  await test.signInAs('admin');
  if (test.store.clockDoubt) await test.call('clock.confirm', {});
  for (const login of logins[kind]) {
    await test.signInAs(login);
    all[login] = kind === 'unit' ? await readUnit(test) : await readCoordination(test);
  }
  return all;
}
