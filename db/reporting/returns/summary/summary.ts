import type { Bilingual } from '#contract/ground/common';
import { periodOf } from '#contract/ground/period';
import { cashFlowOf } from '#contract/reporting/cashFlow';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { backlog } from '#contract/words/terms';
import type { Language } from '../../../documents/page/language.ts';
import { movementOf } from '../../../statistics/backlog/stock.ts';
import { unitChanges } from '../figures/backlog.ts';
import { estimatePart } from './estimate.ts';
import { moneyPart } from './money.ts';
import { inBoth, sentence, type SummaryPart } from './part.ts';

/** The backlog of the units that know both ends of the quarter, and how many these are. */
function backlogPart(content: ReturnContent): SummaryPart {
  const all = unitChanges(content);
  const known = all.flatMap(({ before, after }) => (before === null || after === null ? [] : [{ before, after }]));
  const title = backlog;
  if (known.length === 0)
    return {
      title,
      lines: [
        {
          en: 'Not available: no unit gives both balances.',
          fr: 'Non disponible : aucune unité ne donne les deux soldes.',
        },
      ],
    };
  const [opening, closing] = [
    known.reduce((sum, { before }) => sum + before, 0),
    known.reduce((sum, { after }) => sum + after, 0),
  ];
  const grew = known.filter(({ before, after }) => movementOf(before, after) === 'grew').length;
  const change = closing - opening;
  return {
    title,
    lines: [
      sentence(
        (l) =>
          `${l.number(closing)} open items at the end of the quarter, ${l.number(opening)} at its beginning: ${l.change(change)}.`,
        (l) =>
          `${l.number(closing)} éléments ouverts à la fin du trimestre, ${l.number(opening)} au début : ${l.change(change)}.`,
      ),
      sentence(
        (l) => `Units counted: ${l.number(known.length)} of ${l.number(all.length)}; it grew in ${l.number(grew)}.`,
        (l) =>
          `Unités comptées : ${l.number(known.length)} sur ${l.number(all.length)}; en hausse dans ${l.number(grew)}.`,
      ),
    ],
  };
}

/** Whether a figure reaches a target in the direction that is better; null where either is missing or neither direction is better. */
export function isReached(
  target: number | null,
  value: number | null,
  direction: IndicatorDefinition['direction'],
): boolean | null {
  if (target === null || value === null || direction === 'neither') return null;
  return direction === 'up' ? value >= target : value <= target;
}

/** Whether a figure reaches the target of its own definition. */
export const meetsTarget = (
  { target, direction }: Pick<IndicatorDefinition, 'target' | 'direction'>,
  value: number | null,
): boolean | null => isReached(target?.value ?? null, value, direction);

function targetPart({ framework, values, quarter }: ReturnContent): SummaryPart {
  const title = { en: 'Targets', fr: 'Cibles' };
  const { lastDay } = periodOf(quarter);
  const judged = framework.indicators.map((each) => {
    const value = values.find(({ code, unitCode }) => code === each.code && unitCode === null)?.value ?? null;
    const isMet = meetsTarget(each, value);
    const isAhead = isMet === false && each.target !== null && each.target.on > lastDay;
    return { each, isMet: isAhead ? null : isMet, isAhead };
  });
  const named = (wanted: boolean, { say }: Language): string =>
    judged.flatMap(({ each, isMet }) => (isMet === wanted ? [`${each.code} ${say(each.name)}`] : [])).join('; ');
  const count = (wanted: boolean | null): number => judged.filter(({ isMet }) => isMet === wanted).length;
  const without = framework.indicators.filter(({ target }) => target === null).length;
  const unknown = judged.filter(
    ({ each, isMet, isAhead }) => isMet === null && !isAhead && each.target !== null && each.direction !== 'neither',
  );
  const codes = unknown.map(({ each }) => each.code).join(', ');
  const ahead = judged.filter(({ isAhead }) => isAhead);
  const dated = (l: Language): string =>
    ahead.map(({ each: { code, target } }) => `${code} (${target ? l.day(target.on) : ''})`).join('; ');
  return {
    title,
    lines: [
      ...(count(true) + count(false) === 0
        ? []
        : [
            sentence(
              (l) =>
                `Met: ${count(true)}${count(true) > 0 ? ` (${named(true, l)})` : ''}. Missed: ${count(false)}${count(false) > 0 ? ` (${named(false, l)})` : ''}.`,
              (l) =>
                `Atteintes : ${count(true)}${count(true) > 0 ? ` (${named(true, l)})` : ''}. Manquées : ${count(false)}${count(false) > 0 ? ` (${named(false, l)})` : ''}.`,
            ),
          ]),
      ...(ahead.length === 0
        ? []
        : [
            sentence(
              (l) => `Not reached, due later: ${dated(l)}.`,
              (l) => `Non atteintes, échéance à venir : ${dated(l)}.`,
            ),
          ]),
      ...(unknown.length === 0
        ? []
        : [{ en: `With a target but no figure: ${codes}.`, fr: `Avec une cible mais sans chiffre : ${codes}.` }]),
      sentence(
        (l) => `Indicators without a target: ${l.number(without)} of ${l.number(framework.indicators.length)}.`,
        (l) => `Indicateurs sans cible : ${l.number(without)} sur ${l.number(framework.indicators.length)}.`,
      ),
    ],
  };
}

