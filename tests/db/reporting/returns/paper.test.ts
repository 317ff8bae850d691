import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ReturnContent } from '#contract/reporting/returns';
import { bandOf, stretches, ticksTo } from '../../../../db/documents/figures/axes.ts';
import { closingsOf } from '../../../../db/reporting/returns/figures/closings.ts';
import { markup } from '../../../../db/documents/page/markup.ts';
import { fixPdf } from '../../../../db/documents/page/fixPdf.ts';
import { printedReturn, printReturn } from '../../../../db/reporting/returns/report/page.ts';
import { returnReport } from '../../../../db/reporting/returns/report/report.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

const pageOf = (content: ReturnContent = held.content) => printedReturn(returnReport({ locked: held.locked, content }));
const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((each) => each[1] ?? '');
const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? entity,
  );
/** The text of one language's part. */
function partOf(html: string, tag: 'en-CA' | 'fr-CA'): string {
  const [, part = ''] = new RegExp(`<article class="part" lang="${tag}">(.*?)</article>`, 's').exec(html) ?? [];
  return unescaped(part.replace(/<[^>]+>/g, ' '));
}

describe('the printed return', () => {
  it('says every indicator with its definition, method and limits in both languages', () => {
    const { html } = pageOf();
    for (const [tag, language] of [
      ['en-CA', 'en'],
      ['fr-CA', 'fr'],
    ] as const) {
      const text = partOf(html, tag).replaceAll('\u00a0', ' ');
      for (const { name, definition, method, limits } of held.content.framework.indicators)
        for (const each of [name, definition, method, limits])
          expect(text).toContain(each[language].replaceAll('\u00a0', ' '));
      expect(text).toContain(held.content.narrative.progress[language]);
      expect(text).toContain('A. Fictive');
    }
    expect(partOf(html, 'fr-CA')).toContain('Plus de signalements sont arrivés en juillet.');
    expect(partOf(html, 'fr-CA')).not.toContain('More referrals came in July.');
  });

  it('writes numbers as each language does, and what is not available as two dots, never as zero', () => {
    const closing = held.content.values.find((each) => each.code === 'B2' && each.unitCode === null)?.value;
    expect(closing).toBe(1116);
    const { html } = pageOf();
    expect(html).toContain('<td class="number">1,116</td>');
    expect(html).toContain('<td class="number">1\u00a0116</td>');
    const charges = held.content.values.find((each) => each.code === 'C1' && each.unitCode === 'U02');
    expect(charges).toMatchObject({ value: null });
    const [row = ''] = matches(html, /<th scope="row" class="text">U02<\/th>((?:<td class="number">[^<]*<\/td>)+)/g);
    expect(row).toContain('<td class="number">..</td>');
  });

  it('writes the colon, the parts of a share and those of money as each language does', () => {
    const ofF1 = { value: 974.25, numerator: 974.25, denominator: 1_100.5, status: 'complete' as const };
    const values = held.content.values.map((each) =>
      each.code === 'F1' && each.unitCode === null ? { ...each, ...ofF1 } : each,
    );
    const { html } = pageOf({ ...held.content, values });
    const [english, french] = [partOf(html, 'en-CA'), partOf(html, 'fr-CA')];
    expect(french.match(/.{0,30}[\p{L})]:(?:\s|$)/gu)).toBeNull();
    expect(english).toContain('Numerator and denominator: $974.25 / $1,100.50');
    expect(french.replaceAll('\u00a0', ' ')).toContain('Numérateur et dénominateur : 974,25 $ / 1 100,50 $');
    const files = held.content.values.find((each) => each.code === 'B5' && each.unitCode === null)?.denominator;
    expect(files).toBeGreaterThan(0);
    expect(english).toContain(`Files counted: ${String(files)}`);
  });

  it('says of a unit’s median that it is not reached, as of the agreement’s', () => {
    const values = held.content.values.map((each) => (each.code === 'B5' ? { ...each, value: null } : each));
    const { html } = pageOf({ ...held.content, values });
    for (const words of ['Not reached', 'Non atteinte'])
      expect(matches(html, new RegExp(`(<td class="number">${words}</td>)`, 'g'))).toHaveLength(3);
  });

  it('names the lock, the agreement and the marking on its cover and on every page', () => {
    const { html, header, footer } = pageOf();
    for (const fact of [held.locked.auditHead, held.locked.contentHash, 'AG-1', held.content.marking])
      expect(html).toContain(fact);
    for (const repeated of [header, footer]) expect(repeated).toContain(held.content.marking);
    expect(header).toContain('AG-1');
    expect(footer).toContain('class="pageNumber"');
    // To the minute: who verifies it has the instant in the manifest.
    expect(html).not.toMatch(/\d{2}:\d{2}:\d{2}/);
    expect(html).toMatch(/\d{4}\u00a0at\u00a0\d{2}:\d{2}</);
    expect(html).toMatch(/\d{4}\u00a0à\u00a0\d{2}\u00a0h\u00a0\d{2}</);
  });

  it('gives every figure words, and every link of its contents a place', () => {
    const { html } = pageOf();
    const alternatives = matches(html, /<img [^>]*alt="([^"]*)"/g);
    // In each language: the agreement's backlog, the units' change, the fan of the total and of each unit.
    expect(alternatives).toHaveLength(2 * 5);
    expect(alternatives.every((each) => each.length > 20)).toBe(true);
    expect(matches(html, /<img (?![^>]*alt=)/g)).toEqual([]);
    const places = matches(html, / id="([^"]+)"/g);
    expect(new Set(places).size).toBe(places.length);
    expect(matches(html, /href="#([^"]+)"/g).filter((each) => !places.includes(each))).toEqual([]);
    expect(matches(html, /<th (?!scope="(?:col|row)")/g)).toEqual([]);
  });

  it('runs and fetches nothing, whatever was typed', () => {
    const nasty = '<script>alert(1)</script><img src="http://example.org/x" onerror="x()">';
    const text = { en: nasty, fr: nasty };
    const { html } = pageOf({ ...held.content, narrative: { progress: text, risks: text, events: text } });
    expect(html).not.toMatch(/<script|<img src="http|<[^>]+ on\w+=|<[^>]+ style="/);
    expect(partOf(html, 'en-CA')).toContain(nasty);
  });

  it('writes money of the registers in dollars, a total only of what is whole, and texts in their language alone', () => {
    const line = (code: string, forecast: number | null, actual: number | null) => ({
      code,
      nameEn: `Line ${code}`,
      nameFr: `Ligne ${code}`,
      category: 'tools',
      budget: 100_000_00,
      q2Forecast: forecast,
      q2Actual: actual,
      q2WhyEn: 'Bought later.',
      q2WhyFr: 'Acheté plus tard.',
    });
    const funding = {
      budget: [line('B1', 25_000_00, 12_345_67), line('B2', 1_000_00, null)],
      cash: [{ code: 'C1', quarter: 'q1', kind: 'advance', amount: 5_000_000 }],
      positions: [],
      training: [],
      equipment: [],
      activities: [{ code: 'A1', nameEn: 'Joint project', nameFr: 'Projet conjoint', status: 'completed' }],
      risks: [],
      amendments: [],
    };
    const { html } = pageOf({ ...held.content, funding });
    const [english, french] = [partOf(html, 'en-CA'), partOf(html, 'fr-CA')];
    expect(english).toMatch(
      /Line B1\s+Tools and software\s+\$100,000\.00\s+\$25,000\.00\s+\$12,345\.67\s+\u2212\$12,654\.33/,
    );
    expect(french.replaceAll('\u00a0', ' ')).toMatch(/Ligne B1\s+Outils et logiciels\s+100 000,00 \$/);
    // The second line's actual is not known, so neither is the total's.
    expect(english).toMatch(/Total\s+\$200,000\.00\s+\$26,000\.00\s+\.\.\s+\.\./);
    expect(french).toContain('Projet conjoint');
    for (const other of ['Joint project', 'Bought later.']) expect(french).not.toContain(other);
  });

  it('is the same whenever it is made from the same lock', () => {
    expect(pageOf()).toEqual(pageOf(structuredClone(held.content)));
  });

  it('puts French first where the agreement does', () => {
    const agreement = { ...held.content.agreement, languages: ['fr' as const] };
    expect(pageOf().html).toContain('<html lang="en-CA">');
    expect(pageOf({ ...held.content, agreement }).html).toMatch(/<html lang="fr-CA">.*lang="fr-CA".*lang="en-CA"/s);
  });

  it('leaves a month that a unit does not report out of the line of the backlog', () => {
    const gap = (each: ReturnContent['panel'][number]) => each.unitCode === 'U02' && each.month === '2026-03';
    const { total, units } = closingsOf({ ...held.content, panel: held.content.panel.filter((each) => !gap(each)) });
    const march = total.length - 7;
    expect(total[march - 1]).not.toBeNull();
    expect(total[march]).toBeNull();
    expect(units.find((each) => each.code === 'U01')?.closing[march]).not.toBeNull();
  });
});

