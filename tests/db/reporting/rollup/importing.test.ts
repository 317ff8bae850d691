import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Coverage, RollupSource } from '#contract/reporting/rollup';
import { askedMeasures } from '../../../../db/reporting/packs/rules.ts';
import { copyOf, createOffice, newSenders, type Office } from '../../../support/offices.ts';
import { createCoordination, quarterTwo, type Coordination } from '../../../support/packs.ts';

const [first, second, third] = newSenders('U01', 'U02', 'U03');
let north: Office;
let south: Office;
/** As they were exported; never touched. */
let sent: { readonly north: string; readonly south: string };
beforeAll(async () => {
  north = await createOffice([first!, second!], {}, 'NORTH');
  // The second unit is in both agreements, and the south's pack of it says less of August.
  const august = (month: string, measure: string) =>
    month === '2026-08' && measure === 'arrests'
      ? 1
      : month === '2026-09' && measure === 'charges_laid'
        ? null
        : undefined;
  south = await createOffice([second!, third!], { U02: august }, 'SOUTH');
  south.wait(1000);
  sent = { north: await north.send(), south: await south.send() };
}, 60_000);
afterAll(() => {
  north.dispose();
  south.dispose();
});

let national: Coordination;
let inbox: string;
beforeEach(async () => {
  national = await createCoordination();
  inbox = join(national.test.parent, 'received');
  mkdirSync(inbox);
});
afterEach(() => {
  national.test.dispose();
});

const place = (path: string) => national.test.grant(path) as never;

async function inspect(path: string): Promise<readonly RollupSource[]> {
  return (await national.test.call('rollup.inspect', { place: place(path) })).found;
}

async function take(path: string, name: string, office: Office) {
  const confirmFingerprint = office.fingerprint;
  // Two agreements cover one unit: the importer of the second has seen it.
  const accept = { changes: ['other_signer' as const], reason: 'Both agreements fund the unit' };
  return national.test.call('rollup.import', { place: place(path), name, confirmFingerprint, accept });
}

const coverage = (): Promise<Coverage> => national.test.call('rollup.coverage', { quarter: quarterTwo });

const verdictsOf = (found: readonly RollupSource[]) =>
  found.map(({ name, verdict, problems }) => [name, verdict, ...problems.map(({ code }) => code)]);

describe('looking at what was received', () => {
  it('finds every return and pack in a folder, says what each is, and writes nothing', async () => {
    copyOf(sent.north, inbox, 'north');
    copyOf(sent.south, inbox, 'south');
    mkdirSync(join(inbox, 'other'));
    writeFileSync(join(inbox, 'letter.txt'), 'Dear colleague');
    writeFileSync(join(inbox, 'broken.vigiepack'), '{}');
    const found = await inspect(inbox);
    expect(verdictsOf(found)).toEqual([
      ['broken.vigiepack', 'refused', 'not_a_pack'],
      ['north', 'key_unconfirmed'],
      ['south', 'key_unconfirmed'],
    ]);
    expect(found[1]).toMatchObject({
      kind: 'return',
      fingerprint: north.fingerprint,
      says: {
        workspaceName: 'NORTH',
        quarter: quarterTwo,
        sequence: 1,
        months: 9,
        units: [{ code: 'U01' }, { code: 'U02' }],
      },
    });
    expect((await national.test.call('packs.list', {})).packs).toEqual([]);
  });

  it('takes the return itself, any file of it, or the folder that holds it', async () => {
    const folder = copyOf(sent.north, inbox, 'north');
    const one = [['north', 'key_unconfirmed']];
    expect(verdictsOf(await inspect(folder))).toEqual(one);
    expect(verdictsOf(await inspect(join(folder, 'manifest.json')))).toEqual(one);
    expect(verdictsOf(await inspect(inbox))).toEqual(one);
    expect(verdictsOf(await inspect(join(folder, 'return.xlsx')))).toEqual(one);
    writeFileSync(join(inbox, 'letter.txt'), 'Dear colleague');
    expect(await inspect(join(inbox, 'letter.txt'))).toEqual([]);
  });
});

