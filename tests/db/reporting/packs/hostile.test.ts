import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { canonicalJson } from '../../../../db/ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { toCsv } from '../../../../db/documents/files/csv.ts';
import { markup } from '../../../../db/documents/page/markup.ts';
import { verifyPackBytes } from '../../../../db/reporting/packs/verify.ts';
import { newSender, packText, payloadFor, quarterOne, usualStock, wholeCells } from '../../../support/packs.ts';
import { vigie } from '../../entry/cli/support.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

let place: string;
it.beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'vigie-hostile-'));
});
it.afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const sender = newSender();
const payloadWith = (measure: Measure | null, value: number) =>
  payloadFor(
    sender,
    quarterOne,
    1,
    wholeCells(sender.unitId, '2026-04' as Month, '2026-06' as Month, (month, each) =>
      month === '2026-05' && each === measure ? value : undefined,
    ),
  );

function refusalOf(text: string): StoreFailure | null {
  try {
    verifyPackBytes(Buffer.from(text));
    return null;
  } catch (error) {
    if (error instanceof StoreFailure) return error;
    throw error;
  }
}

describe('a median that its files do not come to', () => {
  it('is refused by its stage', () => {
    const [first, ...others] = usualStock.medians;
    const stock = { ...usualStock, medians: [{ ...first!, days: first!.days! - 1 }, ...others] };
    const payload = { ...payloadWith(null, 0), stock: [{ unitId: sender.unitId, stock }] };
    const fields = [{ path: 'U01 assigned durations', code: 'pack_bad_count' }];
    expect(refusalOf(packText(payload, sender.key))).toMatchObject({ reason: 'pack_bad_count', fields });
  });
});

describe('a count that no unit can have', () => {
  it.each([
    ['received', 1e308],
    ['received', -1],
    ['arrests', 0.5],
    ['fte_base', -2],
    ['reclassified', 1.5],
  ] as const)('is refused by its cell: %s of %d', async (measure, value) => {
    const text = packText(payloadWith(measure, value), sender.key);
    const fields = [{ path: `U01 2026-05 ${measure}`, code: 'pack_bad_count' }];
    expect(refusalOf(text)).toMatchObject({ code: 'invalid_input', reason: 'pack_bad_count', fields });
    const { test, write } = coordination;
    const file = test.grant(write(text)) as never;
    expect(await test.refusal('packs.import', { file, confirmFingerprint: sender.fingerprint })).toEqual({
      code: 'invalid_input',
      reason: 'pack_bad_count',
    });
    const { found } = await test.call('rollup.inspect', { place: file });
    expect(found).toMatchObject([
      { verdict: 'refused', problems: [{ code: 'pack_bad_count', file: `U01 2026-05 ${measure}` }] },
    ]);
    const said = await vigie(['pack', 'verify', write(text)]);
    expect(said.exitCode).toBe(3);
    expect(said.out).toContain(`U01 2026-05 ${measure}`);
  });

  it('is refused in what is told of the stock and in a figure', () => {
    const payload = payloadWith(null, 0);
    const stock = [{ unitId: sender.unitId, stock: { ...usualStock, declared: 1e308 } }];
    expect(refusalOf(packText({ ...payload, stock }, sender.key))?.fields).toMatchObject([{ path: 'U01 declared' }]);
    const figure = { code: 'R1', unitCode: 'U01', value: 1e308, numerator: null, denominator: null };
    const indicators = [{ ...figure, status: 'complete' as const, definitionVersion: '1' }];
    expect(refusalOf(packText({ ...payload, indicators }, sender.key))?.fields).toMatchObject([{ path: 'U01 R1' }]);
  });

  it('is no count that units have: persons and hours in parts, what was reclassified away', () => {
    expect(refusalOf(packText(payloadWith('fte_base', 4.5), sender.key))).toBeNull();
    expect(refusalOf(packText(payloadWith('reclassified', -3), sender.key))).toBeNull();
  });
});

describe('a name of others', () => {
  const escape = '\u001b]0;owned\u0007\u009b31m';
  const turned = '\u202efdp.exe\u2066';

  it.each([
    ['workspace', { workspace: { id: sender.workspaceId, name: `North${escape}`, demonstration: false } }],
    ['application', { application: turned }],
    ['unit', { units: [{ ...payloadWith(null, 0).units[0], code: `U01${turned}` }] }],
    ['name of a unit', { units: [{ ...payloadWith(null, 0).units[0], name: { en: 'North', fr: `Nord${turned}` } }] }],
  ])('that steers a terminal is in no pack that is read: %s', (_, change) => {
    expect(refusalOf(packText({ ...payloadWith(null, 0), ...change }, sender.key))).toMatchObject({
      code: 'invalid_input',
      reason: 'not_a_pack',
    });
  });

  it('never steers the terminal that it is shown on, as lines or as a document', async () => {
    const path = join(place, `pack${escape}${turned}.vigiepack`);
    writeFileSync(path, packText(payloadWith('received', -1), sender.key));
    for (const asked of [[], ['--json']]) {
      const { out, err } = await vigie(['pack', 'verify', path, ...asked]);
      expect(out + err).toContain('U01 2026-05 received');
      expect(out + err).not.toMatch(/[\u001b\u0007\u009b\u202e\u2066]/);
    }
  });

  it('steers no program that opens a file of ours', () => {
    const written = [
      toCsv(['name'], [{ name: `North${escape}${turned}\r\nline` }]).toString('utf8'),
      markup`<td>${`North${escape}${turned}`}</td>`.text,
    ];
    for (const text of written) expect(text).not.toMatch(/[\u001b\u0007\u009b\u202e\u2066]/);
    expect(written[0]).toContain('\r\nline');
  });
});

describe('what is nested without end', () => {
  const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;

  it('is foreseen where it is read', async () => {
    const { test, write } = coordination;
    const head = '{"format":"vigie-pack","payload":';
    const file = test.grant(write(`${head}${nested},"version":3}`)) as never;
    const refusal = { code: 'invalid_input', reason: 'not_a_pack' };
    expect(await test.refusal('packs.import', { file })).toEqual(refusal);
    expect(refusalOf(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)).toMatchObject(refusal);
  });

  it('is foreseen where it is written in one order', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 20_000; depth += 1) value = [value];
    expect(() => canonicalJson(value)).toThrow(StoreFailure);
  });

  it('is told from brackets inside a text, and from a file of ours', () => {
    const { units } = payloadWith(null, 0);
    const service = `${'[{'.repeat(200)}\\"`;
    expect(refusalOf(packText({ ...payloadWith(null, 0), units: [{ ...units[0], service }] }, sender.key))).toBeNull();
    const ours = readFileSync('tests/fixtures/kept/0.1.0/files/unit.vigiepack');
    expect(verifyPackBytes(ours).payload.units.length).toBeGreaterThan(0);
  });
});
