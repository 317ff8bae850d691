import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import type { ReturnPart } from '../parts/part.ts';
import { coverFacts, fictitious } from './facts.ts';
import type { ReturnReport } from './report.ts';

function summarySide({ content, summary }: ReturnReport, { say, tag, quarter }: Language): Markup {
  return markup`<div lang="${tag}">
<p class="recipient">${say(content.agreement.recipient)}</p>
<p>${content.agreement.code}, ${quarter(content.quarter)}</p>
${summary.map(
  ({ title, lines }) =>
    markup`<section class="point"><h2>${say(title)}</h2>${lines.map((line) => markup`<p>${say(line)}</p>`)}</section>`,
)}
</div>`;
}

function contentsSide(report: ReturnReport, sections: readonly ReturnPart[], language: Language): Markup {
  const { say, tag, locale } = language;
  return markup`<div lang="${tag}">
<p>${say(report.content.agreement.programme)}</p>
<dl>${coverFacts(report, language).map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>
<p><strong>${say(headings.contents)}</strong></p>
<ol class="contents">${sections.map(({ id, title }) => markup`<li><a href="#${locale}-${id}">${say(title)}</a></li>`)}</ol>
</div>`;
}

/** The first page is the summary, the second what the return is of and where each part is: both languages side by side. */
export function pageCover(
  report: ReturnReport,
  sections: readonly ReturnPart[],
  languages: readonly Language[],
): Markup {
  const { marking, demonstration } = report.content;
  return markup`<header class="cover">
<p class="marking">${marking}</p>
${demonstration ? languages.map(({ tag, say }) => markup`<p class="fictitious" lang="${tag}">${say(fictitious)}</p>`) : null}
<h1>${languages.map(({ tag, say }) => markup`<span lang="${tag}">${say(headings.title)}</span> `)}</h1>
<div class="columns">${languages.map((language) => summarySide(report, language))}</div>
</header>
<div class="contentsPage"><div class="columns">${languages.map((language) => contentsSide(report, sections, language))}</div></div>`;
}