describe('what is refused', () => {
  const damage: readonly (readonly [string, (folder: string) => void, readonly string[]])[] = [
    [
      'a changed byte',
      (folder) => {
        flip(join(folder, 'panel.csv'));
      },
      ['file_changed'],
    ],
    [
      'a changed figure',
      (folder) => {
        edit(folder, 'return.json', /"value":400/, '"value":40');
      },
      ['file_changed', 'content_hash_differs'],
    ],
    [
      'a missing manifest',
      (folder) => {
        rmSync(join(folder, 'manifest.json'));
      },
      ['manifest_missing'],
    ],
    [
      'a missing file',
      (folder) => {
        rmSync(join(folder, 'ledger.csv'));
      },
      ['file_missing'],
    ],
    [
      'a file more',
      (folder) => {
        writeFileSync(join(folder, 'more.csv'), 'a');
      },
      ['file_extra'],
    ],
    [
      'a manifest made to fit',
      (folder) => {
        edit(folder, 'manifest.json', /"agreement":"NORTH"/, '"agreement":"SOUTH"');
      },
      ['signature_invalid'],
    ],
  ];

  it.each(damage)('%s', async (_, spoil, problems) => {
    const folder = copyOf(sent.north, inbox, 'north');
    spoil(folder);
    expect(verdictsOf(await inspect(inbox))).toEqual([['north', 'refused', ...problems]]);
    const refused = { code: 'corrupt', reason: 'rollup_refused' };
    const input = { place: place(inbox), name: 'north', confirmFingerprint: north.fingerprint };
    expect(await national.test.refusal('rollup.import', input)).toEqual(refused);
    expect((await national.test.call('units.list', {})).units).toEqual([]);
  });

  it('a return that this workspace itself signed', async () => {
    const { test } = north.coordination;
    const { found } = await test.call('rollup.inspect', { place: test.grant(sent.north) });
    expect(verdictsOf(found)).toEqual([[expect.any(String), 'refused', 'own_return']]);
  });

  it('an earlier version once a later one is here; the later takes its place', async () => {
    const later = await north.send(quarterTwo, true);
    copyOf(sent.north, inbox, 'v1');
    copyOf(later, inbox, 'v2');
    await take(inbox, 'v1', north);
    await take(inbox, 'v2', north);
    expect(verdictsOf(await inspect(inbox))).toEqual([
      ['v1', 'held'],
      ['v2', 'held'],
    ]);
    const { packs } = await national.test.call('packs.list', {});
    expect(packs.map(({ kind, superseded }) => [kind, superseded])).toEqual([
      ['return', false],
      ['return', true],
    ]);
    const other = await createCoordination();
    try {
      const input = { place: other.test.grant(inbox) as never, confirmFingerprint: north.fingerprint };
      await other.test.call('rollup.import', { ...input, name: 'v2' });
      const { found } = await other.test.call('rollup.inspect', { place: input.place });
      expect(verdictsOf(found)).toEqual([
        ['v1', 'refused', 'older_than_held'],
        ['v2', 'held'],
      ]);
    } finally {
      other.test.dispose();
    }
  });
});

describe('trust', () => {
  it('is in a fingerprint that a person confirmed, for the agreement that it was confirmed for', async () => {
    copyOf(sent.north, inbox, 'north');
    copyOf(sent.south, inbox, 'south');
    const unconfirmed = { code: 'forbidden', reason: 'rollup_key_not_confirmed' };
    const input = { place: place(inbox), name: 'north' };
    expect(await national.test.refusal('rollup.import', input)).toEqual(unconfirmed);
    const wrong = { ...input, confirmFingerprint: south.fingerprint };
    expect(await national.test.refusal('rollup.import', wrong)).toEqual(unconfirmed);
    await take(inbox, 'north', north);
    expect(verdictsOf(await inspect(inbox))).toEqual([
      ['north', 'held'],
      // It covers a unit that the north covered.
      ['south', 'changed'],
    ]);
    const later = copyOf(await north.send(quarterTwo, true), inbox, 'later');
    expect(verdictsOf(await inspect(later))).toEqual([['later', 'ready']]);
  });
});

