import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { shippedCatalogue } from '../../../../db/casework/offences/catalogue.ts';
import { struck } from '../../../support/corrections.ts';
import { it, test, investigationId as file } from '../../../support/fixtures/investigation.ts';

const add = (offence: string, firstOn: string, lastOn = firstOn) =>
  test.call('offences.add', { investigationId: file, offence, firstOn, lastOn, attempted: false });
const list = async () => (await test.call('offences.list', { investigationId: file })).offences;
const open = async () => (await test.call('investigations.openItems', { investigationId: file })).items;
const written = (name: string, text: string) => {
  const path = join(test.parent, name);
  writeFileSync(path, text);
  return test.grant(path);
};

describe('an offence of a file', () => {
  it('is one of its day, and can be taken back', async () => {
    const { id } = await add('cc_163_1_4', '2026-09-01', '2026-10-01');
    expect(await list()).toMatchObject([
      { id, version: 1, offence: 'cc_163_1_4', firstOn: '2026-09-01', lastOn: '2026-10-01', attempted: false },
    ]);
    await expect(add('cc_169_1', '2026-07-17')).rejects.toThrow('offence_not_valid');
    await expect(add('cc_none', '2026-09-01')).rejects.toThrow('offence_not_valid');
    await expect(add('cc_151', '2026-09-02', '2026-09-01')).rejects.toThrow('date_before_previous');
    await expect(add('cc_151', '2026-11-25')).rejects.toThrow('date_in_future');
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'offence', id));
    expect(await list()).toEqual([]);
  });

  it('keeps the file open until its clearance is recorded', async () => {
    await add('cc_151', '2026-09-01');
    expect(await open()).toEqual([{ kind: 'clearance', id: file, on: '2026-09-01' }]);
    const record = (version: number | null, status: { founded: boolean; reason: string | null; on: string }) =>
      test.call('clearance.record', { investigationId: file, version, status });
    await expect(record(null, { founded: true, reason: null, on: '2026-11-02' })).rejects.toThrow('reason');
    await expect(record(null, { founded: true, reason: 'no such', on: '2026-11-02' })).rejects.toThrow('reason');
    await record(null, { founded: true, reason: 'charged', on: '2026-11-02' });
    expect(await open()).toEqual([]);
    await expect(record(null, { founded: false, reason: null, on: '2026-11-03' })).rejects.toThrow('version_conflict');
    await record(1, { founded: false, reason: null, on: '2026-11-03' });
    expect(await test.call('clearance.get', { investigationId: file })).toEqual({
      clearance: { founded: false, reason: null, on: '2026-11-03', version: 2 },
    });
  });

  it('is found by the name that it had before', async () => {
    await add('cc_163_1_4', '2026-09-01');
    const { investigations } = await test.call('search.everywhere', { text: 'pornographie juvénile' });
    expect(investigations.map((each) => each.id)).toEqual([file]);
    expect((await test.call('search.everywhere', { text: 'luring' })).investigations).toEqual([]);
  });
});

describe('the reasons of a clearance', () => {
  it('are changed and added by a supervisor, and come without letters', async () => {
    const reasons = async () => (await test.call('clearanceReasons.list', {})).reasons;
    const shipped = await reasons();
    expect(shipped.every((each) => each.letter === null && each.version === null)).toBe(true);
    const own = {
      code: 'own_reason',
      outcome: 'otherwise',
      name: { en: 'Own', fr: 'Propre' },
      letter: 'Z',
      active: true,
    } as const;
    await test.call('clearanceReasons.save', { ...own, version: null });
    const charged = shipped.find((each) => each.code === 'charged')!;
    await test.call('clearanceReasons.save', { ...charged, letter: 'C' });
    const held = await reasons();
    expect(held).toHaveLength(shipped.length + 1);
    expect(held.at(-1)).toEqual({ ...own, version: 1 });
    expect(held.find((each) => each.code === 'charged')).toMatchObject({ letter: 'C', version: 1 });
    expect(await test.refusal('clearanceReasons.save', { ...own, version: null })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
  });
});

describe('a newer catalogue', () => {
  it('is brought in by an administrator, with the codes of a list', async () => {
    await test.signInAs('admin');
    const next = {
      ...shippedCatalogue,
      version: '2027-01-01',
      offences: [
        ...shippedCatalogue.offences.slice(1),
        { ...shippedCatalogue.offences[0]!, code: 'cc_new', section: '900' },
      ],
    };
    expect(await test.call('offences.importCatalogue', { file: written('c.json', JSON.stringify(next)) })).toEqual({
      version: '2027-01-01',
      offences: next.offences.length,
      added: 1,
      withdrawn: 1,
    });
    const codes = written('codes.csv', '\ufeffsection,code\n163.1(4),3455\n1234,1\n');
    expect(await test.call('offences.importCodes', { file: codes })).toEqual({ codes: 2, unknownSections: 1 });
    const held = await test.call('offences.catalogue', {});
    expect(held.version).toBe('2027-01-01');
    expect(held.offences.find((each) => each.section === '163.1(4)')?.ucr2).toEqual({ code: '3455', verified: true });
    for (const text of ['not json', '{"version":"1"}'])
      expect(await test.refusal('offences.importCatalogue', { file: written('bad.json', text) })).toEqual({
        code: 'invalid_input',
        reason: 'not_a_catalogue',
      });
    expect(await test.refusal('offences.importCodes', { file: written('bad.csv', 'a,b\n1,2\n') })).toEqual({
      code: 'invalid_input',
      reason: 'not_a_csv',
    });
  });
});
