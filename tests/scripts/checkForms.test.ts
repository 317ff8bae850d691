import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it.each([
  ['checkForms', 'no form was checked'],
  ['checkPages', 'no page was counted'],
])('%s says plainly that LibreOffice is missing, and does not pass for it', (name, undone) => {
  const ran = spawnSync(process.execPath, [join(root, `scripts/${name}.mjs`)], {
    env: { PATH: join(root, 'no-such-folder') },
    encoding: 'utf8',
  });
  expect([ran.status, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toBe(
    `LibreOffice is not installed: ${undone}. On Debian or Ubuntu: apt-get install libreoffice-calc\n`,
  );
});