describe('what is taken in', () => {
  it('is every month of every unit, as the return says it, traced to it', async () => {
    copyOf(sent.north, inbox, 'north');
    const { id, unitsAdded, values } = await take(inbox, 'north', north);
    expect(unitsAdded).toBe(2);
    const document = JSON.parse(readFileSync(join(sent.north, 'return.json'), 'utf8')) as {
      content: {
        panel: readonly unknown[];
        values: { code: string; unitCode: string | null; value: number | null; status: string }[];
      };
    };
    expect(values).toBe(document.content.panel.length);
    const { indicators } = await national.test.call('packs.get', { packId: id });
    expect(indicators.map(({ code, unitCode, value, status }) => ({ code, unitCode, value, status }))).toEqual(
      document.content.values.flatMap(({ code, unitCode, value, status }) =>
        unitCode === null ? [] : [{ code, unitCode, value, status }],
      ),
    );
  });

  it('keeps apart two units that bear one code: the second is named with its agreement', async () => {
    const west = await createOffice(newSenders('U01'), {}, 'WEST');
    try {
      copyOf(sent.north, inbox, 'north');
      copyOf(await west.send(), inbox, 'west');
      await take(inbox, 'north', north);
      await take(inbox, 'west', west);
      expect((await coverage()).units.map(({ code, sources }) => [code, sources.length])).toEqual([
        ['U01', 1],
        ['U02', 1],
        ['WEST/U01', 1],
      ]);
    } finally {
      west.dispose();
    }
  });
});

describe('coverage', () => {
  it('says what comes from where, what is missing, and what two agreements say of one unit', async () => {
    copyOf(sent.north, inbox, 'north');
    copyOf(sent.south, inbox, 'south');
    const fromNorth = await take(inbox, 'north', north);
    const fromSouth = await take(inbox, 'south', south);
    const { months, units, sources, whole, absent } = await coverage();
    expect(months).toHaveLength(12);
    expect(sources.map(({ workspaceName }) => workspaceName)).toEqual(['NORTH', 'SOUTH']);
    expect([whole, absent]).toEqual([2, 0]);
    const shown = units.map(({ code, sources: own, differing, cells }) => ({
      code,
      own,
      differing,
      lacking: cells.map(({ missing }) => missing.length),
      from: cells.at(-1)?.packId,
    }));
    const before = Array<number>(3).fill(askedMeasures.length);
    const usual = [...before, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(shown).toEqual([
      { code: 'U01', own: [fromNorth.id], differing: [], lacking: usual, from: fromNorth.id },
      // The south's return was locked later: its word counts, and its charges of September are not known.
      {
        code: 'U02',
        own: [fromNorth.id, fromSouth.id],
        differing: ['C1', 'C3'],
        lacking: [...before, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        from: fromSouth.id,
      },
      { code: 'U03', own: [fromSouth.id], differing: [], lacking: usual, from: fromSouth.id },
    ]);
    expect(units[1]?.cells.at(-1)?.missing).toEqual(['charges_laid']);
  });

  it('comes to the same in whatever order the returns are taken in', async () => {
    copyOf(sent.north, inbox, 'north');
    copyOf(sent.south, inbox, 'south');
    await take(inbox, 'south', south);
    await take(inbox, 'north', north);
    const { units } = await coverage();
    const [, twice] = units;
    expect(twice?.cells.at(-1)?.missing).toEqual(['charges_laid']);
  });

  it('of nothing is empty', async () => {
    expect(await coverage()).toMatchObject({ units: [], sources: [], whole: 0, absent: 0 });
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(path, bytes);
}

function edit(folder: string, name: string, from: RegExp, to: string): void {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}
