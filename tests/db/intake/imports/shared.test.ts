import { describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import type { ImportMapping } from '#contract/intake/imports';
import { noChildIdentified } from '../../../support/danger.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { grantOf, newJob, previewFile, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let units: TwoUnits;
it.beforeAll(async () => {
  units = await createTwoUnits(test);
  await log(units.first, 'email', 'own@example.org');
  await test.signInAs('receiver');
  await log(units.second, 'email', 'North.River@example.org');
  await log(units.second, 'ip', '203.0.113.7', '2026-11-01 10:00Z');
  await test.signInAs('sender');
});

function log(unitId: UnitId, kind: 'email' | 'ip', value: string, seenText: string | null = null) {
  const none = { service: null, port: null, seenOffset: null, event: null, obtainedReference: null };
  const identifiers = [{ ...none, kind, value, seenText, obtained: 'volunteered' as const }];
  return test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02', identifiers });
}

const header = 'Date received,Source,Email,Username,Platform,Phone,IP address,Port,Event time';

/** Mapped as the names of the columns suggest. */
async function preview(...rows: readonly string[]) {
  const path = writeFile(test, [header, ...rows, ''].join('\n'));
  const { suggested } = await test.call('imports.inspect', { file: grantOf(test, path) });
  const mapping: ImportMapping = { ...suggested, unitId: units.first };
  const { previewId, counts } = await previewFile(test, path, mapping);
  const window = { previewId, verdict: 'new', offset: 0, size: 50 } as const;
  const { rows: shown } = await test.call('imports.previewRows', window);
  return { previewId, counts, reasons: shown.map(({ reasons }) => reasons) };
}

const rows = [
  '2026-11-10,NCECC,north.river@EXAMPLE.org; own@example.org,,,,,,',
  '2026-11-10,NCECC,,@Star,Example,,203.0.113.7:40112,,2026-11-01T11:00:00Z',
  '2026-11-10,NCECC,,star,Example,819-555-0142,203.0.113.7,,2026-11-09T11:00:00Z',
  '2026-11-10,NCECC,not an address,,,,,,',
];

describe('a row that shares an identifier', () => {
  it('comes in as another report, and its reasons are told, also of another unit’s file', async () => {
    const { counts, reasons } = await preview(...rows);
    expect(counts).toEqual({ new: 4, duplicate: 0, conflict: 0, invalid: 0 });
    expect(reasons).toEqual([
      ['same_email', 'shared_with_other_unit'],
      ['same_ip_and_time', 'shared_with_other_unit'],
      ['shared_in_file'],
      [],
    ]);
  });

  it('brings its identifiers with it, as they were written, and takes them along when the import is undone', async () => {
    const { previewId } = await preview(...rows);
    const { importId, imported } = await test.call('imports.apply', { previewId, jobId: newJob() });
    expect(imported).toBe(4);
    const list = {
      filter: { importId },
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
    } as const;
    const written = await test.call('referrals.list', { ...list, size: 9 });
    const held = [];
    for (const { id } of written.rows) {
      const { identifiers } = await test.call('identifiers.list', { file: { kind: 'referral', id } });
      held.push(
        identifiers.map(({ kind, value, service, port, seenText, seenAt, obtained }) =>
          [kind, value, service, port, seenText, seenAt, obtained].filter((each) => each !== null),
        ),
      );
    }
    expect(held).toEqual([
      [
        ['email', 'north.river@EXAMPLE.org', 'volunteered'],
        ['email', 'own@example.org', 'volunteered'],
      ],
      [
        ['handle', '@Star', 'Example', 'volunteered'],
        ['ip', '203.0.113.7', 40112, '2026-11-01T11:00:00Z', Date.UTC(2026, 10, 1, 11), 'volunteered'],
      ],
      [
        ['handle', 'star', 'Example', 'volunteered'],
        ['phone', '819-555-0142', 'volunteered'],
        ['ip', '203.0.113.7', '2026-11-09T11:00:00Z', Date.UTC(2026, 10, 9, 11), 'volunteered'],
      ],
      [['other', 'not an address', 'volunteered']],
    ]);
    const detail = await test.call('referrals.get', { referralId: written.rows[0]!.id });
    expect(detail.elsewhere).toEqual([{ unitId: units.second, reasons: ['same_email'] }]);

    expect(await test.call('imports.undo', { importId, jobId: newJob() })).toEqual({ undone: 4 });
    const again = await test.call('referrals.duplicates', {
      externalNumber: null,
      identifiers: [{ kind: 'handle', value: 'star', obtained: null, ...nothing }],
    });
    expect(again.files).toEqual([]);
  });

  it('is not undone once an identifier was added to it', async () => {
    const { previewId } = await preview('2026-11-12,NCECC,later@example.org,,,,,,');
    const { importId } = await test.call('imports.apply', { previewId, jobId: newJob() });
    const list = {
      filter: { importId },
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
    } as const;
    const { rows: written } = await test.call('referrals.list', { ...list, size: 1 });
    const file = { kind: 'referral', id: written[0]!.id } as const;
    await test.call('identifiers.add', {
      file,
      personId: null,
      kind: 'email',
      value: 'more@example.org',
      obtained: null,
      ...nothing,
    });
    expect(await test.refusal('imports.undo', { importId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'import_in_use',
    });
  });
});

describe('a file that is sealed', () => {
  it('is held back by its number, and told of in no verdict by what identifies someone in it', async () => {
    const secret = { kind: 'email', value: 'sealed@example.org', obtained: 'volunteered', ...nothing } as const;
    const { id } = await test.call('referrals.log', {
      unitId: units.first,
      source: 'ncecc',
      receivedOn: '2026-11-02',
      externalNumber: 'SEALED-1',
      identifiers: [secret],
    });
    const told = async () => {
      const path = writeFile(
        test,
        'Date received,Source,Number,Email\n2026-11-02,NCECC,SEALED-1,\n2026-11-03,NCECC,,sealed@example.org\n',
      );
      const { suggested } = await test.call('imports.inspect', { file: grantOf(test, path) });
      const { counts, reasons } = await previewFile(test, path, { ...suggested, unitId: units.first });
      return { counts, reasons };
    };
    const held = {
      counts: { new: 1, duplicate: 1, conflict: 0, invalid: 0 },
      reasons: { held_already: 1, same_email: 1 },
    };
    expect(await told()).toEqual(held);
    await test.call('referrals.decideDanger', noChildIdentified(id));
    await test.call('referrals.move', { referralId: id, version: 1, to: 'not_viable', on: '2026-11-20' });
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await test.call('seals.seal', { ...act, investigationIds: [], referralIds: [id] });
    expect(await told()).toEqual({
      counts: { new: 1, duplicate: 0, conflict: 1, invalid: 0 },
      reasons: { number_sealed: 1 },
    });
  });
});

describe('the list of past imports', () => {
  it('shows those that brought something into the session’s units, and who may undo them', async () => {
    const own = (await test.call('imports.list', {})).imports;
    expect(own.map(({ undone, mayUndo }) => [undone === null, mayUndo])).toEqual([
      [true, true],
      [false, false],
    ]);
    await test.signInAs('receiver');
    expect((await test.call('imports.list', {})).imports).toEqual([]);
    await test.signInAs('admin');
    const colleague = { login: 'colleague', displayName: 'C. League', roles: ['investigator' as const] };
    await test.call('users.create', { ...colleague, unitIds: [units.first], passphrase: 'a long enough phrase' });
    await test.signInAs('colleague');
    const seen = (await test.call('imports.list', {})).imports;
    expect(seen.map(({ id, importedBy, mayUndo }) => [id, importedBy, mayUndo])).toEqual([
      [own[0]!.id, 'Officer sender', false],
    ]);
  });
});

const nothing = { service: null, port: null, seenText: null, seenOffset: null, event: null, obtainedReference: null };
