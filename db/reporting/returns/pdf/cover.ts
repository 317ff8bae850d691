import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { quarterPeriod } from '../periods.ts';
import type { Snapshot } from '../locked.ts';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { summaryOf } from '../summary/summary.ts';
import type { PaperSection } from './part.ts';
import { words } from '../printedWords.ts';
import { codeWords } from '#contract/words/codes';

type Fact = readonly [label: { readonly en: string; readonly fr: string }, value: string | Markup];

function versionText(sequence: number, { say }: Language): string {
  return sequence === 1 ? '1' : `${sequence} (${say(words.restates)} ${sequence - 1})`;
}

function facts({ locked, content }: Snapshot, language: Language): readonly Fact[] {
  const { say, day, minute } = language;
  const { agreement, quarter } = content;
  const { period_start: start, period_end: end } = quarterPeriod(quarter);
  return [
    [words.agreement, agreement.code],
    [words.quarter, language.quarter(quarter)],
    [words.period, say({ en: `${day(start)} to ${day(end)}`, fr: `Du ${day(start)} au ${day(end)}` })],
    [words.units, content.units.map((each) => each.code).join(', ')],
    ...content.notReceived.map(({ unitCode, why, decidedBy, decidedOn }): Fact => [
      words.notReceived,
      `${unitCode}. ${say(why) || say({ en: why.fr, fr: why.en })} (${decidedBy}, ${day(decidedOn)})`,
    ]),
    [words.version, versionText(locked.sequence, language)],
    [words.actuals, say(codeWords.actuals[content.actualsStatus])],
    [words.lockedAt, minute(locked.lockedAt)],
    [words.framework, content.framework.version],
    [words.madeWith, `Vigie ${applicationVersion}`],
  ];
}

function summarySide(snapshot: Snapshot, { say, tag, quarter }: Language): Markup {
  const { content } = snapshot;
  return markup`<div lang="${tag}">
<p class="recipient">${say(content.agreement.recipient)}</p>
<p>${content.agreement.code}, ${quarter(content.quarter)}</p>
${summaryOf(content).map(
  ({ title, lines }) =>
    markup`<section class="point"><h2>${say(title)}</h2>${lines.map((line) => markup`<p>${say(line)}</p>`)}</section>`,
)}
</div>`;
}

function contentsSide(snapshot: Snapshot, sections: readonly PaperSection[], language: Language): Markup {
  const { say, tag, locale } = language;
  return markup`<div lang="${tag}">
<p>${say(snapshot.content.agreement.programme)}</p>
<dl>${facts(snapshot, language).map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>
<p><strong>${say(words.contents)}</strong></p>
<ol class="contents">${sections.map(({ id, title }) => markup`<li><a href="#${locale}-${id}">${say(title)}</a></li>`)}</ol>
</div>`;
}

/** The first page is the summary, the second what the return is of and where each part is: both languages side by side. */
export function cover(
  snapshot: Snapshot,
  parts: readonly { readonly language: Language; readonly sections: readonly PaperSection[] }[],
): Markup {
  const { content } = snapshot;
  return markup`<header class="cover">
<p class="marking">${content.marking}</p>
${content.demonstration ? parts.map(({ language }) => markup`<p class="fictitious" lang="${language.tag}">${language.say(words.fictitious)}</p>`) : null}
<h1>${parts.map(({ language }) => markup`<span lang="${language.tag}">${language.say(words.title)}</span> `)}</h1>
<div class="columns">${parts.map(({ language }) => summarySide(snapshot, language))}</div>
</header>
<div class="contentsPage"><div class="columns">${parts.map(({ language, sections }) => contentsSide(snapshot, sections, language))}</div></div>`;
}

/** What proves the file: at its end, for who verifies it. */
export function proof({ locked }: Snapshot, { say }: Language): Markup {
  return markup`<dl>
<dt>${say(words.contentHash)}</dt><dd><code>${locked.contentHash}</code></dd>
<dt>${say(words.auditHead)}</dt><dd><code>${locked.auditHead}</code></dd>
</dl>`;
}
