// Computes the chain of an audit journal again from what Debian's `sqlcipher` prints, with nothing but Node's own modules: docs/audit.md says how.
// node scripts/verifyAudit.mjs [head[@entry]] < journal.json
import { createHash } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const [wanted, wantedAt] = (process.argv[2] ?? '').split('@');
const names = ['actorId', 'at', 'facts', 'method', 'outcome', 'previousHash', 'sequence', 'subjectId', 'subjectKind'];
const columns = {
  actorId: 'actor_id',
  previousHash: 'previous_hash',
  subjectId: 'subject_id',
  subjectKind: 'subject_kind',
};

let entries = 0;
let head = '0'.repeat(64);
let found = null;
let checked = 0;
let forgotten = 0;
let stray = null;

function stop(reason) {
  console.error(`Broken at entry ${entries + 1}: ${reason}.`);
  process.exit(1);
}

/** Each stored value is what its entry hashed; what is no longer stored was forgotten by sealing or purge. */
function checkValues(facts, stored) {
  const hashes = new Map();
  for (const change of JSON.parse(facts).changes ?? [])
    for (const side of ['before', 'after']) hashes.set(`${side} ${change.field}`, change[side]);
  for (const [field, side, salt, value] of JSON.parse(stored)) {
    if (hashes.get(`${side} ${field}`) !== sha256(salt + value)) stop(`the value of ${field} is not what was recorded`);
    hashes.delete(`${side} ${field}`);
    checked += 1;
  }
  forgotten += hashes.size;
}

function checkEntry(row) {
  if (row.sequence !== entries + 1) stop('an entry is missing or out of order');
  if (row.previous_hash !== head) stop('it does not follow the entry before it');
  const members = names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(row[columns[name] ?? name])}`);
  if (sha256(`{${members.join(',')}}`) !== row.hash) stop('it was changed');
  if ((row.subject_kind === null) !== (row.subject_id === null)) stop('its record is named by half');
  checkValues(row.facts, row.stored);
  entries += 1;
  head = row.hash;
  if (head === wanted && (wantedAt === undefined || Number(wantedAt) === entries)) found = entries;
}

/** In its JSON mode sqlcipher prints one row a line, with brackets around and commas between. */
function checkLine(line) {
  const text = line.trim().replace(/^\[|[\],]$/g, '');
  const row = text.startsWith('{') ? JSON.parse(text) : {};
  if ('hash' in row) checkEntry(row);
  else if ('stray' in row) stray = row.stray;
}

// Split at line feeds alone: a text may hold what Unicode counts as the end of a line.
let rest = '';
for await (const part of process.stdin.setEncoding('utf8')) {
  const lines = `${rest}${part}`.split('\n');
  rest = lines.pop() ?? '';
  lines.forEach(checkLine);
}
checkLine(rest);
if (stray === null) stop('the output ends early, or was not made as docs/audit.md says');
if (stray !== 0) stop(`${stray} values belong to no entry`);
console.log(`Intact: ${entries} entries. Values checked: ${checked}; forgotten by sealing or purge: ${forgotten}.`);
console.log(`Head: ${head}@${entries}`);
if (wanted === '') console.log('Without an earlier head, entries that were cut off at the end cannot be detected.');
else if (found === null) {
  console.error(
    'The journal does not contain the given head: it was cut off or rewritten, or the head is of another workspace.',
  );
  process.exitCode = 1;
} else console.log(`Contains the given head, at entry ${found}.`);
