// The demonstration's own backtest, by `vigie plan` in its coordination workspace.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coordinationWorkspaceName } from '../../db/entry/demo/names.ts';
import { demonstrationPassphrase } from '../../db/entry/demo/signIns.ts';
import { ensureBuilt } from '../../scripts/setup/build.mjs';
import { ROOT, projectNode } from '../../scripts/setup/processes.mjs';

/** The last month of the packs of the demonstration. */
const LAST_MONTH = '2026-09';

/** @param {readonly string[]} args @param {string} [input] */
function vigie(args, input = '') {
  const command = [join(ROOT, 'dist', 'main', 'vigie.cjs'), ...args, '--json'];
  const out = execFileSync(projectNode(), command, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(out).value;
}

/** @param {(message: string) => void} say */
export async function backtestOfDemonstration(say) {
  await ensureBuilt(say);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-forecast-'));
  try {
    vigie(['demo', 'prepare', folder]);
    const workspace = join(folder, `${coordinationWorkspaceName}.vigie`);
    const access = ['--workspace', workspace, '--login', 'coordonnatrice'];
    const asked = ['plan', '--all', '--last-month', LAST_MONTH, '--backtest', ...access];
    return vigie(asked, `${demonstrationPassphrase}\n`).backtest;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
