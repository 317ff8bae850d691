import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { PaperId } from '#contract/ground/ids';
import { createUnitAndUser } from '../../../support/store.ts';
import {
  addNote,
  beginPaper,
  createPaperDesk,
  crownFacts,
  decide,
  getPaper,
  issueInput,
} from '../../../support/papers.ts';
import { struck } from '../../../support/corrections.ts';
import { ofEach } from '../../../support/fixtures/make.ts';

const { it, made: desk } = ofEach(createPaperDesk);

const treatments = async (id: PaperId) =>
  (await getPaper(desk, id)).records.map(({ number, section, treatment, ground }) => [
    number,
    section,
    treatment,
    ground,
  ]);
const issue = async (id: PaperId) => desk.test.call('papers.issue', await issueInput(desk, id));
const printed = () => desk.pages.map(({ html }) => html).join('\n');
const audited = (method: string): unknown =>
  desk.test.store
    .requireUnlocked()
    .raw.prepare('SELECT count(*) FROM audit_entry WHERE method = ? AND outcome = ?')
    .pluck()
    .get(method, 'done');

describe('a disclosure pack', () => {
  it('holds every record of the file, in order, with names withheld until someone chooses otherwise', async () => {
    const id = await beginPaper(desk);
    expect(await treatments(id)).toEqual([
      [1, 'file', 'included', null],
      [2, 'referrals', 'redacted', 'publication_ban'],
      [3, 'persons', 'redacted', 'publication_ban'],
      [4, 'persons', 'redacted', 'publication_ban'],
      [5, 'identifiers', 'redacted', 'publication_ban'],
      [6, 'authorities', 'included', null],
      [7, 'tasks', 'redacted', 'publication_ban'],
      [8, 'notes', 'redacted', 'publication_ban'],
    ]);
    const { paper } = await getPaper(desk, id);
    const named = { investigationId: desk.file, paperId: id, version: paper.version };
    await desk.test.call('papers.describe', { ...named, ...crownFacts, namesIncluded: true });
    expect(new Set((await treatments(id)).map(([, , treatment]) => treatment))).toEqual(new Set(['included']));
    // Three readings within a minute are one view.
    expect(audited('papers.get')).toBe(1);
  });

  it('says what it gives and nothing of what it withholds, in both languages', async () => {
    const id = await beginPaper(desk);
    await decide(desk, id, ({ section }) => section === 'authorities', {
      way: 'leave_out',
      ground: 'ongoing_investigation',
      remark: 'Until the search is done',
    });
    const { records } = await getPaper(desk, id);
    const note = records.find(({ section }) => section === 'notes')?.fields.find(({ code }) => code === 'text');
    const from = note?.value.en.indexOf('the informer') ?? -1;
    await decide(desk, id, ({ section }) => section === 'notes', {
      way: 'redact',
      ground: 'informer_privilege',
      spans: [{ field: 'text', from, to: from + 'the informer is called Blackbird'.length }],
    });
    const { folderName } = await issue(id);
    const folder = join(desk.test.parent, folderName);
    expect(readdirSync(folder).sort()).toEqual([
      'disclosure-en.pdf',
      'disclosure-fr.pdf',
      'index.csv',
      'manifest.json',
      'withheld-en.pdf',
      'withheld-fr.pdf',
    ]);
    const [english = '', list = '', french = ''] = desk.pages.map(({ html }) => html);
    expect(english).toContain('Met Mr TREMBLAY; <span class="withheld">[2]</span>.\nNothing else.');
    for (const said of ['Disclosure package', 'D-1', 'Crown office of the North', 'Nothing else.', 'PROTECTED B'])
      expect(english).toContain(said);
    for (const said of ['Communication de la preuve', 'Signalements', 'Nothing else.']) expect(french).toContain(said);
    for (const secret of ['Blackbird', 'Jean', 'Zoé', 'Lachance', 'Provider X', 'Until the search is done'])
      expect(printed()).not.toContain(secret);
    // The day of what an informer's privilege covers is not disclosed either; the others' days are.
    expect(list).toContain('[2] Informer privilege');
    expect(list).toMatch(/scope="row"[^>]*>8<\/th><td[^>]*>Notes<\/td><td[^>]*><\/td>/);
    expect(list).toMatch(/scope="row"[^>]*>6<\/th><td[^>]*>Authorities and deadlines<\/td><td[^>]*>2026-10-05<\/td>/);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      records: object;
      files: { name: string; sha256: string }[];
    };
    expect(manifest.records).toEqual({ included: 1, redacted: 6, left_out: 1 });
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ).toBe(sha256);
    expect(readFileSync(join(folder, 'index.csv'), 'utf8').split('\r\n')[6]).toBe(
      '6,authorities,Authorities and deadlines,Autorisations et échéances,2026-10-05,0,left_out,Withheld,Exclu,ongoing_investigation,Ongoing investigation,Enquête en cours',
    );
  });

  it('is frozen once issued, and what changes since goes into a supplement alone', async () => {
    const first = await beginPaper(desk);
    await decide(desk, first, ({ section }) => section === 'tasks', { way: 'leave_out', ground: 'not_relevant' });
    await issue(first);
    const frozen = await getPaper(desk, first);
    expect(frozen.paper.issued).toMatchObject({ on: '2026-11-24', by: 'Officer officer' });
    expect(frozen.issued.map(({ number, treatment, standing }) => [number, treatment, standing])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [
        number,
        [1, 6].includes(number) ? 'included' : number === 7 ? 'left_out' : 'redacted',
        'unchanged',
      ]),
    );
    expect(frozen.since).toEqual({ added: 0, changed: 0, removed: 0 });
    const held = { investigationId: desk.file, paperId: first, version: frozen.paper.version };
    for (const refused of [
      desk.test.refusal('papers.discard', held),
      desk.test.refusal('papers.describe', { ...held, ...crownFacts }),
      desk.test.refusal('papers.issue', await issueInput(desk, first)),
    ])
      expect(await refused).toEqual({ code: 'conflict', reason: 'state_not_allowed' });

    const before = desk.pages.length;
    const { folderName } = await desk.test.call('papers.export', {
      ...{ investigationId: desk.file, paperId: first },
      folder: desk.test.grant(desk.test.parent),
    });
    expect(folderName).toBe('D-1-2');
    expect(desk.pages.slice(before)).toEqual(desk.pages.slice(0, before));

    await addNote(desk.test, desk.file, 'A second note.', 1);
    const { tasks } = await desk.test.call('tasks.list', { investigationId: desk.file });
    const [task] = tasks;
    await desk.test.call('tasks.change', {
      ...{ investigationId: desk.file, taskId: task?.id ?? '', version: 1 },
      ...{ what: 'Call the other school', owner: null, dueOn: null, doneOn: null },
    });
    const identifiers = await desk.test.call('identifiers.list', { file: { kind: 'investigation', id: desk.file } });
    const inFile = { kind: 'investigation', id: desk.file } as const;
    await desk.test.call('corrections.strike', struck(inFile, 'identifier', identifiers.identifiers[0]?.id));
    const { papers } = await desk.test.call('papers.ofFile', { investigationId: desk.file });
    expect(papers.map(({ since }) => since)).toEqual([{ added: 2, changed: 1, removed: 1 }]);
    expect(
      await desk.test.refusal('papers.export', {
        ...{ investigationId: desk.file, paperId: first },
        folder: desk.test.grant(desk.test.parent),
      }),
    ).toEqual({ code: 'conflict', reason: 'paper_changed_since' });

    const second = await beginPaper(desk, { supplements: first, reference: 'D-1-S1' });
    // What was left out stays so although it changed; it keeps its number.
    expect(await treatments(second)).toEqual([
      [7, 'tasks', 'left_out', 'not_relevant'],
      [9, 'notes', 'included', null],
      // What the struck identifier said is a record like any other.
      [10, 'corrections', 'redacted', 'publication_ban'],
    ]);
    expect((await getPaper(desk, second)).removed).toEqual([5]);
    expect(
      await desk.test.refusal('papers.begin', {
        ...{ investigationId: desk.file, kind: 'crown', supplements: first },
        ...crownFacts,
      }),
    ).toEqual({ code: 'conflict', reason: 'state_not_allowed' });
    await issue(second);
    expect(desk.pages.at(-4)?.html).toContain('Adds to</dt><dd>D-1</dd>');
    const { since } = await getPaper(desk, second);
    expect(since).toEqual({ added: 0, changed: 0, removed: 1 });
    const { behind } = await desk.test.call('timeline.list', { investigationId: desk.file });
    expect(behind.filter(({ kind }) => kind === 'paper_sent').map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(['D-1, Crown office of the North', 'D-1-S1, Crown office of the North']),
    );
    // Two packages, each with its beginning and its end.
    expect(audited('papers.issue')).toBe(4);
  });

  it('is not issued when it is no longer what was seen, or a decision no longer fits', async () => {
    const id = await beginPaper(desk);
    const seen = await issueInput(desk, id);
    await addNote(desk.test, desk.file, 'Meanwhile.', 1);
    expect(await desk.test.refusal('papers.issue', seen)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    const isTask = ({ section }: { readonly section: string }) => section === 'tasks';
    await decide(desk, id, isTask, { way: 'redact', ground: 'other', spans: [{ field: 'what', from: 0, to: 4 }] });
    const { tasks } = await desk.test.call('tasks.list', { investigationId: desk.file });
    await desk.test.call('tasks.change', {
      ...{ investigationId: desk.file, taskId: tasks[0]?.id ?? '', version: 1 },
      ...{ what: 'Do not call Blackbird', owner: null, dueOn: null, doneOn: null },
    });
    const stale = (await getPaper(desk, id)).records.find(isTask);
    expect([stale?.isStale, stale?.fields[0]?.isRedacted]).toEqual([true, true]);
    expect(await desk.test.refusal('papers.issue', await issueInput(desk, id))).toEqual({
      code: 'conflict',
      reason: 'paper_decision_stale',
    });
    expect([printed(), existsSync(join(desk.test.parent, 'D-1'))]).toEqual(['', false]);
    await decide(desk, id, isTask, { way: 'default' });
    await issue(id);
  });
});

