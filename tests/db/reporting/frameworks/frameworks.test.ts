import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { FrameworkFile } from '#contract/reporting/frameworks';
import type { AgreementId, JobId } from '#contract/ground/ids';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { ReturnContent } from '#contract/reporting/returns';
import { compareFrameworks } from '../../../../db/reporting/frameworks/compare.ts';
import { parseFramework } from '../../../../db/reporting/frameworks/rules.ts';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const sender = newSender('F01');
let agreementId: AgreementId;
it.beforeAll(async () => {
  await coordination.receive(sender, quarterTwo, 20);
  agreementId = (await coordination.agreementFor([sender])) as AgreementId;
});

const own = (code: string): IndicatorDefinition => framework.indicators.find((each) => each.code === code)!;
const pair = (en: string, fr: string) => ({ en, fr });
/** Counted by Vigie under another's code, and one that nobody but the funder knows. */
const renamed = { ...own('R1'), code: 'PS-1', changeThreshold: null };
const unknown = { ...own('G1'), code: 'PS-2', name: pair('Outreach sessions', 'Séances de sensibilisation') };

function fileWith(version: string, change: Partial<FrameworkFile> = {}): FrameworkFile {
  const file = {
    format: 'vigie-framework',
    version,
    name: pair('Framework of the funder', 'Cadre du bailleur de fonds'),
    validFrom: '2026-07-01',
    validTo: null,
    indicators: [
      { ...own('B2'), definition: pair('Open at the end.', 'Ouverts à la fin.') },
      renamed,
      unknown,
      { ...own('C3'), collection: 'both' },
    ],
    ...change,
  };
  return file as FrameworkFile;
}

const grantOf = (file: unknown, name = `${randomUUID()}.json`): never => {
  const path = join(coordination.test.parent, name);
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return coordination.test.grant(path) as never;
};
const prepare = async (): Promise<ReturnContent> => {
  const input = { agreementId, quarter: quarterTwo, jobId: randomUUID() as JobId };
  return (await coordination.test.call('returns.prepare', input)).content;
};
const figure = ({ values }: ReturnContent, code: string, unitCode: string | null = 'F01') =>
  values.find((each) => each.code === code && each.unitCode === unitCode);
const checksOf = ({ checks }: ReturnContent, ...codes: string[]) =>
  checks.filter(({ code }) => codes.includes(code)).map(({ code, blocking, measures }) => [code, blocking, measures]);

describe('a file that is no framework', () => {
  it('is told by indicator and field, and nothing is imported', async () => {
    const broken = {
      ...fileWith('9'),
      indicators: [
        { ...renamed, name: { en: 'Referrals' } },
        { ...unknown, direction: 'sideways', colour: 'red' },
      ],
    };
    const { framework: read, problems } = await coordination.test.call('frameworks.inspect', { file: grantOf(broken) });
    expect(read).toBeNull();
    expect(problems).toEqual([
      { code: 'missing', indicator: { position: 1, code: 'PS-1' }, field: 'name.fr' },
      { code: 'not_allowed', indicator: { position: 2, code: 'PS-2' }, field: 'direction' },
      { code: 'unknown_field', indicator: { position: 2, code: 'PS-2' }, field: 'colour' },
    ]);
    expect(await coordination.test.refusal('frameworks.import', { file: grantOf(broken) })).toEqual({
      code: 'invalid_input',
      reason: 'framework_invalid',
    });
    expect((await coordination.test.call('frameworks.inspect', { file: grantOf('{') })).problems).toEqual([
      { code: 'not_json', indicator: null, field: null },
    ]);
    const { versions } = await coordination.test.call('frameworks.list', { on: '2026-09-30' });
    expect(versions.map(({ version }) => version)).toEqual(['1']);
  });

  it('may not give our codes another meaning, a code twice, or a share without its parts', () => {
    const told = (indicators: readonly object[]) =>
      parseFramework(JSON.stringify(fileWith('9', { indicators: indicators as never }))).problems.map(
        ({ code, field }) => [code, field],
      );
    expect(told([{ ...own('C1'), source: 'unit_month.arrests' }])).toEqual([['meaning_differs', 'source']]);
    expect(told([{ ...own('B2'), code: 'X1' }])).toEqual([['meaning_differs', 'code']]);
    expect(told([renamed, renamed])).toEqual([['code_twice', 'code']]);
    expect(told([{ ...unknown, total: 'ratio' }])).toEqual([['share_without_parts', 'denominator']]);
    expect(told([renamed])).toEqual([]);
  });
});

