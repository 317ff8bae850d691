// Whether dist holds today's sources, and building it when it does not.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, ROOT, SetupError, projectNode, run } from './processes.mjs';

const SOURCES = ['electron', 'renderer', 'db', 'electron.vite.config.ts', 'postcss.config.mjs', 'package-lock.json'];
const OUTPUTS = ['main/main.cjs', 'main/store.cjs', 'main/vigie.cjs', 'preload/preload.cjs', 'renderer/index.html'];

/** @param {string} path @returns {number} the latest change in a file or a folder, removals included */
function latestChange(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, latestChange(join(path, name))), stat.mtimeMs);
}

export function buildIsStale(root = ROOT) {
  const outputs = OUTPUTS.map((name) => join(root, 'dist', name));
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldestOutput = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((name) => latestChange(join(root, name)) > oldestOutput);
}

/** @param {(message: string) => void} tell */
export async function ensureBuilt(tell) {
  if (!buildIsStale()) return;
  const electronVite = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!existsSync(electronVite)) throw new SetupError('The packages are missing: run "node scripts/setup.mjs" first.');
  tell('Building the application...');
  await run(projectNode(), [electronVite, 'build', '--logLevel', 'warn'], { env: pathWithBin() }).catch((error) => {
    throw new SetupError(`The build failed: ${error.message}`);
  });
}

/** The environment in which `node`, `playwright` and the like are the project's own. @returns {NodeJS.ProcessEnv} */
export function pathWithBin(environment = process.env) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...environment, [name]: `${BIN}${separator}${environment[name] ?? ''}` };
}
