// `npm run db:generate -- <name>`: the migrations of both kinds of workspace, for both engines. With `--freeze`, at the tag v0.1.0, none is edited any more.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { isFrozen, recordHashes } from './migrations/frozen.mjs';
import { writeMigrations } from './migrations/generate.mjs';
import { ROOT } from './setup/processes.mjs';

const { values, positionals } = parseArgs({ options: { freeze: { type: 'boolean' } }, allowPositionals: true });
await writeMigrations(positionals[0] ?? 'change', ROOT);
if (!isFrozen(ROOT)) {
  // The workspaces from which every later version must open are of the same tables.
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'tests/db/store/keptVersion.test.ts'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, VIGIE_KEEP: '1' } });
  process.exitCode = status ?? 1;
}
if (values.freeze) recordHashes(ROOT);
