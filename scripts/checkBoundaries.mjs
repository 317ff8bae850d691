// The dependency rules of the house, no circle among what a folder holds, and the length of the second engine: `npm run check:boundaries`.
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import { circlesIn } from './house/circles.mjs';
import { tooLongEngine } from './house/serverEngine.mjs';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../.dependency-cruiser.cjs');

const { output } = await cruise(['electron', 'renderer', 'db', 'tests', 'proofs', 'scripts'], {
  ...options,
  ruleSet: { forbidden },
  validate: true,
  outputType: 'json',
});
const { modules, summary } = JSON.parse(output);
const arrows = modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [source, resolved]));
const problems = [
  ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  ...circlesIn(arrows.filter((arrow) => arrow.every((path) => /^(db|electron|renderer)\//.test(path)))),
  ...tooLongEngine(),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
