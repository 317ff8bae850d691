import type { PrintedPage } from '#contract/ground/printedPage';
import { behindTexts } from '#contract/statistics/planNotices';
import { isNoChange, type Plan, type PlanBacktest, type Projection } from '#contract/statistics/plans';
import { fields } from '#contract/words/fields';
import { captioned } from '../../../documents/figures/picture.ts';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { heading, paperPage, paragraph } from '../../../documents/page/page.ts';
import { assumedPart } from './assumed.ts';
import { planFigure } from './figure.ts';
import { endLines, middleAndRange, outlookTable } from './outlooks.ts';
import { testedPart } from './tested.ts';
import { words } from './words.ts';

export interface Annex {
  readonly language: Language;
  readonly marking: string;
  readonly demonstration: boolean;
  /** The unit or the agreement, or how many units. */
  readonly about: string;
  /** Civil date on which it is made. */
  readonly today: string;
  readonly plan: Plan;
  readonly projection: Projection;
  readonly backtest: PlanBacktest;
}

/** Two years ahead: as far as an agreement is usually renewed for. */
const sentenceAhead = 24;

function sentenceOf({ language, plan, projection }: Annex): string {
  const { say, number, month } = language;
  const at = ({ marks }: Projection['noChange']) => marks.find(({ ahead }) => ahead === sentenceAhead);
  const [same, drawn] = [at(projection.noChange), at(projection.drawn)];
  if (same === undefined || drawn === undefined) return '';
  const [actual, when] = [number(projection.backlogNow), month(same.month)];
  const [none, own] = [same.backlog, drawn.backlog].map((each) => middleAndRange(each, language));
  if (isNoChange(plan))
    return say({
      en: `Actual ${actual}. If nothing changes: ${none ?? ''} at the end of ${when}.`,
      fr: `Réel : ${actual}. Si rien ne change : ${none ?? ''} fin ${when}.`,
    });
  return say({
    en: `Actual ${actual}. At the end of ${when}, if nothing changes: ${none ?? ''}; if this plan is followed: ${own ?? ''}.`,
    fr: `Réel : ${actual}. Fin ${when}, si rien ne change : ${none ?? ''}; si ce plan est suivi : ${own ?? ''}.`,
  });
}

function firstPage(annex: Annex): readonly Markup[] {
  const { language, plan, projection, backtest } = annex;
  if (projection.units.length === 0) return [];
  const planned = projection.units.map(({ code }) => code);
  const forInformation = backtest.units.flatMap(({ code, verdict }) =>
    verdict !== 'passed' && planned.includes(code) ? [code] : [],
  );
  const sentence = sentenceOf(annex);
  const ends = plan.renewed ? null : plan.agreementEnds;
  const figure = planFigure(
    { projection, ends, isChanged: !isNoChange(plan), forInformation, alternative: sentence },
    language,
  );
  return [
    markup`<p class="sentence">${sentence}</p>`,
    ...behindTexts(projection, language).map((each) => paragraph(language.say(each))),
    paragraph(language.say(words.condition)),
    captioned(1, figure),
    ...outlookTable(projection, plan, language),
  ];
}

function provenance({ language, projection }: Annex): string {
  const { number, month, say } = language;
  const { draws, inputsHash, plansSaved, lastMonth } = projection;
  const hash = inputsHash.slice(0, 12);
  return say({
    en: `From the end of ${month(lastMonth)}; ${number(draws)} draws, shared by all plans. Inputs ${hash}. Plans saved of these units: ${number(plansSaved)}.`,
    fr: `À partir de fin ${month(lastMonth)}; ${number(draws)} tirages, communs à tous les plans. Données ${hash}. Plans enregistrés de ces unités : ${number(plansSaved)}.`,
  });
}

function endPart({ language, plan, projection }: Annex): readonly Markup[] {
  if (projection.units.length === 0) return [];
  return [heading(language, words.end), ...endLines(projection, plan, language).map(paragraph)];
}

function secondPage(annex: Annex): Markup {
  const { language, plan, projection, backtest } = annex;
  const planned = projection.units.map(({ code }) => code);
  return markup`<section class="next">${endPart(annex)}${heading(language, words.assumed)}${assumedPart(plan, projection, language)}${heading(language, words.tested)}${testedPart(backtest, planned, language)}${paragraph(provenance(annex))}</section>`;
}

const style = `
p, li { margin: 0 0 2pt; max-width: none; font-size: 9pt; line-height: 1.3; }
h1 { margin-bottom: 4pt; }
h2 { margin-top: 8pt; }
.fictitious { margin-bottom: 4pt; }
.sentence { margin: 4pt 0; font-size: 11.5pt; font-weight: 600; }
.next { break-before: page; }
table { margin-bottom: 6pt; font-size: 8pt; line-height: 1.2; }
th, td { padding: 1.5pt 5pt; }
tbody th[rowspan] { width: 34%; white-space: normal; overflow-wrap: anywhere; }
.next h2:first-child { margin-top: 0; }
`;

/** The annex of a plan: what may come on its first page, what it rests on on its second. */
export function annexPage(annex: Annex): PrintedPage {
  const { language, marking, demonstration, about, today } = annex;
  const notice = demonstration ? [markup`<p class="fictitious">${language.say(words.fictitious)}</p>`] : [];
  const day = language.day(today);
  return paperPage({
    language,
    title: language.say(words.title),
    marking,
    about,
    made: `${language.say(fields.madeOn)} ${day}`,
    body: [...notice, paragraph(about), ...firstPage(annex), secondPage(annex)],
    style,
  });
}
