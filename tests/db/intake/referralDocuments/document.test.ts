import { describe, expect, it } from 'vitest';
import { draftOfDocument } from '../../../../db/intake/referralDocuments/document.ts';
import { pdfText } from '../../../../db/intake/referralDocuments/pdfText.ts';
import { minimalPdf } from './minimalPdf.ts';

const english = [
  'File Disposition Report',
  'Report number: FDR-2026-00412',
  'Priority level: 2',
  'Incident type: Luring a child',
  'Screen name: north_river',
  'Phone: (506) 555-0147',
  'E-mail north.river@example.com, see https://chat.example.net/u/north_river.',
  '2026-10-30 22:15:04 UTC  203.0.113.9:40112',
  'IP 2001:db8::7 port 5522 on 2026-10-31T01:00:00Z',
].join('\n');

describe('the text of a document', () => {
  it('gives what its labels and shapes say, each with its page', () => {
    const draft = draftOfDocument(['Cover page', english]);
    expect(draft.fields).toEqual([
      { field: 'externalNumber', value: 'FDR-2026-00412', foundAt: 'p. 2' },
      { field: 'priorityReceived', value: '2', foundAt: 'p. 2' },
      { field: 'summary', value: 'Luring a child', foundAt: 'p. 2' },
    ]);
    expect(draft.identifiers.map(({ kind, value, port, seenText }) => [kind, value, port, seenText])).toEqual([
      ['handle', 'north_river', null, null],
      ['phone', '(506) 555-0147', null, null],
      ['url', 'https://chat.example.net/u/north_river', null, null],
      ['email', 'north.river@example.com', null, null],
      ['ip', '203.0.113.9', 40112, '2026-10-30 22:15:04 UTC'],
      ['ip', '2001:db8::7', 5522, '2026-10-31T01:00:00Z'],
    ]);
  });

  it('is read in French too', () => {
    const draft = draftOfDocument([
      'Numéro du dossier : CNCEE-77\nPriorité : élevée\nType d’incident : Leurre\nNom d’utilisateur : riviere_nord\nTéléphone : 418 555-0123',
    ]);
    expect(draft.fields.map(({ field, value }) => [field, value])).toEqual([
      ['externalNumber', 'CNCEE-77'],
      ['priorityReceived', 'élevée'],
      ['summary', 'Leurre'],
    ]);
    expect(draft.identifiers.map(({ kind, value }) => [kind, value])).toEqual([
      ['handle', 'riviere_nord'],
      ['phone', '418 555-0123'],
    ]);
  });

  it('takes neither a version nor a time for an address, and the same finding once', () => {
    const draft = draftOfDocument(['Version 1.2.3.4.5 at 12:34:56\n300.1.2.3\n203.0.113.9\n203.0.113.9']);
    expect(draft.identifiers.map(({ value }) => value)).toEqual(['203.0.113.9']);
  });

  it('leaves out a line that holds binary data, and counts it', () => {
    const draft = draftOfDocument([`Before\n${'A'.repeat(400)}\nAfter`]);
    expect([draft.stripped, draft.pages]).toEqual([1, ['Before\nAfter']]);
  });
});

describe('a PDF', () => {
  it('gives its text line by line', async () => {
    const read = await pdfText(minimalPdf(['Report number: FDR-2026-00412', 'Screen name: north_river']));
    expect(read).toEqual({ pages: ['Report number: FDR-2026-00412\nScreen name: north_river'], unread: 0 });
  });

  it('that is damaged is refused', async () => {
    await expect(pdfText(new TextEncoder().encode('%PDF-1.7 and nothing more'))).rejects.toThrow();
  });
});
