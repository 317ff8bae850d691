import { unbroken, quarterName } from '#contract/ground/period';
import type { PrintedPage } from '#contract/ground/printedPage';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import { languagesOf, type Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { printerOf } from '../../../documents/page/print.ts';
import { inEach, printedReport, type Report } from '../../../documents/report/report.ts';
import type { ReturnPart } from '../parts/part.ts';
import { proofFacts } from './facts.ts';
import { pageCover } from './pageCover.ts';
import type { ReturnReport } from './report.ts';

function sectionOf({ id, title, sideways, whole, page }: ReturnPart, index: number, language: Language): Markup {
  const { say, locale } = language;
  const kind = sideways ? 'sideways' : whole ? 'upright whole' : 'upright';
  return markup`<section id="${locale}-${id}" class="${kind}"><h2>${index + 1}. ${say(title)}</h2>${page?.(language) ?? null}</section>`;
}

/** `return.pdf` before it is printed: one static document, made from the locked snapshot alone. */
export function printedReturn(shown: ReturnReport): PrintedPage {
  const { locked, content, parts } = shown;
  const { agreement, marking, quarter } = content;
  const { en, fr } = quarterName(quarter);
  const sections = parts.filter(({ page }) => page !== undefined);
  const report: Report = {
    title: headings.title,
    code: agreement.code,
    period: pair(unbroken(en), unbroken(fr)),
    marking,
    languages: languagesOf(agreement.languages),
    parts: sections.map((part, index) => ({ page: (language) => sectionOf(part, index, language) })),
  };
  return printedReport(report, {
    cover: pageCover(shown, sections, report.languages),
    around: (language, own) => {
      const { say, tag } = language;
      const proof = proofFacts(locked).map(
        ([label, value]) => markup`\n<dt>${say(label)}</dt><dd><code>${value}</code></dd>`,
      );
      return markup`<article class="part" lang="${tag}"><h1>${say(headings.title)}, ${language.quarter(quarter)}</h1>${own}</article><dl>${proof}\n</dl>`;
    },
    foot: `${inEach(report, headings.version)} ${locked.sequence} · ${locked.contentHash.slice(0, 16)}`,
  });
}

export const printedName = 'return.pdf';

/** `return.pdf` of a locked return; null where nothing can print. */
export async function printReturn(
  report: ReturnReport,
  print: ((page: PrintedPage) => Promise<Uint8Array>) | null,
): Promise<Uint8Array | null> {
  return print && printerOf(print)(printedReturn(report), report.locked.lockedAt);
}