describe('the parts of the printed return', () => {
  it('escape every text that is put into mark-up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: made } = markup`<p title="${text}">${text}</p>`;
        const [, attribute = '', inner = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(made) ?? [];
        expect([unescaped(attribute), unescaped(inner)]).toEqual([text, text]);
      }),
    );
  });

  it('find round ticks from zero to above the highest value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 2, max: 6 }), (highest, wanted) => {
        const ticks = ticksTo(highest, wanted);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeLessThanOrEqual(wanted + 2);
      }),
    );
  });

  it('leave gaps in lines and bands', () => {
    expect(stretches([[0, 1], null, [2, 3], [4, 5]])).toBe('M0.0 1.0M2.0 3.0L4.0 5.0');
    expect(bandOf([null, [0, 2, 1], null, [4, 6, 5]])).toBe('M0.0 1.0L0.0 2.0ZM4.0 5.0L4.0 6.0Z');
  });

  it('take the moment and the count of printing out of a PDF without moving a byte', async () => {
    const made = Buffer.from(
      "é/CreationDate (D:20261124221839+00'00')\n/ModDate (D:20261124221840+00'00')>>é (node00000043)[(node00000040)(node00000043)]",
      'latin1',
    );
    const print = () => Promise.resolve(made);
    const fixed = await printReturn(returnReport(held), print);
    expect(Buffer.from(fixed ?? []).toString('latin1')).toBe(
      "é/CreationDate (D:20261124120000+00'00')\n/ModDate (D:20261124120000+00'00')>>é (node00000002)[(node00000001)(node00000002)]",
    );
    expect(fixPdf(made, 0)).toHaveLength(made.length);
    expect(await printReturn(returnReport(held), null)).toBeNull();
  });
});
