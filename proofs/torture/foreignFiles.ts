import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { dispatch } from '../../db/store/dispatch.ts';
import { createCoordination } from '../../tests/support/packs.ts';
import { copyOfUnit, type TestStore } from '../../tests/support/store.ts';
import { bombs, wholeFiles, type Seed } from './foreignSeeds.ts';
import { mutated, mutatedArchive } from './mutate.ts';
import { tryEach, type BrokenPromise, type Chance } from './promise.ts';

/** A process of a reader may have a gigabyte, and 20 s; what is more here is the asking. */
const mostMemory = 1024;
const mostTime = 22_000;

type Question = readonly [method: string, inputOf: (file: string) => object];

const csv = { kind: 'csv', encoding: 'utf-8', separator: ',' } as const;
const mapping = (unitId: UnitId) => ({
  columns: { receivedOn: 0, externalNumber: 2 },
  dateOrder: 'day_first',
  unitId,
  sourceDefault: 'other',
});

const ofUnit = (unitId: UnitId): readonly Question[] => [
  ['imports.inspect', (file) => ({ file })],
  ['imports.preview', (file) => ({ file, reading: csv, mapping: mapping(unitId), jobId: randomUUID() })],
  ['tips.read', (file) => ({ file, jobId: randomUUID() })],
  ['extracts.inspect', (file) => ({ kind: 'investigations', file })],
  ['reference.inspect', (file) => ({ file })],
  ['exchanges.inspectKey', (file) => ({ file })],
  ['exchanges.read', (file) => ({ file })],
  ['offences.importCatalogue', (file) => ({ file })],
  ['offences.importCodes', (file) => ({ file })],
  ['backups.inspect', (file) => ({ file })],
];

const ofCoordination = (agreementId: string): readonly Question[] => [
  ['packs.inspect', (file) => ({ file })],
  ['rollup.inspect', (place) => ({ place })],
  ['templates.inspect', (file) => ({ file })],
  ['frameworks.inspect', (file) => ({ file })],
  ['frameworks.import', (file) => ({ file })],
  ['funding.previewFile', (file) => ({ agreementId, register: 'budget', fiscalYear: 2026, file })],
];

interface Side {
  readonly test: TestStore;
  readonly questions: readonly Question[];
  /** What goes on being answered whatever was read. */
  readonly alive: string;
}

async function openSides(): Promise<readonly Side[]> {
  const { test, unitId } = await copyOfUnit();
  await test.signInAs('admin');
  const userId = test.store.requireUnlocked().session.user.id;
  const roles: Role[] = ['administrator', 'investigator', 'supervisor'];
  await test.call('users.grant', { userId, version: 1, roles, unitIds: [unitId] });
  await test.signInAs('admin');
  const coordination = await createCoordination();
  const agreementId = await coordination.agreementFor([]);
  return [
    { test, questions: ofUnit(unitId), alive: 'referrals.waiting' },
    { test: coordination.test, questions: ofCoordination(agreementId), alive: 'agreements.list' },
  ];
}

/** In MiB, the most that any child of this process ever had. */
function mostOfChildren(): number {
  const ofThis = (name: string): number => {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      if (!status.includes(`\nPPid:\t${String(process.pid)}\n`)) return 0;
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  return Math.max(
    0,
    ...readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(ofThis),
  );
}

function another(seeds: readonly Seed[], chance: Chance): { readonly name: string; readonly bytes: Buffer } {
  const others = seeds.map(({ bytes }) => bytes);
  const { name, bytes, parts } = chance.oneOf(seeds);
  if (chance.below(20) === 0) return { name: chance.oneOf(seeds).name, bytes };
  return { name, bytes: parts ? mutatedArchive(parts, chance, others) : mutated(bytes, chance, others) };
}

/** What is wrong with the answer to one file; empty where nothing is. */
async function tryFile(side: Side, file: Omit<Seed, 'parts'>, chance: Chance): Promise<readonly string[]> {
  const { test, questions, alive } = side;
  const path = join(test.parent, file.name);
  writeFileSync(path, file.bytes);
  const [method, inputOf] = chance.oneOf(questions);
  const began = performance.now();
  const reply = await dispatch(test.store, method, inputOf(test.grant(path)));
  const took = performance.now() - began;
  const goesOn = await dispatch(test.store, alive, {});
  const wrong = [
    ...(!reply.ok && ['internal', 'locked', 'busy'].includes(reply.error.code) ? [reply.error.code] : []),
    ...(took > mostTime ? [`took ${String(Math.round(took))} ms`] : []),
    ...(goesOn.ok ? [] : [`the store answers ${goesOn.error.code}`]),
  ];
  return wrong.map((each) => `${method} of ${file.name} (${String(file.bytes.length)} bytes): ${each}`);
}

export const foreignFiles: BrokenPromise = {
  name: 'foreign files',
  promise: 'A file of someone else’s is read or refused by name within 1 GB and 20 s, and the store goes on',
  few: 40,
  many: 10_000,
  tryIt: async (times, chance) => {
    const seeds = await wholeFiles();
    const sides = await openSides();
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, mostOfChildren());
    }, 50);
    // Each bomb once where the run is long, in addition to the files that are changed at random.
    const costly = times > 1000 ? bombs : bombs.slice(0, 1);
    try {
      const outcome = await tryEach(times, 'file', async (time) => {
        const bomb = costly[time];
        const file = bomb ? await bomb() : another(seeds, chance);
        return tryFile(chance.oneOf(sides), file, chance);
      });
      if (memory <= mostMemory) return outcome;
      return { ...outcome, lost: [...outcome.lost, `a reader had ${String(Math.round(memory))} MiB`] };
    } finally {
      clearInterval(watch);
      for (const { test } of sides) test.dispose();
    }
  },
};
