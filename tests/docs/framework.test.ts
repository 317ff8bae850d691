import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import type { FrameworkFile } from '#contract/reporting/frameworks';
import { frameworkSchemaText } from '../../db/reporting/frameworks/actions.ts';
import { parseFramework } from '../../db/reporting/frameworks/rules.ts';
import { computedCode, framework } from '../../db/reporting/indicators/framework.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const text = (name: string): string => readFileSync(resolve(docs, name), 'utf8');
const json = (name: string): unknown => JSON.parse(text(name));

const schema = json('framework/framework.schema.json') as {
  readonly properties: { readonly indicators: { readonly items: { readonly properties: object } } };
};
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const example = json('framework/example.json') as FrameworkFile;

it('is published with the schema that Vigie gives out', () => {
  expect(schema).toEqual(JSON.parse(frameworkSchemaText()));
});

it('has an example that is valid by the schema and by the rules, one indicator for each way of collecting', () => {
  expect(isValid(example)).toBe(true);
  expect(parseFramework(text('framework/example.json')).problems).toEqual([]);
  const { file } = parseFramework(text('framework/example.json'));
  expect(file?.indicators.map((each) => [each.code, each.collection, computedCode(each)])).toEqual([
    ['PS-1', 'computed', 'R1'],
    ['PS-2', 'both', 'C3'],
    ['PS-3', 'entered', null],
  ]);
});

it('refuses by the schema what the page says is refused, and takes our own framework', () => {
  const { version, indicators } = framework;
  expect(isValid({ ...example, version, indicators })).toBe(true);
  expect(isValid({ ...example, colour: 'red' })).toBe(false);
  const [first] = example.indicators;
  const incomplete = { ...first!, limits: { en: 'Half' } };
  expect(isValid({ ...example, indicators: [incomplete] })).toBe(false);
  expect(isValid({ ...example, indicators: [{ ...first, direction: 'sideways' }] })).toBe(false);
});

it('says of every field what it is, in both languages', () => {
  const fields = [...Object.keys(schema.properties), ...Object.keys(schema.properties.indicators.items.properties)];
  const [english = '', french = ''] = text('framework.md').split('\n---\n');
  for (const field of fields) for (const part of [english, french]) expect(part).toContain(`\`${field}\``);
});
