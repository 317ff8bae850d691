import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What only `npm run dev` has, each with a source that says it. */
const workshops = [
  ['VIGIE_WORKSHOP', 'electron/main/workshop.ts'],
  ['nonce-workshop', 'electron/main/workshop.ts'],
  ['workshop_store', 'electron/main/workshop.ts'],
  ['--allow-inspector', 'electron/main/workshop.ts'],
  ['--inspect', 'electron/main/workshop.ts'],
  ['workshop:entered', 'renderer/workshop/main.ts'],
  ['/@workshop', 'renderer/workshop/main.ts'],
  ['#/gallery', 'renderer/workshop/main.ts'],
  ['data-piece', 'renderer/workshop/gallery.tsx'],
] as const;

/** What any development server would leave behind. */
const everybodys = ['sourceMappingURL', '$RefreshReg$', '@vite/client', 'http://127.0.0.1', 'ws://', 'workshop'];

const built = globSync('dist/{main,preload,renderer}/**/*.{cjs,js,html,css,map}', { cwd: root });

test('what was built has no sign-in, address, gallery or debugger of the workshop', () => {
  for (const name of ['main/main.cjs', 'main/store.cjs', 'preload/preload.cjs', 'renderer/index.html'])
    expect(built, 'npm run build comes first').toContain(join('dist', name));
  for (const [mark, source] of workshops) expect(read(source)).toContain(mark);
  const marks = [...workshops.map(([mark]) => mark), ...everybodys];
  const found = built.flatMap((path) => {
    const text = read(path);
    return marks.filter((mark) => text.includes(mark)).map((mark) => `${path}: ${mark}`);
  });
  expect(found).toEqual([]);
  expect(built.filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('what was built loads its page from its own files, under its own policy alone', () => {
  const main = read('dist/main/main.cjs');
  expect(main).toContain('"MAP * ~NOTFOUND"');
  expect(main).toContain(`"script-src 'self'",`);
  expect(main).toContain(`"connect-src 'self'",`);
  expect(main).toContain('app://vigie');
});
