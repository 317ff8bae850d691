import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { exampleXml } from './examples.ts';
import { minimalPdf } from './minimalPdf.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

function given(name: string, content: string | Uint8Array) {
  const path = join(test.parent, name);
  writeFileSync(path, content);
  return { file: test.grant(path) as never, jobId: randomUUID() as JobId };
}

async function logAll(draft: TipDraft, more: { acceptDuplicate?: boolean } = {}) {
  return test.call('tips.log', {
    unitId,
    source: 'ncecc',
    receivedOn: '2026-11-02',
    externalNumber: draft.fields.find(({ field }) => field === 'externalNumber')?.value,
    format: draft.format,
    persons: draft.persons,
    identifiers: draft.identifiers,
    counts: [...draft.counts],
    ...more,
  });
}

describe('a report taken in', () => {
  it('is a referral with its persons, identifiers and counts', async () => {
    const draft = await test.call('tips.read', given('report.xml', exampleXml));
    const { id, number } = await logAll(draft);
    const file = { kind: 'referral', id } as const;
    expect(number).toBe('2026-00001');
    const { persons } = await test.call('persons.list', { file });
    expect(persons.map(({ role, name }) => [role, name])).toEqual([
      ['subject', 'Pat Example'],
      ['victim', null],
    ]);
    const { identifiers } = await test.call('identifiers.list', { file });
    expect(identifiers).toHaveLength(draft.identifiers.length);
    expect(identifiers.find(({ port }) => port === 40112)).toMatchObject({
      personId: persons[0]?.id,
      seenText: '2026-10-30T22:15:04-04:00',
      seenOffset: '-04:00',
      seenAt: Date.UTC(2026, 9, 31, 2, 15, 4),
    });
    const { counts } = await test.call('referrals.get', { referralId: id });
    expect(counts).toEqual(expect.arrayContaining([{ category: 'files_reported', count: 2 }]));
  });

  it('is refused where a category is counted twice, or a piece belongs to nobody in it', async () => {
    const draft = await test.call('tips.read', given('report.xml', exampleXml));
    const [count] = draft.counts;
    const [piece] = draft.identifiers;
    await expect(logAll({ ...draft, counts: [count!, count!] })).rejects.toMatchObject({
      failure: { code: 'invalid_input' },
    });
    await expect(logAll({ ...draft, identifiers: [{ ...piece!, person: 2 }] })).rejects.toMatchObject({
      failure: { code: 'invalid_input' },
    });
  });

  it('is read in UTF-16 as in UTF-8', async () => {
    const wide = Buffer.from(`\ufeff${exampleXml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(await test.call('tips.read', given('wide.xml', wide))).toEqual(
      await test.call('tips.read', given('report.xml', exampleXml)),
    );
  });

  it('that comes again is known by its number and by what it holds', async () => {
    const draft = await test.call('tips.read', given('report.xml', exampleXml));
    const { number } = await logAll(draft);
    const { files } = await test.call('tips.matches', {
      identifiers: draft.identifiers,
    });
    expect(files.map((each) => each.number)).toEqual([number]);
    expect(new Set(files[0]?.shared.map(({ reason }) => reason))).toEqual(
      new Set(['same_email', 'same_handle', 'same_ip_and_time', 'same_ip', 'same_device', 'same_url']),
    );
    await expect(logAll(draft)).rejects.toMatchObject({ failure: { reason: 'duplicate_external_number' } });
    expect((await logAll(draft, { acceptDuplicate: true })).number).toBe('2026-00002');
  });

  it('is written whole or not at all', async () => {
    const draft = await test.call('tips.read', given('report.xml', exampleXml));
    const [first, ...rest] = draft.identifiers;
    if (first === undefined) throw new Error('The example has identifiers.');
    const broken = { ...draft, identifiers: [...rest, { ...first, kind: 'ip' as const, value: 'no address' }] };
    await expect(logAll(broken)).rejects.toMatchObject({ failure: { code: 'invalid_input' } });
    const { rows } = await test.call('referrals.list', {
      filter: {},
      sort: { column: 'receivedOn', descending: true },
      from: { at: 'start' },
      size: 10,
    });
    expect(rows).toEqual([]);
  });
});

describe('a document', () => {
  it('in PDF gives its text and what is found in it', async () => {
    const draft = await test.call(
      'tips.read',
      given('tip.pdf', minimalPdf(['Report number: FDR-2026-00412', 'Screen name: north_river'])),
    );
    expect(draft).toMatchObject({
      format: 'pdf',
      fields: [{ field: 'externalNumber', value: 'FDR-2026-00412' }],
      identifiers: [{ kind: 'handle', value: 'north_river' }],
      pages: ['Report number: FDR-2026-00412\nScreen name: north_river'],
    });
  });

  it.each([
    ['a picture', 'picture.xml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'contains_binary'],
    ['an archive', 'many.json', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'contains_binary'],
    ['a letter', 'letter.xml', 'Dear colleague', 'not_a_report'],
    ['a PDF of pictures alone', 'scan.pdf', minimalPdf([]), 'no_text_in_document'],
    ['a PDF that is damaged', 'half.pdf', '%PDF-1.7 and nothing more', 'report_damaged'],
  ])('that is %s is refused with the reason', async (_, name, content, reason) => {
    expect(await test.refusal('tips.read', given(name, content))).toEqual({ code: 'invalid_input', reason });
  });
});
