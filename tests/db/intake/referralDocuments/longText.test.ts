import { describe, expect, it } from 'vitest';
import { hidesBinary, findSeparator, isMarkup } from '../../../../db/documents/tables/detect.ts';
import { identifierKey } from '../../../../db/casework/identifiers/normalise.ts';
import { draftOfDocument } from '../../../../db/intake/referralDocuments/document.ts';

const length = 25_000;
/** What a pattern that looks back and forth would look at again and again. */
const units = [
  ' ',
  'a',
  '1',
  '.',
  ',',
  ':',
  '@',
  '-',
  '/',
  '"',
  '1.',
  '1:',
  'a.',
  'a@',
  'x ',
  'a,',
  '+',
  '\t',
  ';.',
  '(1',
  'f:',
  '0 ',
  'A1+/',
];
const beginnings = [
  '',
  'port',
  'report',
  'numéro du rapport',
  'priority',
  'tel: ',
  'user id',
  'https://',
  'data:a',
  'a@',
  '1 x',
  '"',
  '<',
  '2026-01-01T00:00:00',
];
const endings = ['', ' !'];

describe('text of any length', () => {
  it('is looked through in one pass, whatever it repeats', () => {
    const slow: string[] = [];
    for (const beginning of beginnings)
      for (const unit of units)
        for (const ending of endings) {
          const text = `${beginning}${unit.repeat(length / unit.length)}${ending}`;
          const began = process.cpuUsage().user;
          draftOfDocument([text]);
          hidesBinary(text);
          isMarkup(text);
          findSeparator(text);
          for (const kind of ['phone', 'email', 'ip', 'url', 'handle', 'other'] as const) identifierKey(kind, text);
          // In two passes of each pair of characters it would be seconds.
          if (process.cpuUsage().user - began > 1_000_000) slow.push(JSON.stringify([beginning, unit, ending]));
        }
    expect(slow).toEqual([]);
  }, 300_000);
});
