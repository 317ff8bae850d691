import type { PrintedPage } from '#contract/ground/printedPage';
import type { AnnualContent } from '#contract/reporting/annual';
import type { Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { printedReport, type Report } from '../../documents/report/report.ts';
import { words } from './words.ts';

interface Head {
  /** Above all else, in red: a draft for what it is. */
  readonly notice?: (language: Language) => string;
  readonly title: (language: Language) => string;
  /** Under whose agreement it is. */
  readonly dates?: (language: Language) => string;
  readonly foot: string;
  readonly style: string;
}

/** A report on an agreement before it is printed, every language whole. */
export function agreementPages(
  report: Report,
  { agreement, demonstration, marking }: Pick<AnnualContent, 'agreement' | 'demonstration' | 'marking'>,
  { notice, title, dates, foot, style }: Head,
): PrintedPage {
  return printedReport(report, {
    around: (language, parts, isFirst) => {
      const { say, tag } = language;
      const notices = [...(demonstration ? [say(words.fictitious)] : []), ...(notice ? [notice(language)] : [])];
      const under = dates ? markup`<br>${dates(language)}` : null;
      const top = markup`<p class="marking">${marking}</p>${notices.map((each) => markup`<p class="fictitious">${each}</p>`)}<h1>${title(language)}</h1>`;
      return markup`<section lang="${tag}" class="${isFirst ? 'first' : 'part'}">${top}<p><strong>${agreement.code}</strong> - ${say(agreement.recipient)}<br>${say(agreement.programme)}${under}</p>${parts}</section>`;
    },
    foot,
    style: `.definition { white-space: nowrap; } td.wide { width: auto; } ${style}`,
  });
}
