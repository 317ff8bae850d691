// `npm run demo:build`: builds the demonstration from its story and writes it as it is shipped, in resources/demonstration.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { SHIPPED, recordSources } from './demo/sources.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ROOT, say } from './setup/processes.mjs';

// The day of a deadline ends at midnight where its user sits: the demonstration's is in Toronto.
process.env.TZ = 'America/Toronto';
await ensureBuilt(say);
const builder = join(ROOT, 'db', 'entry', 'demo', 'builder.ts');
const { module } = await runnerImport(builder, { configFile: false, root: ROOT, logLevel: 'warn' });
// The packs are read by a process of their own, as everywhere.
const startReader = module.readersByNode(join(ROOT, 'dist', 'main', 'reader.cjs'), ROOT);
const job = { progress: () => undefined, checkpoint: () => undefined, breathe: () => Promise.resolve() };
const built = mkdtempSync(join(tmpdir(), 'vigie-demonstration-'));
try {
  await module.prepareDemonstration(built, { workerPath: join(ROOT, 'dist', 'main', 'worker.cjs'), startReader }, job);
  const different = await module.differences(built, SHIPPED);
  // Salts and keys are drawn again: the same rows would be other bytes.
  if (different.length > 0) await module.shipDemonstration(built, SHIPPED);
  recordSources();
  const [first = '', ...others] = different;
  say(
    first === ''
      ? 'The shipped demonstration is what the builder makes.'
      : `Written again, for it differs: ${first}${others.length > 0 ? ` and ${String(others.length)} more` : ''}.`,
  );
} finally {
  rmSync(built, { recursive: true, force: true });
}
