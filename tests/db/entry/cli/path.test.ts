import { appendFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { staffingMeasure, type StaffingMeasure } from '#contract/ground/codes';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import type { Check } from '#contract/reporting/returns';
import { publishedOf } from '../../../../db/reporting/returns/published.ts';
import { directly, documentOf, everythingWritten, makeWorkspace, valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let coordination: Awaited<ReturnType<typeof makeWorkspace>>;

const first = '2024-04' as Month;
const last = '2026-09' as Month;
const months = monthsBetween(first, last);
const perMonth = 12;
const quarter = ['--quarter', '2026-27:2'] as const;
const agreement = ['--agreement', 'AG-1'] as const;

const numberOf = (month: number, position: number): string =>
  `MARKER-${String(month).padStart(3, '0')}-${String(position).padStart(2, '0')}`;

/** Windows-1252, semicolons, French headings, as an older system writes; its last three rows cannot be imported. */
function sampleFile(): Buffer {
  const rows = months.flatMap((month, index) =>
    Array.from({ length: perMonth }, (_, position) => {
      const ended = position < (index < 12 ? 9 : 11);
      return [
        `${month}-${String(position + 1).padStart(2, '0')}`,
        'Cyberaide.ca',
        numberOf(index, position),
        position % 3 === 0 ? 'U02' : 'U01',
        `résumé MARKER ${index}`,
        ended ? `${month}-28` : '',
        ended ? 'conclu' : '',
      ].join(';');
    }),
  );
  const wrong = [
    '2026-02-31;Public;MARKER-X1;U01;;;',
    '2026-03-01;Public;MARKER-X2;U99;;;',
    `${first}-01;Cyberaide.ca;${numberOf(0, 0)};U02;;;`,
  ];
  const header = 'Date de réception;Provenance;Numéro;Unité;Résumé;Conclu le;Conclusion';
  return Buffer.from([header, ...rows, ...wrong, ''].join('\r\n'), 'latin1');
}
const good = months.length * perMonth;

interface Imported {
  readonly rows: number;
  readonly imported: number;
  readonly remembered: boolean;
  readonly encoding: string;
  readonly counts: Record<string, number>;
  readonly reasons: Record<string, number>;
}

/** What a supervisor declares so that a return can be made: staff in post, funded from April 2025, and the counts confirmed. */
async function declareStaff(): Promise<void> {
  await directly(unit.folder, 'worker', async ({ call }) => {
    for (const unitId of unit.unitIds) {
      const value = (measure: StaffingMeasure, month: Month): number =>
        ({ fte_base: 4, fte_funded: month >= '2025-04' ? 2 : 0, overtime_base_hours: 20, overtime_funded_hours: 0 })[
          measure
        ];
      const cells = months.flatMap((month) =>
        staffingMeasure.options.map((measure) => ({
          month,
          measure,
          value: value(measure, month),
          status: value(measure, month) === 0 ? ('zero_confirmed' as const) : ('complete' as const),
        })),
      );
      await call('staffing.save', { unitId, cells });
      for (const month of months) await call('unitMonths.confirm', { unitId, month, status: 'complete' });
    }
  });
}

async function sendPack(name: string, confirm: boolean): Promise<void> {
  const pack = place.at(name);
  const { fingerprint } = await valueOf<{ fingerprint: string }>([
    'pack',
    'export',
    ...quarter,
    '--output',
    pack,
    ...unit.access,
  ]);
  const confirmed = confirm ? ['--confirm-fingerprint', fingerprint.toLowerCase().replaceAll(' ', '')] : [];
  await valueOf(['pack', 'import', pack, ...confirmed, ...coordination.access]);
}

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01', 'U02']);
  coordination = await makeWorkspace(place, 'coordination');
  place.write('referrals.csv', sampleFile());
});

