// The command line in the repository: `npm run -s vigie -- ARGUMENT...`. What is not its own output goes to stderr.
import { join } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ROOT, become, projectNode } from './setup/processes.mjs';

try {
  await ensureBuilt((message) => process.stderr.write(`${message}\n`));
  become(projectNode(), [join(ROOT, 'dist', 'main', 'vigie.cjs'), ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
