// Plays the tests that open a unit through its fixture, `copyOfUnit` or `copiesOfUnit`, or a coordination workspace, with it on PostgreSQL, and says what is not run there and why.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The folder's own engine is tested in `store`. */
const rooms = ['accounts', 'casework', 'custody', 'intake', 'ledger', 'reporting', 'statistics'];

const [wholeWords, noBackups, noAudit] = [
  'a server finds whole words and no beginnings of words',
  'the backups of a server are made by its own tools',
  'an officer reads no entry of the audit on a server',
];
const unaudited = 'it deletes months without an entry in the audit, as nobody can on a server';
/** Tests whose answer is another one on a server, by their names, and why. */
const others = new Map([
  [
    'search everywhere finds persons by name and identifiers whole or by a part, of the session’s units alone',
    wholeWords,
  ],
  ['search everywhere finds words that begin so, accents and capitals folded, newest entered first', wholeWords],
  ['search everywhere finds a beginning that more words have than are asked for by name', wholeWords],
  ['search everywhere agrees with reading every row, whatever the words', wholeWords],
  ['ticks each step of the first day once the workspace shows that it is done', noBackups],
  ['a set of assumptions is audited with what it was and what it is', noAudit],
  ['importing a reference takes the place of the one before it, and the audit tells of both', noAudit],
  [
    'the book of files agrees with the ledger on every month’s end, and with a first reading after every change',
    'it deletes the book in the file of the folder',
  ],
  [
    'the parts of every count add up to it with what is not known, also once files are sealed and purged',
    'an administrator of no unit sees no purge on a server',
  ],
  ['a quarter pack brings to coordination the very panel that the unit sees, blanks and statuses included', unaudited],
  ['a quarter pack names before the export what it would lack', unaudited],
  [
    'the stock of a quarter in a pack tells of every unit, whoever exports it',
    'a pack is exported by a person of every unit on a server',
  ],
  [
    'a return counted a second time from its own files comes to the same counts, sums, ratios, changes and coverage',
    'it writes into the file of the folder',
  ],
]);

const asked = process.argv.slice(2);
const all = rooms.flatMap((room) => globSync(`tests/db/${room}/**/*.test.ts`)).sort();
const wanted = all.filter((path) => asked.length === 0 || asked.some((part) => path.includes(part)));
const files = wanted.filter((path) =>
  /copyOfUnit|copiesOfUnit|createCoordination|createExportedReturn|createTwoAgreements|fixtures\/(?:shared\/)?(?:unit|investigation|coordination|exportedReturn)\.ts/.test(
    readFileSync(path, 'utf8'),
  ),
);
if (files.length === 0) {
  console.error(`No test that this plays has "${asked.join('" or "')}" in its path.`);
  process.exit(2);
}

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
// What a test asks of the folder's own file is refused on a server by these failures and no other.
const isFolders = ({ failureMessages }) =>
  failureMessages.some((text) => /forbidden: workspace_kind|forbidden folder_only/.test(text));
const of = (status) => tests.filter((test) => test.status === status);
const failed = of('failed');
const folders = failed.filter(isFolders);
const different = failed.filter((test) => others.has(test.fullName) && !isFolders(test));
const red = [
  ...failed.filter((test) => !isFolders(test) && !different.includes(test)),
  ...of('passed').filter(({ fullName }) => others.has(fullName)),
];
const list = (title, lines) => {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
};
const named = ({ file, fullName }) => `${file}: ${fullName}`;
list(
  'Not run: these files open workspaces of their own (two that meet, or none).',
  wanted.filter((path) => !files.includes(path)),
);
list('Not run: these tests read the file of the folder itself.', folders.map(named));
list(
  'Another answer on a server:',
  different.map((test) => `${named(test)} (${others.get(test.fullName)})`),
);
list('Failed, or green against what is said of them:', red.map(named));
console.log(
  `\n${String(files.length)} files: ${String(of('passed').length)} tests green, ${String(red.length)} red, ` +
    `${String(different.length)} with another answer, ${String(folders.length)} that read the folder's file, ${String(wanted.length - files.length)} files without such a workspace.`,
);
process.exit(red.length > 0 ? 1 : 0);
