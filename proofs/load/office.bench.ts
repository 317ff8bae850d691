import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connectToServer } from '../../db/store/postgres/server/connect.ts';
import { newOffice, through, type Office, type Reach } from '../../tests/support/desks.ts';
import { followed, type Followed } from '../../tests/support/followed.ts';
import { postgresMissing } from '../../tests/support/postgres.ts';
import { newServerFolder, startAgain, startServer } from '../../tests/support/postgresServer.ts';
import { Desk } from './desk.ts';
import { judge } from './judge.ts';
import { LoadRecord } from './record.ts';

const numberOf = (name: string, otherwise: number): number => Number(process.env[`VIGIE_LOAD_${name}`] ?? otherwise);
const deskCount = numberOf('DESKS', 60);
const minutes = numberOf('MINUTES', 10);
/** Seconds from one act of an officer to the next: a day's work in the time of the test. */
const pause = numberOf('PAUSE', 4);
/** How the server's standby follows it, where it has one: `synchronous` or `asynchronous`. */
const follows = process.env['VIGIE_LOAD_STANDBY'];
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function print(record: LoadRecord): void {
  const cell = (value: number): string => value.toFixed(0).padStart(8);
  say(`\n${'method'.padEnd(26)}${['calls', 'median', 'p95', 'longest'].map((each) => each.padStart(8)).join('')}`);
  for (const [method, ...values] of record.table()) say(`${method.padEnd(26)}${values.map(cell).join('')}`);
  const all = [record.calls, record.quantile(0.5), record.quantile(0.95), record.quantile(1)];
  say(`${'all'.padEnd(26)}${all.map(cell).join('')}`);
}

const confirmedIn = (record: LoadRecord): number =>
  [...record.confirmed.values()].reduce((total, each) => total + each, 0);

/** Kills the server for good; the desks go on at its standby. */
async function failOver({ database }: Office, { standby, promote }: Followed, record: LoadRecord): Promise<void> {
  const before = confirmedIn(record);
  const began = performance.now();
  process.kill(database.server.pid, 'SIGKILL');
  await promote();
  // Where the checks at the end look.
  Object.assign(database.server, standby);
  const promoted = performance.now() - began;
  while (confirmedIn(record) === before) await setTimeout(10);
  const gap = performance.now() - began;
  say(`standby promoted after ${promoted.toFixed(0)} ms; next write confirmed ${gap.toFixed(0)} ms after the kill`);
}

it.skipIf(postgresMissing)(`an office of ${String(deskCount)} desks loses nothing ${postgresMissing}`, async () => {
  let server = await startServer(newServerFolder(), { durable: true });
  const office = await newOffice(server);
  const standby =
    follows === undefined ? null : await followed(office.database, { isSynchronous: follows !== 'asynchronous' });
  const reach: Reach = standby ? (account) => connectToServer(standby.place, account) : through();
  const record = new LoadRecord();
  const desks = Array.from(
    { length: deskCount },
    (_, index) => new Desk(office, record, `officer${String(index + 1)}`, reach, pause),
  );
  for (const desk of desks) await desk.open();
  const end = performance.now() + minutes * 60_000;
  const isDone = (): boolean => performance.now() >= end;
  const work = Promise.all(desks.map((desk) => desk.work(isDone)));
  let [deskKills, serverKills] = [0, 0];
  const killServerAt = (standby ? [1 / 2] : [1 / 3, 2 / 3])
    .map((part) => end - part * minutes * 60_000)
    .sort((a, b) => b - a);
  while (!isDone()) {
    await Promise.race([setTimeout(Math.min(10_000, minutes * 6000)), work]);
    if (isDone()) break;
    desks[Math.floor(Math.random() * desks.length)]?.kill();
    deskKills += 1;
    if (performance.now() < (killServerAt.at(-1) ?? Infinity)) continue;
    killServerAt.pop();
    serverKills += 1;
    if (standby) {
      await failOver(office, standby, record);
      server = standby.standby;
    } else {
      process.kill(server.pid, 'SIGKILL');
      server = await startAgain(server);
    }
  }
  await work;
  const { lost, faults, entries } = await judge(office, record);
  const isLossAllowed = follows === 'asynchronous';
  if (isLossAllowed) say(`lost with the server, as its standby did not have it yet: ${lost.join('; ') || 'nothing'}`);
  print(record);
  const confirmed = confirmedIn(record);
  say(
    `${String(deskCount)} desks, ${String(minutes)} minutes; ${String(confirmed)} writes confirmed, ${String(record.refused)} refused by a rule, ` +
      `${String(record.away)} times without a server; ${String(deskKills)} desks and ${String(serverKills)} times the server killed; ` +
      `${String(entries)} entries in the audit`,
  );
  await office.close();
  process.kill(server.pid, 'SIGQUIT');
  expect([...(isLossAllowed ? [] : lost), ...faults]).toEqual([]);
  expect(confirmed).toBeGreaterThan(deskCount);
});
