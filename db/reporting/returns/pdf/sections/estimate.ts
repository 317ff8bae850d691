import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate, PublishedQuantiles, PublishedUnit } from '#contract/reporting/publishedEstimate';
import { unbroken } from '#contract/ground/period';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { totalReasons } from '../../totalEvidence.ts';
import { assumptionRows } from '../../workbook/assumptionTable.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../../../documents/page/table.ts';
import { notAvailable } from '../../../../documents/notAvailable.ts';
import { words } from '../../printedWords.ts';

const bounds = (fewer: PublishedQuantiles): readonly number[] =>
  [fewer.p10, fewer.p90, fewer.p025, fewer.p975].map((value) => Math.round(value));

/** A sceptic's answer: an interval alone, whatever else is published. */
function fromNone(sceptic: PublishedQuantiles | null, { say, number }: Language): string {
  if (sceptic === null) return notAvailable;
  const low = number(Math.round(sceptic.p10));
  const high = number(Math.round(sceptic.p90));
  return unbroken(say({ en: `${low} to ${high}`, fr: `de ${low} à ${high}` }));
}

const joined = (texts: readonly Bilingual[], { say }: Language): string => texts.map(say).join('; ');

function estimatedRow(
  code: string,
  unit: PublishedUnit,
  point: number | null,
  language: Language,
): readonly PaperCell[] {
  return [
    code,
    unit.backlogNow,
    point === null ? null : Math.round(point),
    ...bounds(unit.avoided),
    fromNone(unit.sceptic, language),
    unit.grade ?? '...',
    joined(
      [
        ...unit.gradeReasons.map((each) => codeWords.gradeReason[each]),
        ...unit.cautions.map((each) => codeWords.caution[each]),
      ],
      language,
    ),
  ];
}

/** The single figure is K1's, of a unit or, for null, of all. */
function pointOf({ values }: ReturnContent, unitCode: string | null): number | null {
  return values.find((each) => each.code === 'K1' && each.unitCode === unitCode)?.value ?? null;
}

function unitRow(
  content: ReturnContent,
  { code, result }: PublishedEstimate['units'][number],
  language: Language,
): readonly PaperCell[] {
  if (result.status === 'estimated') return estimatedRow(code, result, pointOf(content, code), language);
  const why = joined(
    result.reasons.map((reason) => codeWords.refusal[reason.code]),
    language,
  );
  return [code, null, null, null, null, null, null, notAvailable, '...', language.labelled(words.refused, why)];
}

function totalRow(content: ReturnContent, language: Language): readonly PaperCell[] | null {
  const total = content.counterfactual?.total;
  if (!total) return null;
  const point = pointOf(content, null);
  const covered = language.say({
    en: `Joint draws over ${total.unitsCovered} of ${total.unitsAsked} units`,
    fr: `Tirages conjoints sur ${total.unitsCovered} unités de ${total.unitsAsked}`,
  });
  return [
    language.say(words.total),
    total.backlogNow,
    point === null ? null : Math.round(point),
    ...bounds(total.avoided),
    fromNone(total.sceptic, language),
    total.evidence?.grade ?? '...',
    [...(total.evidence ? [joined(totalReasons(total.evidence), language)] : []), covered].join('; '),
  ];
}

/** The backlog avoided by unit, with its intervals, and what the estimate assumes. */
export function estimateTables(content: ReturnContent, result: PublishedEstimate, language: Language): Markup {
  const total = totalRow(content, language);
  const avoided = paperTable(language, {
    caption: language.say(words.avoidedTable),
    columns: [
      textColumn(words.unit),
      numberColumn(words.actualBacklog),
      numberColumn(words.avoidedMedian),
      numberColumn(words.low80),
      numberColumn(words.high80),
      numberColumn(words.low95),
      numberColumn(words.high95),
      textColumn(words.fromNoEffect),
      textColumn(words.grade),
      wideColumn(words.remarks),
    ],
    rows: [...result.units.map((each) => unitRow(content, each, language)), ...(total ? [total] : [])],
    totalled: total !== null,
  });
  const assumptions = paperTable(language, {
    caption: language.say(words.assumptions),
    columns: [wideColumn(words.assumption), textColumn(words.taken)],
    rows: assumptionRows(result).map(({ name, taken }) => [language.say(name), language.say(taken)]),
  });
  return markup`${avoided}${assumptions}`;
}