describe('an imported framework', () => {
  it('is shown against the one that it follows, and takes its place in a quarter that ends while it is in force', async () => {
    const { test } = coordination;
    const before = await prepare();
    expect(before.framework.version).toBe('1');
    const file = grantOf(fileWith('2'));
    const seen = await test.call('frameworks.inspect', { file });
    expect([seen.against, seen.framework?.version, seen.framework?.indicators]).toEqual(['1', '2', 4]);
    expect(seen.comparison?.added.map(({ code }) => code)).toEqual(['PS-1', 'PS-2']);
    expect(await test.call('frameworks.import', { file })).toEqual({ version: '2' });
    const { versions } = await test.call('frameworks.list', { on: '2026-09-30' });
    expect(versions.map(({ version, inForce, imported }) => [version, inForce, imported?.by ?? null])).toEqual([
      ['2', true, 'Coordinator'],
      ['1', false, null],
    ]);
    expect((await test.call('frameworks.list', { on: '2026-06-30' })).versions.map(({ inForce }) => inForce)).toEqual([
      false,
      true,
    ]);
    expect((await test.call('frameworks.inspect', { file })).problems).toEqual([
      { code: 'version_taken', indicator: null, field: 'version' },
    ]);

    const comparison = await test.call('frameworks.compare', { before: '1', after: '2' });
    expect(comparison.changed.map(({ code, fields }) => [code, fields.map(({ field }) => field)])).toEqual([
      ['B2', ['definition']],
      ['C3', ['collection']],
    ]);
    expect(comparison.changed[0]!.fields[0]).toEqual({
      field: 'definition',
      before: own('B2').definition,
      after: pair('Open at the end.', 'Ouverts à la fin.'),
    });
    expect(comparison.removed).toHaveLength(framework.indicators.length - 2);

    const content = await prepare();
    expect(content.framework.version).toBe('2');
    expect(content.framework.indicators.map(({ code }) => code)).toEqual(['B2', 'PS-1', 'PS-2', 'C3']);
    expect(figure(content, 'PS-1')).toMatchObject({ value: 90, calculation: 'pack' });
    expect(figure(content, 'PS-2')).toMatchObject({ value: null, status: 'not_available', calculation: 'entered' });
    expect(checksOf(content, 'not_entered')).toEqual([['not_entered', false, ['PS-2']]]);
  });

  it('has its entered figures by unit, and demands why one differs from what is computed', async () => {
    const { test } = coordination;
    const grid = await test.call('entered.grid', { quarter: quarterTwo });
    expect(grid.indicators.map(({ code, collection }) => [code, collection])).toEqual([
      ['PS-2', 'entered'],
      ['C3', 'both'],
    ]);
    expect(grid.cells.map(({ code, value, computed }) => [code, value, computed?.value ?? null])).toEqual([
      ['PS-2', null, null],
      ['C3', null, 6],
    ]);
    const blank = { numerator: null, denominator: null, why: pair('', ''), version: null };
    const cell = (code: string, value: number | null, change: object = {}) => ({
      unitId: sender.unitId,
      code,
      value,
      ...blank,
      ...change,
    });
    await test.call('entered.save', { quarter: quarterTwo, cells: [cell('PS-2', 0), cell('C3', 8)] });
    const differing = await prepare();
    expect(figure(differing, 'PS-2')).toMatchObject({ value: 0, status: 'zero_confirmed', calculation: 'entered' });
    expect(figure(differing, 'C3')).toMatchObject({ value: 6, entered: { value: 8, why: pair('', '') } });
    expect(checksOf(differing, 'not_entered', 'entry_differs')).toEqual([['entry_differs', true, ['C3']]]);

    // The version that is stored must have been seen before saving.
    expect(await test.refusal('entered.save', { quarter: quarterTwo, cells: [cell('C3', 7)] })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect(await test.refusal('entered.save', { quarter: quarterTwo, cells: [cell('PS-1', 7)] })).toEqual({
      code: 'invalid_input',
    });
    const why = pair('Two arrests reached the unit late.', 'Deux arrestations ont été signalées tard.');
    await test.call('entered.save', { quarter: quarterTwo, cells: [cell('C3', 8, { why, version: 1 })] });
    const explained = await prepare();
    expect(checksOf(explained, 'entry_differs')).toEqual([]);
    expect(figure(explained, 'C3')).toMatchObject({ entered: { value: 8, why } });
  });

  it('stays that of a locked quarter when another follows, also in its restatement', async () => {
    const { test } = coordination;
    await writeTexts(test, agreementId, quarterTwo);
    const input = { agreementId, quarter: quarterTwo, jobId: randomUUID() as JobId };
    const { contentHash } = await test.call('returns.prepare', input);
    await test.call('returns.lock', { ...input, contentHash });
    const later = fileWith('3', { validFrom: '2026-08-01' as never, indicators: [renamed] as never });
    await test.call('frameworks.import', { file: grantOf(later) });
    expect((await prepare()).framework.version).toBe('2');
    const { content } = await test.call('returns.prepare', { ...input, restate: true });
    expect([content.framework.version, content.restatement?.changes]).toEqual(['2', []]);
    const other = await coordination.agreementFor([sender]);
    const fresh = await test.call('returns.prepare', { ...input, agreementId: other });
    expect(fresh.content.framework.version).toBe('3');
  });
});

const words = fc.record({ en: fc.string({ maxLength: 60 }), fr: fc.string({ maxLength: 60 }) });
const title = fc.record({ en: fc.constantFrom('A', 'Name of it'), fr: fc.constantFrom('B', 'Son nom, l’été') });
const definition = fc.record({
  name: title,
  definition: words,
  method: words,
  limits: words,
  unitOfMeasure: title,
  source: fc.constantFrom('unit_month.received', 'unit_month.arrests', 'elsewhere'),
  direction: fc.constantFrom('up', 'down', 'neither'),
  frequency: fc.constant('quarter'),
  collection: fc.constantFrom('computed', 'entered', 'both'),
  total: fc.constantFrom('sum', 'largest', 'none'),
  baseline: fc.option(fc.record({ value: fc.integer(), period: fc.string({ maxLength: 10 }) })),
  target: fc.option(fc.record({ value: fc.integer(), on: fc.constantFrom('2027-03-31', '2028-01-01') })),
  changeThreshold: fc.option(fc.record({ share: fc.constantFrom(0, 0.1), absolute: fc.nat() })),
  version: fc.constant('7'),
});
const frameworks = fc
  .array(definition, { minLength: 1, maxLength: 5 })
  .map((indicators) => indicators.map((each, index) => ({ ...each, code: `X${String(index)}` })));

describe('the file of a framework', () => {
  it('gives, exported after an import, the very framework that was imported', async () => {
    const { test } = coordination;
    let count = 0;
    await fc.assert(
      fc.asyncProperty(frameworks, async (indicators) => {
        count += 1;
        const version = `P${String(count)}`;
        // Over before any quarter that another test reports.
        const dates = { validFrom: '2001-01-01', validTo: '2001-02-01' } as never;
        const file = fileWith(version, { ...(dates as object), indicators: indicators as never });
        await test.call('frameworks.import', { file: grantOf(file) });
        const path = join(test.parent, `${version}.out.json`);
        await test.call('frameworks.export', { version, file: test.grant(path) });
        const before = parseFramework(JSON.stringify(file)).file!;
        const after = parseFramework(readFileSync(path, 'utf8')).file!;
        expect(after).toEqual(before);
        expect(compareFrameworks(before.indicators, after.indicators)).toMatchObject({
          added: [],
          removed: [],
          changed: [],
        });
      }),
      { numRuns: 12 },
    );
  });

  it('is valid against the schema that is published, ours included', async () => {
    const { test } = coordination;
    const [schemaPath, ownPath] = [join(test.parent, 'schema.json'), join(test.parent, 'own.json')];
    await test.call('frameworks.schema', { file: test.grant(schemaPath) });
    await test.call('frameworks.export', { version: '1', file: test.grant(ownPath) });
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schemaPath, 'utf8')) as object,
    );
    const file = JSON.parse(readFileSync(ownPath, 'utf8')) as FrameworkFile;
    expect(validate(file)).toBe(true);
    expect(file.indicators.map(({ code }) => code)).toEqual(framework.indicators.map(({ code }) => code));
    expect(validate({ ...file, colour: 'red' })).toBe(false);
  });
});

describe('the framework of Vigie', () => {
  it('is whole in both languages: no text is missing, and each indicator says which outcome it serves', () => {
    for (const each of framework.indicators) {
      for (const text of [each.name, each.definition, each.method, each.limits, each.unitOfMeasure])
        expect([text.en, text.fr].map((half) => half.trim().length > 0)).toEqual([true, true]);
      expect(each.outcome).not.toBeNull();
      if (each.total === 'ratio') expect([each.numerator, each.denominator]).not.toContain(null);
    }
  });
});