describe('an extract for an access request', () => {
  it('gives the requester’s own information and withholds all of others, notes and free texts', async () => {
    const id = await beginPaper(desk, { kind: 'access', requesterId: desk.subject });
    expect(await treatments(id)).toEqual([
      [1, 'file', 'included', null],
      [2, 'referrals', 'redacted', 'third_party'],
      [3, 'persons', 'included', null],
      [4, 'persons', 'left_out', 'publication_ban'],
      [5, 'identifiers', 'included', null],
      [6, 'authorities', 'redacted', 'third_party'],
      [7, 'tasks', 'redacted', 'third_party'],
      [8, 'notes', 'left_out', 'third_party'],
    ]);
    await issue(id);
    for (const own of ['Jean Tremblay', 'night.owl@example.org']) expect(printed()).toContain(own);
    for (const secret of ['Zoé', 'Lachance', 'Blackbird', 'school', 'Provider X'])
      expect(printed()).not.toContain(secret);
  });

  it('takes no names for the Crown, and a requester of the file alone', async () => {
    const input = { investigationId: desk.file, kind: 'access', supplements: null, ...crownFacts } as const;
    expect(await desk.test.refusal('papers.begin', { ...input, namesIncluded: true })).toEqual({
      code: 'invalid_input',
    });
    const stranger = { ...input, requesterId: desk.referral as never };
    expect(await desk.test.refusal('papers.begin', stranger)).toEqual({ code: 'invalid_input' });
    expect(await desk.test.refusal('papers.begin', { ...input, kind: 'crown', requesterId: desk.subject })).toEqual({
      code: 'invalid_input',
    });
  });
});

