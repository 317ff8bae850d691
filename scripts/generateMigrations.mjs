// `npm run db:generate -- <name>`: the migrations of both kinds of workspace, for both engines. With `--freeze`, at the tag v0.1.0, none is edited any more.
import { parseArgs } from 'node:util';
import { recordHashes } from './migrations/frozen.mjs';
import { writeMigrations } from './migrations/generate.mjs';
import { ROOT } from './setup/processes.mjs';

const { values, positionals } = parseArgs({ options: { freeze: { type: 'boolean' } }, allowPositionals: true });
await writeMigrations(positionals[0] ?? 'change', ROOT);
if (values.freeze) recordHashes(ROOT);
