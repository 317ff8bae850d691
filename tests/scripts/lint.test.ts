import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { leftovers } from '../../scripts/lint/leftovers.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vigie-lint-')));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const refused = `
import { isToday } from 'date-fns/isToday';
import dayjs from 'dayjs';
enum Colour { red }
export default Colour;
declare const store: { transaction(work: () => unknown): void };
store.transaction(async () => { await Promise.resolve(1); });
export const day = new Date('2027-01-05');
interface Query { where(row: unknown): Query }
declare const db: { delete(table: string): Query; update(table: string): { set(row: unknown): Query } };
db.delete('unit');
db.update('unit').set({});
db.update('unit').set({}).where(1);
Promise.resolve(1);
export const count: number = 'one';
export const whole = (text: string) => text ?? 'none';
declare const StoreFailure: new (code: string, reason: string, at: readonly object[]) => object;
export const stateOf = () => new StoreFailure('conflict', 'name_taken', [{ path: 'name', code: 'name_taken' }]);
export const parts = { ...{ one: [...['a', 'b']] }, ...(day.valueOf() > 0 && { two: 2 }) };
export const long = [${"'a', 0, ".repeat(60)}];
export const times = [Date.now(), new Date(), Date(), isToday(day), dayjs()];
`;

it('refuses each construct that the project does without, once and by name', () => {
  for (const path of ['.oxlintrc.json', 'tsconfig.base.json', 'db/tsconfig.json', 'scripts/lint'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'db'), { recursive: true });
  writeFileSync(join(folder, 'db/one.ts'), refused);
  const without = join(
    folder,
    leftovers.find((path) => path.startsWith('db/'))!,
  );
  mkdirSync(dirname(without), { recursive: true });
  writeFileSync(without, 'export {};');

  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout, status } = spawnSync(process.execPath, [oxlint, '--format=json', 'db'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] };
  const found = diagnostics.map(({ code, message }) =>
    /^vigie\((?:syntax|where|clock|habits)\)$/.test(code) ? message : code,
  );
  expect(status).toBe(1);
  expect(found.toSorted()).toEqual(
    [
      'A civil date has no zone: parse it with #contract/dates.',
      'A line of over 300 characters: give its parts names.',
      ...Array<string>(2).fill('A spread literal only spares lines: write its parts where they belong.'),
      'Dispatch owns the transaction.',
      'Name whose state it is.',
      'Named exports only.',
      'Take it off scripts/lint/leftovers.mjs.',
      'The path of the field is enough: its problem is the reason.',
      'Use a const object.',
      ...Array<string>(5).fill(
        'The time is read from one clock: `context.clock`, or `nowFrom` of #contract/ground/clock.',
      ),
      'Without .where() this deletes every row.',
      'Without .where() this updates every row.',
      'typescript(TS1294)',
      'typescript(TS2322)',
      'typescript(no-floating-promises)',
      'typescript(no-unnecessary-condition)',
    ].toSorted(),
  );
});
