import { mkdirSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect } from 'vitest';
import { documentOf, directly, makeWorkspace, passphrase, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;

const csv = (rows: readonly string[]): string => ['Received,Source,Number', ...rows, ''].join('\n');

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01', 'U02']);
  place.write('good.csv', csv(['2026-05-04,public,A1']));
});

/** The exit code and the code, with its reason, of a command that was refused. */
async function refusal(args: readonly string[], given: Parameters<typeof vigie>[1] = {}) {
  const ran = await vigie([...args, '--json'], given);
  const { ok, error } = documentOf(ran);
  return { exitCode: ran.exitCode, ok, code: error?.code, reason: error?.reason, err: ran.err };
}

describe('a command that is refused', () => {
  it('says so where the passphrase is wrong, and repeats it nowhere', async () => {
    const wrong = 'not the right passphrase';
    const { err, ...rest } = await refusal(['backlog', ...unit.access], { input: `${wrong}\n` });
    expect(rest).toEqual({ exitCode: 1, ok: false, code: 'wrong_key', reason: 'wrong_passphrase' });
    expect([err.includes(wrong), /Reference: [0-9A-F]{8}/.test(err)]).toEqual([false, true]);
  });

  it('takes the first line of the file, and no passphrase from an argument', async () => {
    const file = place.write('passphrase', `\ufeff${passphrase}\r\nanother line\r\n`);
    expect((await vigie(['backlog', ...unit.access, '--passphrase-file', file], { input: '' })).exitCode).toBe(0);
    expect(await refusal(['backlog', ...unit.access], { input: '' })).toMatchObject({ exitCode: 2, code: 'usage' });
    const secret = 'a passphrase that everyone sees';
    for (const given of [['--passphrase', secret], [`--passphrase=${secret}`]])
      expect(await refusal(['backlog', ...unit.access, ...given])).toMatchObject({ exitCode: 2, code: 'usage' });
  });

  it('names a folder that is none, one that is no workspace and one that is open elsewhere', async () => {
    const at = (workspace: string) => refusal(['backlog', '--workspace', workspace, '--login', 'worker']);
    expect(await at(place.at('nowhere'))).toMatchObject({ exitCode: 1, reason: 'folder_missing' });
    mkdirSync(place.at('empty.vigie'));
    expect(await at(place.at('empty.vigie'))).toMatchObject({ exitCode: 1, reason: 'not_a_workspace' });
    const held = await directly(unit.folder, 'worker', () => at(unit.folder));
    expect(held).toMatchObject({ exitCode: 1, code: 'busy', reason: 'workspace_open_elsewhere' });
  });

  it('creates nothing over a workspace, nor with a short passphrase', async () => {
    const create = (workspace: string, input: string) =>
      refusal(['workspace', 'create', '--kind', 'unit', '--workspace', workspace, '--login', 'a'], { input });
    expect(await create(unit.folder, passphrase)).toMatchObject({ exitCode: 1, reason: 'workspace_exists' });
    const short = await create(place.at('short'), 'short');
    expect(short).toMatchObject({ exitCode: 1, code: 'invalid_input' });
    expect(short.err).toContain('The passphrase is too short');
  });

  it('says what a file of referrals lacks', async () => {
    const bring = (file: string, ...more: string[]) => refusal(['import', 'referrals', file, ...unit.access, ...more]);
    const file = place.at('good.csv');
    const unmapped = await bring(file);
    expect(unmapped).toMatchObject({ exitCode: 1, reason: 'column_unmapped' });
    expect(unmapped.err).toContain('  Unit: A required column is not mapped\nColumns of the file: Received | Source');
    expect(await bring(file, '--unit', 'U77')).toMatchObject({ exitCode: 1, code: 'invalid_input' });
    expect(await bring(place.at('no.csv'))).toMatchObject({ exitCode: 1, code: 'invalid_input' });
    expect(await bring(place.write('page.csv', '<html><body>'))).toMatchObject({ reason: 'not_a_csv' });
    const mapping = place.write('mapping.json', '{"columns":{"receivedOn":"Received","source":"Origin"}}');
    expect((await bring(file, '--mapping', mapping, '--unit', 'U01')).err).toContain('no column “Origin”');
    expect((await bring(file, '--mapping', place.at('good.csv'))).err).toContain('is not JSON');
  });

  it('maps by name and by place as a mapping file says, for a unit given', async () => {
    const file = place.write('odd.csv', 'When|x;What;Id\n04/05/2026;;B1\n');
    const mapping = place.write(
      'odd.json',
      JSON.stringify({
        columns: { receivedOn: 1, externalNumber: 'id' },
        dateOrder: 'day_first',
        sourceDefault: 'school',
        unit: 'U02',
      }),
    );
    const ran = await vigie(['import', 'referrals', file, '--mapping', mapping, ...unit.access, '--json']);
    expect(documentOf(ran)).toMatchObject({ ok: true, value: { imported: 1 } });
    const row = await directly(unit.folder, 'worker', ({ store }) =>
      Promise.resolve(store.requireUnlocked().raw.prepare('SELECT received_on, source, unit_id FROM referral').all()),
    );
    expect(row).toEqual([{ received_on: '2026-05-04', source: 'school', unit_id: unit.unitIds[1] }]);
  });

  it('overwrites no file', async () => {
    const there = place.write('there.vigiepack', 'mine');
    const ran = await vigie(['pack', 'export', '--quarter', '2026-Q2', '--output', there, ...unit.access]);
    expect([ran.exitCode, readFileSync(there, 'utf8')]).toEqual([1, 'mine']);
  });

  it('is told apart from one that was not written as it should be', async () => {
    const wrong = [
      ['frobnicate'],
      ['backlog'],
      ['backlog', '--from', '2026-13', ...unit.access],
      ['backlog', '--from', '2026-05', '--to', '2026-04', ...unit.access],
      ['pack', 'export', '--quarter', '2026-28:2', '--output', 'x', ...unit.access],
      ['pack', 'export', '--quarter', '2026-Q5', '--output', 'x', ...unit.access],
      ['counterfactual', ...unit.access],
      ['counterfactual', '--all', '--unit', 'U01', ...unit.access],
      ['counterfactual', '--all', '--substitution-share', '2', ...unit.access],
      ['counterfactual', '--all', '--ramp-months', '4', ...unit.access],
      ['counterfactual', '--all', '--last-month', '2099-01', ...unit.access],
      ['plan', '--all', '--last-month', '2099-01', ...unit.access],
      ['plan', ...unit.access],
      ['plan', '--all', '--target', '10', ...unit.access],
      ['plan', '--unit', 'U01', '--target', '10', '--from', '2027-01', ...unit.access],
      ['plan', '--unit', 'U01', '--funded-fte', '0x10', '--from', '2027-01', ...unit.access],
      ['plan', '--unit', 'U01', '--target', '10', '--from', '2027-03', '--by', '2027-01', ...unit.access],
      ['pack', 'import', 'x', '--confirm-fingerprint', 'ABCD', ...unit.access],
      ['pack', 'verify', 'x', 'y'],
      ['backlog', '--lang', 'de', ...unit.access],
    ];
    const codes = [];
    for (const args of wrong) codes.push((await refusal(args)).exitCode);
    expect(codes).toEqual(wrong.map(() => 2));
    expect((await vigie(['pack'])).exitCode).toBe(2);
  });

  it('says that a coordination’s commands have no place in a unit’s workspace', async () => {
    const args = ['return', 'check', '--agreement', 'A', '--quarter', '2026-Q2', ...unit.access];
    expect(await refusal(args)).toMatchObject({ exitCode: 1, code: 'forbidden', reason: 'workspace_kind' });
  });

  it('stops when asked to while it reads the passphrase, and while it imports; nothing is kept', async () => {
    const waiting = new AbortController();
    const asked = vigie(['backlog', ...unit.access], { input: new PassThrough(), interruption: waiting });
    setTimeout(() => {
      waiting.abort();
    }, 20);
    expect((await asked).exitCode).toBe(1);

    const rows = Array.from({ length: 20_000 }, (_, index) => `2026-05-04,public,S${index}`);
    const file = place.write('many.csv', csv(rows));
    const interruption = new AbortController();
    const stopped = await refusal(['import', 'referrals', file, '--unit', 'U01', ...unit.access], {
      interruption,
      watched: true,
      onTell: (text) => {
        if (text.includes('Writing')) interruption.abort();
      },
    });
    expect(stopped).toMatchObject({ exitCode: 1, code: 'cancelled' });
    const held = await directly(unit.folder, 'worker', ({ store }) =>
      Promise.resolve(
        store
          .requireUnlocked()
          .raw.prepare("SELECT count(*) FROM referral WHERE external_number LIKE 'S%'")
          .pluck()
          .get(),
      ),
    );
    expect(held).toBe(0);
  });

  it('asks on a terminal, twice for a new workspace, and shows nothing of what is typed', async () => {
    const typing = (lines: readonly string[]) => {
      const input = Object.assign(new PassThrough(), { isTTY: true });
      let typed = 0;
      const onTell = (text: string): void => {
        if (/: $/.test(text)) setTimeout(() => input.write(`${lines[typed++] ?? ''}\r`), 5);
      };
      return { input, onTell };
    };
    const args = ['workspace', 'create', '--kind', 'unit', '--workspace', place.at('Typed'), '--login', 'a', '--json'];
    const differing = await vigie(args, typing([passphrase, 'another long phrase']));
    expect([differing.exitCode, differing.err.includes('differ')]).toEqual([2, true]);
    const made = await vigie(args, typing([passphrase, passphrase]));
    expect([made.exitCode, `${made.err}${differing.err}`.includes('phrase')]).toEqual([0, true]);
    for (const { out, err } of [differing, made])
      expect([out, err].some((text) => text.includes(passphrase) || text.includes('another long'))).toBe(false);
  });
});
