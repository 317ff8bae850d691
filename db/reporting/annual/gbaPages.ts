import type { AnnualContent } from '#contract/reporting/annual';
import type { GbaGroup, OtherFinding } from '#contract/reporting/gbaPlus';
import { codeWords } from '#contract/words/codes';
import { notAvailable } from '../../documents/notAvailable.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../documents/page/table.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { coverOf, partName } from './gbaWords.ts';
import { quartersOf, words } from './words.ts';

const suppressed = 'x';

const percent = (value: number | null, { share }: Language): string =>
  value === null ? notAvailable : share(value / 100);

function groupTable(group: GbaGroup, language: Language): Markup {
  const { say, number, labelled } = language;
  const { code, name, by, whole, parts, unknownShare, notAskedShare } = group;
  const rows: PaperCell[][] = parts.map((part) => [
    say(partName(by, part)),
    part.value === null ? suppressed : number(part.value),
  ]);
  const hasAsked = parts.some(({ category }) => category === 'not_asked');
  return markup`<div class="whole">${paperTable(language, {
    caption: `${code} ${say(name)} · ${say(codeWords.breakdown[by])}`,
    columns: [wideColumn(words.category), numberColumn(words.value)],
    rows: [...rows, [say(words.total), number(whole)]],
    totalled: true,
  })}<p class="definition">${labelled(words.unknownShare, percent(unknownShare, language))}${hasAsked ? `; ${labelled(words.notAskedShare, percent(notAskedShare, language))}` : ''}. ${labelled(words.brokenDownIn, coverOf(group))}.</p></div>`;
}

function barriers({ indicators, gba }: AnnualContent, asked: number, language: Language): Markup {
  const { say, number } = language;
  const byType = gba.filter(({ by }) => by === 'barrier');
  if (byType.length > 0) return markup`<div class="pairs">${byType.map((each) => groupTable(each, language))}</div>`;
  const found = indicators.find(({ code, own }) => (own ?? code) === 'G1');
  if (!found || found.value === null) return paragraph(say(words.noBarriers));
  const over = say(quartersOf(found.quarters, asked));
  return markup`${paragraph(`${found.code} ${say(found.name)}: ${number(found.value)} (${over}).`)}${paragraph(say(words.barriersByKind))}`;
}

/** Victims and accused by age and gender, and the barriers that units met. */
export function gbaPart(content: AnnualContent, asked: number, language: Language): Markup {
  const { say } = language;
  const people = content.gba.filter(({ by }) => by !== 'barrier');
  const groups =
    people.length === 0
      ? paragraph(say(words.noGba))
      : markup`<div class="pairs">${people.map((each) => groupTable(each, language))}</div>`;
  return markup`${heading(language, words.gba)}${paragraph(say(words.gbaText))}${groups}<h3>${say(words.barriers)}</h3>${barriers(content, asked, language)}${othersPart(content, language)}`;
}

function othersPart({ otherSources, agreement }: AnnualContent, language: Language): Markup {
  const { say, day, locale } = language;
  const title = markup`<h3>${say(words.others)}</h3>`;
  if (otherSources.length === 0) return markup`${title}${paragraph(say(words.noOthers))}`;
  const own = ({ en, fr }: OtherFinding['finding']): string => {
    const [mine, other] = locale === 'en' ? [en, fr] : [fr, en];
    return mine === '' && !agreement.languages.includes(locale) ? other : mine;
  };
  return markup`${title}${paperTable(language, {
    caption: say(words.othersText),
    columns: [
      wideColumn(words.finding),
      wideColumn(words.population),
      wideColumn(words.found),
      wideColumn(words.source),
      textColumn(words.published),
    ],
    rows: otherSources.map(({ finding, population, method, source, publishedOn }) => [
      own(finding),
      own(population),
      own(method),
      source,
      day(publishedOn),
    ]),
  })}`;
}

/** The estimate of the fourth quarter's return, in its own sentences. */
export function estimatePages({ estimate }: AnnualContent, language: Language): Markup {
  const { say } = language;
  const title = heading(language, words.estimate);
  if (estimate === null) return markup`${title}${paragraph(say(words.noEstimate))}`;
  const lines = estimateLines(estimate).map((each) => markup`<li>${say(each)}</li>`);
  return markup`${title}${paragraph(say(words.estimateText))}<ul>${lines}</ul>`;
}
