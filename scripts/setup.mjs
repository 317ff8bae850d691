// Makes a fresh clone ready: packages, Electron, system libraries. Does only what is missing; safe to run at any time.
// `--retry` asks for the official Electron again on a network that refused it lately.
import { dependenciesReady, installDependencies, nodeIsRecent, requireRecentNode } from './setup/dependencies.mjs';
import { installPostgres, postgresReady } from './setup/postgres.mjs';
import { SetupError, become, projectNode } from './setup/processes.mjs';
import { electronRuntime, installRuntime, runtimeReady } from './setup/runtime.mjs';
import { findMissing, installMissing, requiredMissing } from './setup/system.mjs';

const retry = process.argv.includes('--retry');

async function setUp() {
  if (!dependenciesReady()) await installDependencies();
  await requireRecentNode();
  if (!nodeIsRecent(process.version)) {
    // From here on packages are used, and they need the Node that came with them.
    return become(projectNode(), process.argv.slice(1));
  }
  if (!runtimeReady(retry)) await installRuntime(retry);
  const testTools = !['prestart', 'predev'].includes(process.env.npm_lifecycle_event);
  const missing = await findMissing(electronRuntime().executable, { testTools });
  if (requiredMissing(missing) || missing.testTools) await installMissing(missing);
  if (testTools && !postgresReady()) await installPostgres();
}

try {
  await setUp();
} catch (error) {
  const known = error instanceof SetupError;
  process.stderr.write(`Set-up stopped: ${known ? error.message : String(error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