/** Checks of data that are missing or not certain, as the first page counts them. */
const gapChecks = [
  'pack_missing',
  'month_missing',
  'month_partial',
  'unsigned_form',
  'staffing_missing',
  'staff_differs',
  'not_reported',
  'not_entered',
] as const;

function gapPart({ checks, units, notReceived }: ReturnContent): SummaryPart {
  const title = { en: 'Gaps in the data', fr: 'Lacunes des données' };
  const found = gapChecks.flatMap((code) => {
    const codes = new Set(checks.filter((each) => each.code === code).map(({ unitCode }) => unitCode));
    return codes.size === 0 ? [] : [{ code, units: codes.size }];
  });
  return {
    title,
    lines: [
      ...notReceived.map(({ unitCode, why, decidedBy, decidedOn }) => ({
        en: `Not received: ${unitCode}. ${why.en || why.fr} (${decidedBy}, ${decidedOn})`,
        fr: `Non reçu : ${unitCode}. ${why.fr || why.en} (${decidedBy}, ${decidedOn})`,
      })),
      ...found.map(({ code, units: count }) =>
        inBoth((l) =>
          l.say({
            en: `${codeWords.check[code].en}: ${l.number(count)} of ${l.number(units.length)} units.`,
            fr: `${codeWords.check[code].fr} : ${l.number(count)} ${count < 2 ? 'unité' : 'unités'} sur ${l.number(units.length)}.`,
          }),
        ),
      ),
      ...(found.length === 0 && notReceived.length === 0
        ? [{ en: 'No gap found.', fr: 'Aucune lacune constatée.' }]
        : []),
    ],
  };
}

function replacedLines({ restatement }: ReturnContent): readonly Bilingual[] {
  if (!restatement) return [];
  const { of, changes } = restatement;
  return [
    sentence(
      (l) => `Replace version ${l.number(of.sequence)} with this one: ${l.number(changes.length)} figures changed.`,
      (l) =>
        `Remplacer la version ${l.number(of.sequence)} par celle-ci : ${l.number(changes.length)} chiffres modifiés.`,
    ),
  ];
}

/** Claims not paid yet and a carry-over requested, as the cash flow of the quarter has them. */
function owedLines({ funding, quarter }: ReturnContent): readonly Bilingual[] {
  const { quarters } = cashFlowOf(funding?.budget ?? [], funding?.cash ?? []);
  const amounts = quarters.find((each) => each.quarter === quarter.quarter)?.amounts;
  const line = (cents: number | null | undefined, en: string, fr: string): readonly Bilingual[] =>
    cents == null || cents <= 0
      ? []
      : [
          sentence(
            (l) => `${en}: ${l.money(cents)}.`,
            (l) => `${fr} : ${l.money(cents)}.`,
          ),
        ];
  return [
    ...line(amounts?.unpaid, 'Pay the claims submitted', 'Verser les remboursements demandés'),
    ...line(amounts?.carry_over, 'Decide on the carry-over requested', 'Décider du report demandé'),
  ];
}

/** What is open between the recipient and the funder at the quarter's end. */
function askedPart(content: ReturnContent): SummaryPart {
  const lines = [
    ...replacedLines(content),
    ...owedLines(content),
    ...(content.actualsStatus === 'preliminary'
      ? [{ en: 'Read the actuals as preliminary.', fr: 'Lire les dépenses réelles comme préliminaires.' }]
      : []),
  ];
  const nothing = { en: 'No follow-up requested.', fr: 'Aucune suite demandée.' };
  return {
    title: { en: 'Follow-up requested', fr: 'Suites demandées' },
    lines: lines.length > 0 ? lines : [nothing],
  };
}

const parts: readonly ((content: ReturnContent) => SummaryPart | null)[] = [
  backlogPart,
  estimatePart,
  moneyPart,
  targetPart,
  gapPart,
  askedPart,
];

/** The first page: what somebody reads who reads no more. */
export const summaryOf = (content: ReturnContent): readonly SummaryPart[] =>
  parts.flatMap((part) => part(content) ?? []);
