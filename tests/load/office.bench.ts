import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { checkServer } from '../../db/store/postgres/server/check.ts';
import { connectToServer } from '../../db/store/postgres/server/connect.ts';
import { newOffice, one, other, readBy, through, type Office, type Reach } from '../support/desks.ts';
import { followed, type Followed } from '../support/followed.ts';
import { officeFaults } from '../support/officeFaults.ts';
import { postgresMissing } from '../support/postgres.ts';
import { newServerFolder, startAgain, startServer } from '../support/postgresServer.ts';
import { Desk } from './desk.ts';
import { LoadRecord } from './record.ts';

const numberOf = (name: string, otherwise: number): number => Number(process.env[`VIGIE_LOAD_${name}`] ?? otherwise);
const deskCount = numberOf('DESKS', 60);
const minutes = numberOf('MINUTES', 10);
/** Seconds from one act of an officer to the next: a day's work in the time of the test. */
const pause = numberOf('PAUSE', 4);
/** How the server's standby follows it, where it has one: `synchronous` or `asynchronous`. */
const follows = process.env['VIGIE_LOAD_STANDBY'];
/** Milliseconds under which 95 calls of a hundred must be. */
const limit = 100;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Each text that was confirmed is there once, and each confirmed act has its entry. */
async function lostOf({ rowsOf, desk }: Office, record: LoadRecord): Promise<string[]> {
  const read = readBy(await desk('officer1', [one, other]));
  const faults: string[] = [];
  const kept = new Map<string, number>();
  for (const [kind, table, column] of [
    ['referral', 'referral', 'summary'],
    ['note', 'note', 'text'],
  ] as const)
    for (const row of await read(table)) record.count(kept, `${kind} ${String(row[column])}`);
  for (const text of record.texts) if (!kept.has(text)) faults.push(`lost: ${text}`);
  for (const [text, times] of kept) if (times > 1) faults.push(`${String(times)} times: ${text}`);
  const logins = new Map((await rowsOf('"user"')).map(({ id, login }) => [id, String(login)]));
  const entries = new Map<string, number>();
  for (const { actor_id: actor, method, outcome } of await rowsOf('audit_entry'))
    if (outcome === 'done') record.count(entries, `${logins.get(actor) ?? ''} ${String(method)}`);
  for (const [key, confirmed] of record.confirmed) {
    const found = entries.get(key) ?? 0;
    const most = confirmed + (record.unknown.get(key) ?? 0);
    if (found < confirmed || found > most)
      faults.push(`${key}: ${String(confirmed)} to ${String(most)} expected, ${String(found)} in the audit`);
  }
  return faults;
}

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
  const report = await checkServer(await office.database.connect(), () => Date.now());
  const lost = await lostOf(office, record);
  if (follows === 'asynchronous')
    say(`lost with the server, as its standby did not have it yet: ${lost.join('; ') || 'nothing'}`);
  const faults = [
    ...record.faults,
    ...(follows === 'asynchronous' ? [] : lost),
    ...(await officeFaults(office.rowsOf)),
    ...report.problems
      .filter(({ code }) => code !== 'audit_times')
      .map(({ code, names }) => `${code}: ${names.join(', ')}`),
  ];
  print(record);
  const confirmed = confirmedIn(record);
  say(
    `${String(deskCount)} desks, ${String(minutes)} minutes; ${String(confirmed)} writes confirmed, ${String(record.refused)} refused by a rule, ` +
      `${String(record.away)} times without a server; ${String(deskKills)} desks and ${String(serverKills)} times the server killed; ` +
      `${String(report.entries)} entries in the audit`,
  );
  await office.close();
  process.kill(server.pid, 'SIGQUIT');
  expect(faults).toEqual([]);
  expect(confirmed).toBeGreaterThan(deskCount);
  expect(record.quantile(0.95)).toBeLessThan(limit);
});