describe('who may', () => {
  it('prepare a paper is who may see the file', async () => {
    const { test, file } = desk;
    const paperId = await beginPaper(desk);
    await test.signInAs('admin');
    expect(await test.refusal('papers.get', { investigationId: file, paperId })).toEqual({ code: 'forbidden' });
    await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    expect(await test.refusal('papers.get', { investigationId: file, paperId })).toEqual({ code: 'not_found' });
    const own = await test.call('investigations.open', {
      unitId: (await test.call('units.list', {})).units.find(({ code }) => code === 'U02')?.id ?? '',
      ...{ openedOn: '2026-10-02', referralIds: [], lead: null },
    });
    // A paper is reached through its own file, and through no other.
    expect(await test.refusal('papers.get', { investigationId: own.id, paperId })).toEqual({ code: 'not_found' });
  });

  it('changes the grounds is a supervisor, and a retired one is taken no more', async () => {
    const { test } = desk;
    const { grounds } = await test.call('redactionGrounds.list', {});
    expect(grounds.map(({ code }) => code)).toEqual([
      'privilege',
      'informer_privilege',
      'third_party',
      'ongoing_investigation',
      'publication_ban',
      'youth',
      'not_relevant',
      'other',
    ]);
    const other = { ...grounds.at(-1), version: null, active: false } as (typeof grounds)[number];
    await test.call('redactionGrounds.save', other);
    expect(await test.refusal('redactionGrounds.save', other)).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    const id = await beginPaper(desk);
    await expect(decide(desk, id, () => true, { way: 'leave_out', ground: 'other' })).rejects.toThrow(/invalid_input/);
    await expect(decide(desk, id, () => true, { way: 'leave_out' })).rejects.toThrow(/invalid_input/);
  });

  it('finds the papers of an open file in a handover', async () => {
    const { test, file, unitId } = desk;
    await beginPaper(desk);
    const { session } = await test.call('session.current', {});
    const lead = session?.user.id ?? ('' as never);
    const { investigation } = await test.call('investigations.get', { investigationId: file });
    await test.call('investigations.lead', { files: [{ investigationId: file, from: investigation.lead, lead }] });
    const { papers } = await test.call('handover.get', { unitId, userId: lead });
    expect(papers).toMatchObject([{ kind: 'crown', reference: 'D-1', issuedOn: null }]);
  });
});