// One story, in order: each step needs the one before.
describe('from a file of referrals to a quarterly return, by the command line', () => {
  it('judges the file without writing, then imports it once', async () => {
    const command = ['import', 'referrals', place.at('referrals.csv'), ...unit.access];
    const judged = await valueOf<Imported>([...command, '--dry-run']);
    expect(judged).toMatchObject({ rows: good + 3, imported: 0, encoding: 'windows-1252', remembered: false });
    expect(judged.counts).toEqual({ new: good, duplicate: 1, conflict: 0, invalid: 2 });
    expect(judged.reasons).toEqual({ twice_in_file: 1, date_not_real: 1, unit_unknown: 1 });
    const count = () =>
      directly(unit.folder, 'worker', ({ call }) => call('imports.list', {}).then(({ imports }) => imports));
    expect(await count()).toEqual([]);

    const report = place.at('left-out.csv');
    const imported = await valueOf<Imported>([...command, '--report', report, '--lang', 'fr']);
    expect(imported.imported).toBe(good);
    expect((await count()).map((each) => each.counts)).toEqual([judged.counts]);
    expect(readFileSync(report, 'utf8')).toContain('une date n’existe pas');

    const again = await valueOf<Imported>(command);
    expect(again).toMatchObject({ imported: 0, remembered: true });
    expect(again.counts).toMatchObject({ new: 0, duplicate: good + 1 });
  });

  it('shows the backlog that the store shows', async () => {
    const period = { from: '2026-04' as Month, to: last };
    const args = ['backlog', '--from', period.from, '--to', period.to, ...unit.access];
    const board = await directly(unit.folder, 'worker', ({ call }) => call('backlog.board', period));
    expect(await valueOf(args)).toEqual(board);
    const one = await valueOf<Output<'backlog.board'>>([...args, '--unit', 'u02']);
    expect(one.units).toEqual(board.units.filter((each) => each.code === 'U02'));
    const { out } = await vigie(args);
    const closing = board.units.map((each) => String(each.ledger.closing));
    expect(
      out
        .split('\n')
        .find((line) => line.startsWith('Closing balance '))
        ?.slice('Closing balance'.length)
        .trim()
        .split(/\s+/),
    ).toEqual([...closing, String(board.total.closing)]);
  });

  it('refuses a pack whose key nobody has confirmed, and takes it once confirmed', async () => {
    const pack = place.at('first.vigiepack');
    const { fingerprint, gaps } = await valueOf<{ fingerprint: string; gaps: unknown[] }>([
      'pack',
      'export',
      ...quarter,
      '--output',
      pack,
      ...unit.access,
    ]);
    expect(gaps.length).toBeGreaterThan(0);
    expect(await valueOf(['pack', 'verify', pack])).toMatchObject({ verified: true, fingerprint });

    const refused = await vigie(['pack', 'import', pack, ...coordination.access, '--json']);
    expect([refused.exitCode, documentOf(refused).error?.reason]).toEqual([1, 'pack_key_not_confirmed']);
    expect(refused.err).toContain(fingerprint);
    const other = '0000 '.repeat(16).trim();
    const wrong = await vigie(['pack', 'import', pack, '--confirm-fingerprint', other, ...coordination.access]);
    expect(wrong.exitCode).toBe(1);
    const held = () =>
      directly(coordination.folder, 'worker', ({ call }) => call('packs.list', {}).then(({ packs }) => packs.length));
    expect(await held()).toBe(0);

    await valueOf(['pack', 'import', pack, '--confirm-fingerprint', fingerprint, ...coordination.access]);
    expect(await held()).toBe(1);
    const twice = await vigie(['pack', 'import', pack, ...coordination.access, '--json']);
    expect([twice.exitCode, documentOf(twice).error?.reason]).toEqual([1, 'pack_older_than_held']);
  });

  it('refuses a pack that was changed after it was signed', async () => {
    const text = readFileSync(place.at('first.vigiepack'), 'utf8');
    const changed = place.write('changed.vigiepack', text.replace('"Fictitious"', '"Fictitioux"'));
    const verified = await vigie(['pack', 'verify', changed, '--json']);
    expect([verified.exitCode, documentOf(verified)]).toEqual([
      3,
      { ok: false, value: { verified: false, problem: 'pack_tampered', cells: [] } },
    ]);
    const refused = await vigie(['pack', 'import', changed, ...coordination.access, '--json']);
    expect([refused.exitCode, documentOf(refused).error?.reason]).toEqual([1, 'pack_tampered']);
  });

  it('says which checks block a return, and does not lock it', async () => {
    await directly(coordination.folder, 'worker', async ({ call }) => {
      const { units } = await call('units.list', {});
      const from = '2025-04-01' as CivilDate;
      await call('agreements.save', {
        code: 'AG-1',
        recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
        programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
        signaturePlannedOn: null,
        signedOn: null,
        startsOn: from,
        endsOn: '2028-03-31',
        languages: ['en', 'fr'],
        asksBacklogAvoided: true,
        units: units.map(({ id }) => ({ unitId: id, from, to: null })),
      });
    });
    for (const command of [['check'], ['lock'], ['export', '--lock', '--output', place.parent]]) {
      const ran = await vigie(['return', ...command, ...agreement, ...quarter, ...coordination.access, '--json']);
      const { checks } = documentOf(ran).value as unknown as { checks: Check[] };
      expect([ran.exitCode, checks.some((each) => each.blocking && each.code === 'staffing_missing')]).toEqual([
        4,
        true,
      ]);
    }
    const { returns } = await directly(coordination.folder, 'worker', ({ call }) => call('returns.list', {}));
    expect([returns, readdirSync(place.parent).filter((name) => name.startsWith('AG-1'))]).toEqual([[], []]);
  });

  it('estimates what the store estimates', async () => {
    await declareStaff();
    await sendPack('second.vigiepack', false);
    const assumed = { ...defaultAssumptions, rampMonths: 6 as const, substitutionShare: 0.2 };
    const args = ['--ramp-months', '6', '--substitution-share', '0,2', '--last-month', last];
    type Result = Output<'counterfactual.run'>;
    const command = ['counterfactual', ...agreement, ...args, ...coordination.access];
    const said = await valueOf<Result>(command);
    const kept = await valueOf<Result>(command);
    expect([said.fromMemory, kept]).toEqual([false, { ...said, fromMemory: true, milliseconds: kept.milliseconds }]);
    const expected = await directly(coordination.folder, 'worker', async ({ call, store }) => {
      store.requireUnlocked().raw.exec('DELETE FROM laboratory_answer');
      const found = (await call('agreements.list', {})).agreements[0]!;
      const jobId = store.options.newId() as never;
      const question = { scope: { agreementId: found.id }, lastMonth: last, assumptions: assumed };
      return call('counterfactual.run', { ...question, jobId });
    });
    // Only the time that it took may differ.
    expect({ ...said, milliseconds: 0 }).toEqual({ ...publishedOf(expected), milliseconds: 0 });
    expect(said.units.map((each) => each.result.status)).toEqual(['estimated', 'estimated']);
    const { out, exitCode } = await vigie(['counterfactual', '--unit', 'U01', ...args, ...unit.access, '--lang', 'fr']);
    expect([exitCode, out.includes('Méthode A'), out.includes('U01\u00a0: fiabilité')]).toEqual([0, true, true]);
  });

  it('locks once, exports, and verifies what it exported', async () => {
    const same = [...agreement, ...quarter, ...coordination.access];
    const early = await vigie(['return', 'export', '--output', place.parent, ...same, '--json']);
    expect([early.exitCode, documentOf(early).error?.reason]).toEqual([1, 'return_not_locked']);
    const { contentHash } = await valueOf<{ contentHash: string }>(['return', 'check', ...same]);
    const stale = await vigie(['return', 'lock', '--content-hash', 'f'.repeat(64), ...same, '--json']);
    expect([stale.exitCode, documentOf(stale).error?.reason]).toEqual([1, 'version_conflict']);
    const locked = await valueOf<{ contentHash: string }>(['return', 'lock', '--content-hash', contentHash, ...same]);
    expect(locked.contentHash).toBe(contentHash);
    const twice = await vigie(['return', 'lock', ...same, '--json']);
    expect([twice.exitCode, documentOf(twice).error?.reason]).toEqual([1, 'return_locked']);

    const { folder } = await valueOf<{ folder: string }>(['return', 'export', '--output', place.parent, ...same]);
    expect(await valueOf(['return', 'verify', folder])).toMatchObject({ verified: true, problems: [] });
    const again = await vigie(['return', 'export', '--output', place.parent, ...same, '--lang', 'fr']);
    expect(again.out).toContain('Sans return.pdf');
    const printed = await vigie(['return', 'export', '--pdf', '--output', place.parent, ...same, '--json']);
    expect([printed.exitCode, documentOf(printed).error?.code]).toEqual([2, 'usage']);
    appendFileSync(join(folder, 'ledger.csv'), 'x');
    const tampered = await vigie(['return', 'verify', folder, '--json']);
    expect([tampered.exitCode, documentOf(tampered).value]).toMatchObject([
      3,
      { verified: false, problems: [{ code: 'file_changed', file: 'ledger.csv' }] },
    ]);
  });

  it('writes what may be published, by one method, and verifies it', async () => {
    const same = [...agreement, ...quarter, ...coordination.access, '--output', place.parent];
    const wrong = await vigie(['return', 'release', '--method', 'none', ...same]);
    expect(wrong.exitCode).toBe(2);
    type Released = { folder: string; counts: number; suppressed: number };
    const released = await valueOf<Released>(['return', 'release', '--method', 'suppression', ...same]);
    expect(released.counts).toBeGreaterThan(0);
    expect(await valueOf(['return', 'verify', released.folder])).toMatchObject({ verified: true, problems: [] });
    const other = await vigie(['return', 'release', '--method', 'rounding', '--base', '3', ...same, '--json']);
    expect([other.exitCode, documentOf(other).error?.reason]).toEqual([1, 'release_method_differs']);
    const french = await vigie(['return', 'release', '--method', 'suppression', ...same, '--lang', 'fr']);
    expect([french.exitCode, french.out.includes('Version diffusable écrite')]).toEqual([0, true]);
  });

  it('leaves an audit journal that verifies', async () => {
    for (const { folder } of [unit, coordination]) {
      const ran = await vigie(['audit', 'verify', '--workspace', folder, '--login', 'admin', '--json']);
      expect([ran.exitCode, documentOf(ran)]).toMatchObject([0, { ok: true, value: { intact: true } }]);
    }
    const access = ['--workspace', unit.folder, '--login', 'admin'];
    const whole = documentOf(await vigie(['audit', 'verify', ...access, '--json'])) as { value: { head: string } };
    const text = await vigie(['audit', 'verify', ...access, '--head', whole.value.head]);
    expect([text.exitCode, text.out]).toEqual([0, expect.stringContaining('contains the given head')]);
    const pack = await vigie(['audit', 'verify', ...access, '--from-file', place.at('first.vigiepack')]);
    expect([pack.exitCode, pack.out]).toEqual([0, expect.stringContaining('contains the given head')]);
    const other = await vigie(['audit', 'verify', ...access, '--head', 'ab'.repeat(32)]);
    expect([other.exitCode, other.out]).toEqual([3, expect.stringContaining('does not contain the given head')]);
    expect((await vigie(['audit', 'verify', ...access, '--head', 'nonsense'])).exitCode).toBe(2);
    await directly(unit.folder, 'admin', ({ store }) => {
      store.requireUnlocked().raw.exec("UPDATE audit_entry SET method = 'x' WHERE sequence = 3");
      return Promise.resolve();
    });
    const broken = await vigie(['audit', 'verify', '--workspace', unit.folder, '--login', 'admin', '--json']);
    expect([broken.exitCode, documentOf(broken)]).toMatchObject([3, { ok: false, value: { firstBroken: 3 } }]);
  });

  it('wrote nothing of any file on its way, and left nothing half made', () => {
    expect(everythingWritten.length).toBeGreaterThan(20);
    expect(everythingWritten.filter((text) => text.includes('MARKER'))).toEqual([]);
    expect(readdirSync(place.parent).filter((name) => /\.part$|building/.test(name))).toEqual([]);
    expect(existsSync(place.at('unit.vigie'))).toBe(true);
  });
});
