import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitId, UserId } from '#contract/ground/ids';
import { methodNamed, storeContract, type MethodName } from '#contract/index';
import { markedFile } from '../../../support/caseFiles.ts';
import { readEverything } from '../../../support/everyRead.ts';
import { FileWorkPlay } from '../../../support/playFileWork.ts';
import { onServer } from '../../../support/onServer.ts';
import { playLedger } from '../../../support/playLedger.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit, today, type TestStore } from '../../../support/store.ts';
import { officeWork } from './officeWork.ts';
import { notYetCompared } from './notYetCompared.ts';

interface Answer {
  readonly method: string;
  readonly isRefused: boolean;
  readonly output: unknown;
}

/** Ids, and digests of what holds ids. */
const drawn = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|(?<="reference\\?":\\?")[0-9A-F]{8}/g;

/** Each side draws its own ids: each is named by its place among those that appeared. */
class Places {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    return text.replaceAll(drawn, (id) => {
      const place = this.#known.get(id) ?? `id ${String(this.#known.size)}`;
      this.#known.set(id, place);
      return place;
    });
  }
}

const acts = ['log', 'log', 'open', 'move', 'court', 'bundle', 'conclude', 'split', 'again', 'log', 'wait', 'undo'];
const more = ['link', 'unlink', 'rule', 'proactive', 'reopen', 'send', 'answer'];
const steps = Array.from({ length: 90 }, (_, index) => ({
  what: (index % 3 === 0 ? more[(index / 3) % 7] : acts[index % 12]) ?? 'log',
  a: index * 7,
  b: index * 3,
  after: 2,
}));

const onFiles = [
  'arrest',
  'charge',
  'victim',
  'device',
  'authority',
  'support',
  'charge',
  'advance',
  'accuse',
  'dispose',
];
const changes = [
  'victimChange',
  'deviceChange',
  'authorityChange',
  'supportRemove',
  'victimRemove',
  'conclude',
  'reopen',
];
const fileWork = ['open', 'open', 'open', ...onFiles, ...onFiles, ...onFiles, ...changes, ...changes, ...changes];

/** A unit's work, from two files with a fact in every place that takes one to every list and figure: what each call was answered. */
async function work(on: TestStore, unitId: UnitId, userId: UserId): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const call: TestStore['call'] = async (method, input) => {
    try {
      const output = await on.call(method, input);
      answers.push({ method, isRefused: false, output });
      return output;
    } catch (error) {
      answers.push({ method, isRefused: true, output: String(error) });
      throw error;
    }
  };
  const test = { ...on, call };
  const marker = 'ZQXMARKA';
  const file = await markedFile(test, unitId, marker, { lead: userId });
  await markedFile(test, unitId, 'ZQXMARKB', { lead: userId, staysOpen: true });
  // The book of files is read here, and again once it has changed.
  await call('backlog.ageing', { on: '2026-11-20' });
  await playLedger(test, steps, [unitId]);
  await call('backlog.ageing', { on: '2026-11-20' });
  const play = new FileWorkPlay(test, [unitId]);
  for (const [index, what] of fileWork.entries()) await play.step({ what, a: index % 3, b: index * 2 });
  await officeWork(test, unitId, userId);
  const { partners } = await call('partners.list', { filter: {} });
  const { operations } = await call('operations.list', { filter: {} });
  const about = { ...file, unitId, userId, marker, operationId: operations[0]!.id, partnerId: partners[0]!.id };
  for (const [method, output] of Object.entries(await readEverything(on, about, notYetCompared)))
    answers.push({ method, isRefused: !output.startsWith('{'), output });
  return answers;
}

describe.skipIf(postgresMissing !== '')(`a unit on PostgreSQL ${postgresMissing}`.trim(), () => {
  let folder: TestStore;
  let server: TestStore;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const made = await copyOfUnit();
    folder = made.test;
    server = await onServer(folder);
    // Entries of what was read in a burst come when it ends: time stands still, so that no other time depends on them.
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    for (const { store } of [folder, server]) Object.assign(store.options, { clock });
    const given = [made.unitId, made.userId as UserId] as const;
    here = await work(folder, ...given);
    there = await work(server, ...given);
  });
  afterAll(() => {
    server.dispose();
  });

  it('answers as a folder does, whatever is asked', () => {
    const [one, other] = [new Places(), new Places()];
    expect(there.map(({ method }) => method)).toEqual(here.map(({ method }) => method));
    for (const [index, { method, output }] of here.entries())
      expect
        .soft(`${method} ${other.of(JSON.stringify(there[index]?.output))}`)
        .toBe(`${method} ${one.of(JSON.stringify(output))}`);
    expect(here.filter(({ output }) => String(output).includes('internal'))).toEqual([]);
  });

  it('has answered every method of a unit but those that are listed', () => {
    const asked = new Set(here.filter(({ isRefused }) => !isRefused).map(({ method }) => method));
    const ofUnits = (Object.keys(storeContract) as MethodName[]).filter(
      (name) => methodNamed(name as never).workspace !== 'coordination',
    );
    expect(ofUnits.filter((name) => !asked.has(name)).sort()).toEqual([...notYetCompared]);
  });
});
