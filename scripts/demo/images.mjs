// The pictures of README, and what they say: the check compares it with the demonstration and with the texts that quote it.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodVersion } from '../../db/estimator/methodVersion.ts';
import { ROOT } from '../setup/processes.mjs';
import { SHIPPED } from './sources.mjs';

const IMAGES = join(ROOT, 'docs', 'images');
const RECORD = join(IMAGES, 'figures.json');
const TAKEN = {
  'estimate-en.png': 'coordinator_counterfactual-unit_en_light',
  'return-fr.png': 'coordinator_returns-AG-01-preview_fr_light',
};

/** @param {string} path */
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What every figure of the pictures comes from. */
const origin = () => ({ demonstration: hashOf(join(SHIPPED, 'coordination.zst')), method: methodVersion });

/** @param {string} pictures @param {ReadonlyMap<string, readonly string[]>} headings @param {(line: string) => void} tell */
export function writeImages(pictures, headings, tell) {
  const taken = Object.entries(TAKEN).map(([image, name]) => {
    copyFileSync(join(pictures, `${name}.png`), join(IMAGES, image));
    return [image, { sha256: hashOf(join(IMAGES, image)), headings: headings.get(name) ?? [] }];
  });
  writeFileSync(RECORD, `${JSON.stringify({ origin: origin(), images: Object.fromEntries(taken) }, null, 2)}\n`);
  tell(`The pictures of README are in docs/images, and their headings in figures.json.`);
}

/** The numbers of a text; a year and a name of a unit are none. @param {string} text @returns {readonly string[]} */
const numbersIn = (text) => text.match(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu) ?? [];

/** Each picture of a text with its alternative text. @param {string} text */
const quotedIn = (text) =>
  [...text.matchAll(/!\[([^\]]*)\]\(docs\/images\/([^)]+)\)/g)].map(([, alt, image]) => ({ alt, image }));

/** @returns {readonly string[]} what is wrong with the pictures of README */
export function problemsOfImages() {
  if (!existsSync(RECORD)) return ['docs/images/figures.json is missing: npm run demo -- --images'];
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  const now = origin();
  const old = Object.keys(now).filter((key) => record.origin[key] !== now[key]);
  const problems = old.map((what) => `docs/images: made with another ${what}: npm run demo -- --images`);
  for (const [image, { sha256 }] of Object.entries(record.images))
    if (hashOf(join(IMAGES, image)) !== sha256) problems.push(`docs/images/${image} is not what the run wrote`);
  for (const name of ['README.md', 'README.fr.md'])
    for (const { alt, image } of quotedIn(readFileSync(join(ROOT, name), 'utf8'))) {
      const said = record.images[image]?.headings.flatMap(numbersIn);
      if (said === undefined) problems.push(`${name}: ${image} is not made by a run`);
      else
        for (const number of numbersIn(alt))
          if (!said.includes(number)) problems.push(`${name}: ${image} does not say ${number}`);
    }
  return problems;
}
