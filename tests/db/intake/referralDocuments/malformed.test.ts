import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { contentOf } from '../imports/support.ts';
import { exampleXml } from './examples.ts';
import { minimalPdf } from './minimalPdf.ts';
import { it, test, unitId } from '../../../support/fixtures/shared/unit.ts';

type Content = string | Uint8Array;

async function read(content: Content) {
  const path = join(test.parent, `${randomUUID()}.txt`);
  writeFileSync(path, content);
  return dispatch(test.store, 'tips.read', { file: test.grant(path) as never, jobId: randomUUID() as JobId });
}

async function draftOf(content: Content): Promise<TipDraft> {
  const reply = await read(content);
  if (!reply.ok) throw new Error(`refused: ${reply.error.reason ?? reply.error.code}`);
  return reply.value as TipDraft;
}

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from(`${mark ? '﻿' : ''}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const bombs = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>`;
const deepXml = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const deepJson = (depth: number): string => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`;
const two = (report: string): string => `<reports>${report}${report.replace('900100200', '900100201')}</reports>`;
const bare = exampleXml.replace(/^<\?xml.*\?>\n/, '');

/** What is refused, and the reason that the screen words. */
const refused: readonly (readonly [what: string, content: Content, reason: string])[] = [
  ['XML cut off in an element', exampleXml.slice(0, 900), 'report_damaged'],
  ['XML cut off in a tag', exampleXml.slice(0, exampleXml.indexOf('<screenName') + 4), 'report_damaged'],
  ['JSON cut off', '{"reportId": "1", "incidentSummary": {', 'report_damaged'],
  ['a PDF cut off', minimalPdf(['CyberTip report: 1']).slice(0, 120), 'report_damaged'],
  ['a PDF that is nothing but its first line', '%PDF-1.4\n', 'report_damaged'],
  ['entities that grow', bombs, 'file_declares_entities'],
  [
    'an entity from a file',
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hosts">]><r>&x;</r>',
    'file_declares_entities',
  ],
  ['XML nested 10,000 deep', deepXml(10_000), 'report_too_complex'],
  ['JSON nested 10,000 deep', deepJson(10_000), 'report_too_complex'],
  ['JSON nested 200,000 deep', '['.repeat(200_000), 'report_too_complex'],
  ['XML with a million elements', `<r>${'<a/>'.repeat(1_000_000)}</r>`, 'report_too_complex'],
  ['JSON with a million values', `[${'"a",'.repeat(1_000_000)}"a"]`, 'report_too_complex'],
  ['32 MB of text', `{"a": "${'x '.repeat(16_000_000)}"}`, 'file_too_large'],
  ['tags that never end', '<a'.repeat(3_000_000), 'report_too_complex'],
  ['two reports in XML', two(bare), 'several_reports'],
  ['two reports in JSON', '[{"reportId": "1"}, {"reportId": 2}]', 'several_reports'],
  [
    'two reports without a number',
    '<reports><report><a>1</a></report><report><a>2</a></report></reports>',
    'several_reports',
  ],
  ['a text that is no report', 'CyberTip', 'not_a_report'],
  ['a number', '5', 'not_a_report'],
  ['nothing', '', 'not_a_report'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'contains_binary'],
  ['zero bytes in text', Buffer.from('<r>\0</r>'), 'contains_binary'],
  ['a locked PDF', minimalPdf(['CyberTip report: 1'], { isLocked: true }), 'document_locked'],
  ['a PDF without text', minimalPdf([]), 'no_text_in_document'],
];

describe('a report that cannot be read', () => {
  it.each(refused)(
    'is refused for what it is, in time, and nothing of it is kept: %s',
    async (_what, content, reason) => {
      const before = contentOf(test);
      const began = performance.now();
      const reply = await read(content);
      expect(reply.ok ? 'read' : reply.error.reason).toBe(reason);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(contentOf(test)).toEqual(before);
      // The application goes on.
      expect((await draftOf('{"reportId": "7"}')).fields).toEqual([
        { field: 'externalNumber', value: '7', foundAt: 'reportId' },
      ]);
    },
  );
});

describe('a report that is unusual', () => {
  it('is read in whatever way it is encoded', async () => {
    const accented = exampleXml.replace('Example Network</espName>', 'Réseau Éclair</espName>');
    const summary = async (content: Content) =>
      (await draftOf(content)).fields.find(({ field }) => field === 'summary')?.value;
    for (const content of [
      accented,
      `﻿${accented}`,
      Buffer.from(accented.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      utf16(accented, false, true),
      utf16(accented, true, true),
      utf16(accented, false, false),
      utf16(accented, true, false),
    ])
      expect(await summary(content)).toContain('Réseau Éclair');
  });

  it('says of each piece of its summary where it stood', async () => {
    const summary = (await draftOf(exampleXml)).fields.find(({ field }) => field === 'summary');
    expect(summary?.foundAt).toBe(
      'report > incidentSummary > incidentType; report > incidentSummary > incidentDateTime; report > espName',
    );
  });

  it('has lists where one is expected, and one where a list is', async () => {
    const { persons, identifiers, notTaken } = await draftOf(
      JSON.stringify({
        reportId: ['5', '5'],
        victim: [{ age: 12 }, { age: ['13'] }],
        personOrUserReported: [[{ email: ['a.one@example.org', 'b.two@example.org'] }]],
        ipCaptureEvent: { ipAddress: '203.0.113.4' },
        incidentSummary: 'in words',
      }),
    );
    expect(persons.map(({ role, ageBand }) => [role, ageBand])).toEqual([
      ['victim', '12_13'],
      ['victim', '12_13'],
      ['subject', 'unknown'],
    ]);
    expect(identifiers.map(({ value }) => value)).toEqual(['a.one@example.org', 'b.two@example.org', '203.0.113.4']);
    expect(notTaken).toContain('incidentSummary');
  });

  it('names what has no place here, ports that are none included, and leaves nothing else out', async () => {
    const at = (port: string, address: string) =>
      `<ipCaptureEvent><ipAddress>${address}</ipAddress><port>${port}</port></ipCaptureEvent>`;
    const { identifiers, notTaken, stripped } = await draftOf(
      `<report><reportId>1</reportId><moonPhase>full</moonPhase>${at('70000', '203.0.113.1')}${at('443', '2001:DB8:0:0::1')}
       ${at('-1', '203.0.113.2')}<note>data:image/png;base64,${'QUJD'.repeat(80)}</note><blob>${'QUJD'.repeat(80)}</blob></report>`,
    );
    expect(identifiers.map(({ value, port }) => [value, port])).toEqual([
      ['203.0.113.1', null],
      ['2001:DB8:0:0::1', 443],
      ['203.0.113.2', null],
    ]);
    expect(notTaken).toEqual(['moonPhase', 'port']);
    expect(stripped).toBe(2);
  });

  it('counts what was made by AI, as an element or by name in a list, and names the other annotations', async () => {
    const { counts, notTaken } = await draftOf(
      JSON.stringify({
        reportId: '1',
        fileDetails: [
          { fileAnnotations: { generativeAi: true, viral: true } },
          { fileAnnotations: ['generativeAi', 'potentialMeme'] },
          { fileAnnotations: { generativeAi: false } },
        ],
      }),
    );
    expect(counts).toContainEqual({ category: 'made_by_ai', count: 2 });
    expect(notTaken).toEqual(['fileAnnotations', 'viral']);
  });

  it('gives an instant only to a time that says its offset and is on a real day', async () => {
    const times = {
      '2026-10-30T22:15:04+00:00': '2026-10-30T22:15:04.000Z',
      '2026-10-30T22:15:05Z': '2026-10-30T22:15:05.000Z',
      '2026-10-30T22:15:06': null,
      '2026-02-31T10:00:00Z': null,
      '2026-10-30T25:00:00Z': null,
      '2026-10-30T10:00:00+99:00': null,
      'last Tuesday': null,
    };
    const draft = await draftOf(
      JSON.stringify({
        reportId: '31',
        ipCaptureEvent: Object.keys(times).map((dateTime) => ({ ipAddress: '203.0.113.8', dateTime })),
      }),
    );
    const { id } = await test.call('tips.log', {
      unitId,
      source: 'ncecc',
      receivedOn: '2026-11-02',
      format: draft.format,
      persons: [],
      identifiers: draft.identifiers,
      counts: [],
    });
    const { identifiers } = await test.call('identifiers.list', { file: { kind: 'referral', id } });
    const told = identifiers.map(({ seenText, seenAt }) => [
      seenText,
      seenAt === null ? null : new Date(seenAt).toISOString(),
    ]);
    expect(Object.fromEntries(told)).toEqual(times);
  });

  it('tells how many pages of a document were not read', async () => {
    const draft = await draftOf(minimalPdf(['CyberTip report: 12'], { pages: 2000 }));
    expect([draft.pages.length, draft.pagesUnread]).toEqual([200, 1800]);
    expect(draft.fields[0]).toMatchObject({ value: '12', foundAt: 'p. 1' });
  });
});
