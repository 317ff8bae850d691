import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dialogs, fields } from '../../../renderer/workshop/fields.tsx';
import { badges, notices, notShown, tables } from '../../../renderer/workshop/pieces.tsx';

const folder = resolve(import.meta.dirname, '../../../renderer/ui');

/** Every component that a file of renderer/ui exports. */
const components = globSync('**/*.tsx', { cwd: folder }).flatMap((path) =>
  [...readFileSync(resolve(folder, path), 'utf8').matchAll(/^export (?:function|const) ([A-Z]\w*)/gm)].map(
    ([, name]) => name,
  ),
);

const t = ((key: string) => key) as unknown as Parameters<typeof badges>[0];

test('every component is in the gallery, or the gallery says why it is not', () => {
  expect(components.length).toBeGreaterThan(80);
  const shown = [badges, fields, notices, tables, dialogs].flatMap((pieces) => Object.keys(pieces(t)));
  expect([...shown, ...Object.keys(notShown)].toSorted()).toEqual(components.toSorted());
});
