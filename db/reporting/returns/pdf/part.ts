import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { publishesAvoided } from '../avoided.ts';
import { closingsOf } from '../figures/closings.ts';
import { backlogFigure, unitChangeFigure } from '../figures/backlog.ts';
import { totalFan, unitFans } from '../figures/fan.ts';
import { captioned, picture } from '../../../documents/figures/picture.ts';
import { languages, type Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { estimateTables } from './sections/estimate.ts';
import { agreementSection, indicatorSection, ledgerSection, staffSection, unitSection } from './sections/figures.ts';
import { fundingSection } from './sections/funding.ts';
import {
  definitionTexts,
  noteList,
  qualityTable,
  ruleTable,
  sourceTable,
  unitNameTable,
} from './sections/references.ts';
import { reconciliationSection } from './sections/reconciliation.ts';
import { attestationTable, explanationTable, narrativeText, restatementTable } from './sections/written.ts';
import { words } from '../printedWords.ts';

export interface PaperSection {
  readonly id: string;
  readonly title: Bilingual;
  /** On a page of its own that lies on its side. */
  readonly sideways?: boolean;
  /** Short: never on two pages. */
  readonly whole?: boolean;
  readonly body: (language: Language) => Markup;
}

function backlogBody(content: ReturnContent, language: Language): Markup {
  const figures = [backlogFigure(closingsOf(content), language), unitChangeFigure(content, language)];
  return markup`${figures.map((each, index) => (each ? captioned(index + 1, each) : null))}`;
}

function estimateBody(content: ReturnContent, language: Language): Markup | null {
  const { counterfactual, values } = content;
  if (!counterfactual) return null;
  const total = totalFan(counterfactual, publishesAvoided(values, null), language);
  const each = unitFans(counterfactual, values, language);
  return markup`<p>${language.say(words.withoutText)}</p>${total ? captioned(3, total) : null}${
    each.length === 0
      ? null
      : markup`<p class="caption">${language.say(words.unitsEach)}</p><div class="multiples">${each.map(picture)}</div>`
  }${estimateTables(content, counterfactual, language)}`;
}

/** The sections of each language's part, in their order. */
export function sectionsOf(content: ReturnContent): readonly PaperSection[] {
  const of = (body: (content: ReturnContent, language: Language) => Markup) => (language: Language) =>
    body(content, language);
  const estimate: PaperSection = {
    id: 'without',
    title: words.without,
    body: (language) => estimateBody(content, language) ?? markup``,
  };
  const funding: PaperSection = {
    id: 'funding',
    title: words.funding,
    sideways: true,
    body: (language) => fundingSection(content, language) ?? markup``,
  };
  const agreements: PaperSection = {
    id: 'by-agreement',
    title: words.byAgreement,
    sideways: true,
    body: of(agreementSection),
  };
  const reconciled: PaperSection = {
    id: 'reconciliation',
    title: words.reconciliation,
    body: of(reconciliationSection),
  };
  const restated: PaperSection = { id: 'restated', title: words.restated, sideways: true, body: of(restatementTable) };
  return [
    { id: 'narrative', title: words.narrative, body: of(narrativeText) },
    { id: 'indicators', title: words.indicators, body: of(indicatorSection) },
    ...(content.reconciliation.length > 0 ? [reconciled] : []),
    { id: 'explanations', title: words.explanations, body: of(explanationTable) },
    { id: 'backlog', title: words.backlog, body: of(backlogBody) },
    ...(content.counterfactual ? [estimate] : []),
    { id: 'staff', title: words.staff, body: of(staffSection) },
    { id: 'attestations', title: words.attestations, whole: true, body: of(attestationTable) },
    ...(fundingSection(content, languages.en) ? [funding] : []),
    ...(content.agreementFigures.length > 0 ? [agreements] : []),
    { id: 'by-unit', title: words.byUnit, sideways: true, body: of(unitSection) },
    { id: 'ledger', title: words.ledger, sideways: true, body: of(ledgerSection) },
    ...(content.restatement ? [restated] : []),
    { id: 'quality', title: words.quality, body: of(qualityTable) },
    { id: 'units', title: content.consolidated ? words.allUnits : words.unitNames, body: of(unitNameTable) },
    { id: 'rules', title: words.rules, body: of(ruleTable) },
    { id: 'definitions', title: words.definitions, body: of(definitionTexts) },
    { id: 'sources', title: words.sources, body: of(sourceTable) },
    { id: 'notes', title: words.notes, body: of(noteList) },
  ];
}

/** The whole return in one language. */
export function part(content: ReturnContent, sections: readonly PaperSection[], language: Language): Markup {
  const { say, tag, locale } = language;
  const bodies = sections.map(
    ({ id, title, sideways, whole, body }, index) =>
      markup`<section id="${locale}-${id}" class="${sideways ? 'sideways' : whole ? 'upright whole' : 'upright'}"><h2>${index + 1}. ${say(title)}</h2>${body(language)}</section>`,
  );
  return markup`<article class="part" lang="${tag}"><h1>${say(words.title)}, ${language.quarter(content.quarter)}</h1>${bodies}</article>`;
}
