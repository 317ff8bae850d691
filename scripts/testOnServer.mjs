// Plays the tests that open a unit through `copyOfUnit` with that unit on PostgreSQL, and says what is not run there and why.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Rooms whose tests are about a unit's work; the folder's own engine is tested in `store`, and reporting works in another kind of workspace. */
const rooms = ['accounts', 'casework', 'custody', 'intake', 'ledger', 'statistics'];

const asked = process.argv.slice(2);
const all = rooms.flatMap((room) => globSync(`tests/db/${room}/**/*.test.ts`)).sort();
const wanted = all.filter((path) => asked.length === 0 || asked.some((part) => path.includes(part)));
const files = wanted.filter((path) => readFileSync(path, 'utf8').includes('copyOfUnit'));

const report = join(mkdtempSync(join(tmpdir(), 'vigie-on-server-')), 'report.json');
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', ...files, '--reporter=dot', '--reporter=json', `--outputFile=${report}`];
spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, VIGIE_ENGINE: 'postgres' } });

const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const tests = testResults.flatMap(({ name, message, assertionResults }) =>
  assertionResults.length > 0
    ? assertionResults.map((each) => ({ ...each, file: relative('.', name) }))
    : [{ fullName: 'the file itself', status: 'failed', failureMessages: [message], file: relative('.', name) }],
);
// What a test asks of the folder's own file is refused on a server by this failure and no other.
const isFolders = ({ failureMessages }) => failureMessages.some((text) => text.includes('forbidden: workspace_kind'));
const of = (status) => tests.filter((test) => test.status === status);
const failed = of('failed');
const folders = failed.filter(isFolders);
const red = failed.filter((test) => !isFolders(test));
const list = (title, lines) => {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
};
const named = ({ file, fullName }) => `${file}: ${fullName}`;
list(
  'Not run: these files open workspaces of their own (two that meet, a coordination workspace, or none).',
  wanted.filter((path) => !files.includes(path)),
);
list('Not run: these tests read the file of the folder itself.', folders.map(named));
list('Failed:', red.map(named));
console.log(
  `\n${String(files.length)} files: ${String(of('passed').length)} tests green, ${String(red.length)} red, ` +
    `${String(folders.length)} that read the folder's file, ${String(wanted.length - files.length)} files without such a unit.`,
);
process.exit(red.length > 0 ? 1 : 0);
