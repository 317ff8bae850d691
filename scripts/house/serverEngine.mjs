import { globSync, readFileSync } from 'node:fs';

/** What only a workspace on a server needs, tests aside. The rest serves both engines, or is generated. */
const files = ['db/store/postgres/**/*.{ts,sql}', 'migrations/postgres/functions.sql'];
const most = 3000;

/** Whether something is left of a line without its comment. */
const isCode = (line) => !/^\s*($|\/\/|--|\/?\*)/.test(line);

/** More lines of code than this say that the seam between the engines is in the wrong place. */
export function tooLongEngine() {
  const lines = globSync(files).flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  const { length } = lines.filter(isCode);
  return length > most
    ? [`the engine on PostgreSQL has ${String(length)} lines of code, and ${String(most)} at most`]
    : [];
}
