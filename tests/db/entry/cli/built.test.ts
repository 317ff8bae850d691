import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from '../../../support/bombs.ts';
import {
  choosePassphrase,
  createDemonstrationStore,
  createUnitAndUser,
  type TestStore,
} from '../../../support/store.ts';
import { directly, newPlace, passphrase, type Place } from './support.ts';
import { isWhole } from '../../../support/whole.ts';

const built = resolve(import.meta.dirname, '../../../../dist/main/vigie.cjs');
const node = join(resolve(import.meta.dirname, '../../../../node_modules/.bin'), 'node');

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command as a process of its own, with nothing of ours in its environment but the language. */
function run(
  args: readonly string[],
  input: string,
  during?: (child: ReturnType<typeof spawn>) => void,
  nodeArgs: readonly string[] = [],
): Promise<Ended> {
  const child = spawn(existsSync(node) ? node : process.execPath, [...nodeArgs, built, ...args], {
    env: { PATH: process.env.PATH ?? '', LANG: 'en_CA.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  // It may refuse before it reads.
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  during?.(child);
  return new Promise((done) => {
    child.on('close', (exitCode) => {
      done({ exitCode, out, err });
    });
  });
}

let place: Place;
/** What the command says first of every workspace that is a demonstration. */
const notice = 'Demonstration: everything in this workspace is invented.\n';
let unit: TestStore;
let access: readonly string[];

describe.skipIf(!existsSync(built))('the built command (skipped where dist/main/vigie.cjs was not built)', () => {
  beforeAll(async () => {
    place = newPlace();
    unit = await createDemonstrationStore();
    await createUnitAndUser(unit, { login: 'worker' });
    await choosePassphrase(unit);
    unit.store.close();
    access = ['--workspace', unit.folder, '--login', 'worker'];
  });
  afterAll(() => {
    unit.dispose();
    place.dispose();
  });

  it('reads the passphrase from its input without waiting for the end, and exits by the code', async () => {
    const args = ['backlog', ...access, '--json'];
    const done = await run(args, `${passphrase}\n`);
    expect([done.exitCode, done.err, (JSON.parse(done.out) as { ok: boolean }).ok]).toEqual([0, notice, true]);
    const wrong = await run(args, 'another long passphrase\n');
    expect([wrong.exitCode, JSON.parse(wrong.out)]).toMatchObject([1, { error: { reason: 'wrong_passphrase' } }]);
  });

  // The built program loads two copies of the CSV library: an error of one is no instance of the other's class.
  it('names the row of a table that has more cells than its header', async () => {
    const data = place.write('ragged.csv', 'unit,month\nU01,2020-01\nU01,2020-02,9\n');
    const spec = place.write('ragged.json', '{}');
    const found = await run(['analyse', 'capacity', '--data', data, '--spec', spec], '');
    expect([found.exitCode, found.out]).toEqual([1, '']);
    expect(found.err).toContain('the row that ends on line 3 has more or fewer cells');
  });

  // README asks for Node 20 to set up; a process that reads foreign files needs the permissions of a later one.
  it('says which Node it needs where it was started by one without permissions', async () => {
    const flags = "Object.defineProperty(process, 'allowedNodeEnvironmentFlags', { value: new Set() })";
    const nodeArgs = ['--require', place.write('older.cjs', flags)];
    const args = ['analyse', 'its', '--data', 'a', '--spec', 'b'];
    const { exitCode, out, err } = await run(args, '', undefined, nodeArgs);
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toContain('npm run -s vigie --');
  });

  it.runIf(isWhole)('makes a workspace with the full strength of its keys', async () => {
    const folder = place.at('Strong.vigie');
    const made = await run(
      ['workspace', 'create', '--kind', 'coordination', '--workspace', folder, '--login', 'a'],
      `${passphrase}\n`,
    );
    expect([made.exitCode, made.err, made.out.includes('Recovery key: ')]).toEqual([0, '', true]);
    const list = ['audit', 'verify', '--workspace', folder, '--login', 'a'];
    expect((await run(list, `${passphrase}\n`)).exitCode).toBe(0);
  });

  it('says nothing when its reader goes away', async () => {
    const { exitCode, err } = await run(['--help'], '', (child) => {
      child.stdout?.destroy();
    });
    expect([exitCode, err]).toEqual([0, '']);
  });

  it.runIf(isWhole)(
    'refuses what would take all memory by name, and leaves nothing running',
    async () => {
      const data = place.write('long.csv', `unit,month\n${'1,1\n'.repeat(12_000_000)}`);
      const analysed = await run(
        ['analyse', 'its', '--data', data, '--spec', place.write('spec.json', '{}'), '--json'],
        '',
      );
      const bomb = place.write('bomb.xlsx', await emptyRows());
      const imported = await run(['import', 'referrals', bomb, ...access, '--json'], `${passphrase}\n`);
      const refusals = [analysed, imported].map(({ exitCode, out }) => {
        const { error } = JSON.parse(out) as { error: { code: string; reason: string } };
        return [exitCode, error.code, error.reason];
      });
      expect(refusals).toEqual([
        [1, 'invalid_input', expect.stringMatching(/^file_takes_too_(?:much_memory|long)$/)],
        [1, 'invalid_input', 'workbook_too_large'],
      ]);
    },
    90_000,
  );

  it('keeps all or nothing of an import that is interrupted', async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => `2026-05-04,public,I${index}`);
    const file = place.write('many.csv', ['Received,Source,Number', ...rows, ''].join('\n'));
    const args = ['import', 'referrals', file, ...access];
    const wal = join(unit.folder, 'store.db-wal');
    const { exitCode, err } = await run(args, `${passphrase}\n`, (child) => {
      const look = setInterval(() => {
        if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) < 1_000_000) return;
        clearInterval(look);
        child.kill('SIGINT');
      }, 10);
      child.on('close', () => {
        clearInterval(look);
      });
    });
    const held = await directly(unit.folder, 'worker', ({ store }) =>
      Promise.resolve(store.requireUnlocked().raw.prepare('SELECT count(*) FROM referral').pluck().get()),
    );
    expect([exitCode, err.startsWith(`${notice}vigie: Cancelled`), held]).toEqual(
      exitCode === 0 ? [0, false, rows.length] : [1, true, 0],
    );
  }, 60_000);
});
