import { describe, expect, it } from 'vitest';
import { draftOfReport } from '../../../../db/intake/referralDocuments/report.ts';
import { treeOfJson, treeOfXml } from '../../../../db/intake/referralDocuments/tree.ts';
import { exampleXml } from './examples.ts';

describe('a report in XML', () => {
  const draft = draftOfReport(treeOfXml(exampleXml), 'xml');

  it('gives its number, its priority as received and what it is about, each with where it was found', () => {
    expect(draft.fields).toEqual([
      { field: 'externalNumber', value: '900100200', foundAt: 'report > reportId' },
      {
        field: 'priorityReceived',
        value: 'Child may be at risk',
        foundAt: 'report > incidentSummary > escalateToHighPriority',
      },
      {
        field: 'summary',
        value: 'Online Enticement of Children for Sexual Acts; 2026-10-30T22:15:04-04:00; Example Network',
        foundAt:
          'report > incidentSummary > incidentType; report > incidentSummary > incidentDateTime; report > espName',
      },
    ]);
  });

  it('gives the persons without the name of a victim, and no contact of the sender', () => {
    expect(draft.persons).toEqual([
      {
        role: 'subject',
        name: 'Pat Example',
        ageBand: '18_plus',
        gender: 'not_asked',
        foundAt: 'report > personOrUserReported',
      },
      { role: 'victim', name: null, ageBand: '12_13', gender: 'not_asked', foundAt: 'report > victim' },
    ]);
    expect(JSON.stringify(draft)).not.toContain('reports@example.net');
    expect(JSON.stringify(draft)).not.toContain('Robin');
  });

  it('keeps the time of an address in the source’s own words, its port and its event', () => {
    const addresses = draft.identifiers.filter(({ kind }) => kind === 'ip');
    expect(addresses).toEqual([
      {
        kind: 'ip',
        value: '203.0.113.9',
        service: null,
        port: 40112,
        seenText: '2026-10-30T22:15:04-04:00',
        seenOffset: null,
        event: 'Login (possible proxy)',
        obtained: 'volunteered',
        obtainedReference: null,
        person: 0,
        foundAt: 'report > personOrUserReported > ipCaptureEvent',
      },
      expect.objectContaining({ value: '2001:db8::7', port: null, event: 'Upload', person: null }),
    ]);
  });

  it('gives every other identifier once, a handle with its service', () => {
    const plain = draft.identifiers
      .filter(({ kind }) => kind !== 'ip')
      .map(({ kind, value, service, person }) => [kind, value, service, person]);
    expect(plain).toEqual([
      ['email', 'north.river@example.com', null, 0],
      ['handle', 'northriver', 'Example Network', 0],
      ['handle', 'u-5512', 'Example Network', 0],
      ['device', '356938035643809', 'IMEI', 0],
      ['handle', 'northriver2', 'Other Example', 0],
      ['url', 'https://chat.example.net/room/7', null, null],
    ]);
  });

  it('counts files and takes neither names nor hashes', () => {
    expect(draft.counts).toEqual([
      { category: 'files_reported', count: 2 },
      { category: 'files_viewed', count: 1 },
      { category: 'class_a1', count: 1 },
      { category: 'made_by_ai', count: 1 },
    ]);
    expect(JSON.stringify(draft)).not.toContain('holiday.jpg');
  });

  it('leaves out what holds an image, counts it, and names what found no place', () => {
    expect(draft.stripped).toBe(2);
    expect(JSON.stringify(draft)).not.toContain('QUJD');
    expect(draft.notTaken).toContain('vehicleDescription');
    expect(draft.notTaken).not.toContain('ipAddress');
  });
});

describe('a report in JSON', () => {
  it('is read by the same names, however they are written', () => {
    const draft = draftOfReport(
      treeOfJson(
        JSON.stringify({
          report: {
            report_id: 900100201,
            persons: [
              {
                'Reported Person': {
                  first_name: 'A.',
                  last_name: 'Example',
                  Age: 17,
                  email_address: ['a@example.org', 'a@example.org'],
                },
              },
            ],
            'IP Capture Event': [{ 'IP Address': '198.51.100.4', Port: '70000', Date_Time: '2026-11-01 08:00:00 UTC' }],
          },
        }),
      ),
      'json',
    );
    expect(draft.fields).toEqual([{ field: 'externalNumber', value: '900100201', foundAt: 'report > report_id' }]);
    expect(draft.persons).toMatchObject([{ role: 'subject', name: 'A. Example', ageBand: '16_17' }]);
    expect(draft.identifiers.map(({ kind, value, port, seenText }) => [kind, value, port, seenText])).toEqual([
      ['email', 'a@example.org', null, null],
      ['ip', '198.51.100.4', null, '2026-11-01 08:00:00 UTC'],
    ]);
  });
});

describe('what is no report', () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "${'&a;'.repeat(50)}">]><r>&b;</r>`;
  it.each([
    ['a document that declares entities', 'file_declares_entities', () => treeOfXml(bomb)],
    ['an element that is never closed', 'report_damaged', () => treeOfXml('<report><a></report>')],
    ['nesting without end in XML', 'report_too_complex', () => treeOfXml('<a>'.repeat(5000) + '</a>'.repeat(5000))],
    ['nesting without end in JSON', 'report_too_complex', () => treeOfJson('['.repeat(5000) + ']'.repeat(5000))],
    ['half of a JSON text', 'report_damaged', () => treeOfJson('{"report": ')],
    ['a lone number', 'not_a_report', () => treeOfJson('17')],
  ])('%s is refused', (_, reason, read) => {
    expect(read).toThrow(expect.objectContaining({ code: 'invalid_input', reason }));
  });

  it('more elements than any report has are refused', () => {
    expect(() => treeOfJson(JSON.stringify({ list: Array.from({ length: 250_000 }, () => 1) }))).toThrow(
      /report_too_complex/,
    );
  });
});
