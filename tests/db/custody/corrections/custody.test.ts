import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile } from '#contract/ground/ids';
import { reason, struck } from '../../../support/corrections.ts';
import { beginPaper, createPaperDesk, getPaper, issueInput } from '../../../support/papers.ts';
import { personInput } from '../../../support/persons.ts';
import { openFile } from '../../../support/authorities.ts';
import { createTestStore } from '../../../support/store.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { ofEach } from '../../../support/fixtures/make.ts';

const { it, made: desk } = ofEach(createPaperDesk);
let file: CaseFile;
beforeEach(() => {
  file = { kind: 'investigation', id: desk.file };
});

const corrections = async () => (await desk.test.call('corrections.list', { file })).corrections;
const rename = (name: string, version = 1) =>
  desk.test.call('persons.change', {
    ...personInput(file, 'subject', { name, ageBand: '18_plus' }),
    ...{ personId: desk.subject, version, reason },
  });

describe('what was corrected', () => {
  it('is a record of every package, treated as what it was, and a supplement is due where one was given', async () => {
    const first = await beginPaper(desk);
    await desk.test.call('papers.issue', await issueInput(desk, first));
    await rename('Jean Trembley');
    const due = async () =>
      (await desk.test.call('due.list', { filter: {} })).rows.filter(({ source }) => source === 'correction');
    expect(await due()).toMatchObject([
      {
        investigationId: desk.file,
        name: { en: 'Supplement to issue, after a correction' },
        dueOn: '2026-11-24',
      },
    ]);
    const second = await beginPaper(desk, { supplements: first, reference: 'D-2' });
    const { records } = await getPaper(desk, second);
    const given = records.find(({ section }) => section === 'corrections');
    expect(given?.fields.find(({ code }) => code === 'name')?.value.en).toBe('Jean Tremblay');
    expect(given?.fields.find(({ code }) => code === 'correctionReason')?.value.en).toBe(reason);
    expect(given).toMatchObject({ treatment: 'redacted', ground: 'publication_ban' });
    await desk.test.call('papers.issue', await issueInput(desk, second));
    expect(await due()).toEqual([]);
  });

  it('of a sealed person is hidden with the person', async () => {
    await rename('Jean Trembley');
    expect(await corrections()).toHaveLength(1);
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await desk.test.call('seals.sealPerson', { ...act, file, personId: desk.subject, authorityId: null });
    expect(await corrections()).toEqual([]);
  });

  it('goes with the file to another unit, and what was taken out can be put back there', async () => {
    const test = await createTestStore();
    try {
      const [unitId, toUnitId] = await createOfficerOfTwo(test);
      const { id } = await openFile(test, unitId);
      const here = { kind: 'investigation', id } as const;
      await test.call('arrests.record', { investigationId: id, arrestedOn: '2026-10-07', youth: false });
      const { arrests } = await test.call('investigations.get', { investigationId: id });
      await test.call('corrections.strike', struck(here, 'arrest', arrests[0]?.id));
      const on = '2026-11-20';
      const proposed = {
        referralId: null,
        investigationId: id,
        toUnitId,
        toService: null,
        on,
        message: null,
      };
      const { id: transferId } = await test.call('transfers.propose', proposed);
      const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on });
      const there = { kind: 'investigation', id: receivedId as typeof id } as const;
      const [listed] = (await test.call('corrections.list', { file: there })).corrections;
      expect(listed).toMatchObject({ record: 'arrest', act: 'entered_in_error', mayRestore: true });
      await test.call('corrections.restore', { file: there, correctionId: listed!.id, reason });
      const found = await test.call('investigations.get', { investigationId: there.id });
      expect(found.arrests.map(({ arrestedOn }) => arrestedOn)).toEqual(['2026-10-07']);
    } finally {
      test.dispose();
    }
  });
});
