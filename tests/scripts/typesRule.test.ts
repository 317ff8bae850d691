import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { typesRule } from '../../scripts/lint/typesRule.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-types-'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: resolve(import.meta.dirname, '../../tsconfig.base.json'), include: ['.'] }),
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function said(text: string): Promise<readonly string[]> {
  writeFileSync(join(folder, 'one.ts'), text);
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
      plugins: { vigie: { rules: { types: typesRule } } },
      rules: { 'vigie/types': 'error' },
    },
  });
  const [result] = await eslint.lintFiles('one.ts');
  return result!.messages.map(({ line, message }) => `${line} ${message.slice(0, 6)}`);
}

it('says what the compiler says, by the options of the project', async () => {
  expect(await said('export const one = 1;\n')).toEqual([]);
  expect(await said("const unused = 1;\nexport const one: number = 'one';\n")).toEqual(['1 TS6133', '2 TS2322']);
});
