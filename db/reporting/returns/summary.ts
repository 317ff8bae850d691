import { sumKnown } from '#contract/ground/amounts';
import type { Bilingual } from '#contract/ground/common';
import { quarterNumbers } from '#contract/ground/dates';
import { cashFlowOf } from '#contract/reporting/cashFlow';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { ReturnContent } from '#contract/reporting/returns';
import { outlookOf } from '#contract/reporting/spending';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { backlog } from '#contract/words/terms';
import { languages, type Language } from '../../documents/page/language.ts';
import { movementOf } from '../../statistics/backlog/stock.ts';
import { unitChanges } from './pdf/figures/backlog.ts';

/** One part of the first page: a heading and its sentences, each whole in both languages. */
export interface SummaryPart {
  readonly title: Bilingual;
  readonly lines: readonly Bilingual[];
}

const inBoth = (say: (language: Language) => string): Bilingual => ({ en: say(languages.en), fr: say(languages.fr) });
const sentence = (en: (l: Language) => string, fr: (l: Language) => string): Bilingual => ({
  en: en(languages.en),
  fr: fr(languages.fr),
});

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
          `${l.number(closing)} dossiers ouverts à la fin du trimestre, ${l.number(opening)} au début : ${l.change(change)}.`,
      ),
      sentence(
        (l) => `Over ${l.number(known.length)} of ${l.number(all.length)} units; it grew in ${l.number(grew)}.`,
        (l) => `Sur ${l.number(known.length)} unités de ${l.number(all.length)}; en hausse dans ${l.number(grew)}.`,
      ),
    ],
  };
}

interface Estimated {
  readonly low: number;
  readonly high: number;
  readonly grade: string | null;
}

/** Of all units together; a single unit has no total of its own. */
function estimatedOf({ units, total }: PublishedEstimate): Estimated | null {
  if (total) return { low: total.avoided.p10, high: total.avoided.p90, grade: total.evidence?.grade ?? null };
  const [only] = units;
  if (units.length !== 1 || only?.result.status !== 'estimated') return null;
  const { avoided, grade } = only.result;
  return { low: avoided.p10, high: avoided.p90, grade };
}

function avoidedSentence({ low, high }: Estimated, point: number | null): Bilingual {
  const whole = (l: Language, value: number): string => l.number(Math.round(value));
  const interval = inBoth((l) =>
    l.say({
      en: `80% interval ${whole(l, low)} to ${whole(l, high)}`,
      fr: `intervalle de 80 % de ${whole(l, low)} à ${whole(l, high)}`,
    }),
  );
  if (point === null)
    return {
      en: `Items fewer than estimated without it: ${interval.en}. No single figure.`,
      fr: `Dossiers de moins que selon l’estimation : ${interval.fr}. Aucun chiffre unique.`,
    };
  return {
    en: `About ${whole(languages.en, point)} items fewer than estimated without it (${interval.en}).`,
    fr: `Environ ${whole(languages.fr, point)} dossiers de moins que selon l’estimation (${interval.fr}).`,
  };
}

/** The interval always, the single figure where it is published, and how solid it is. */
function estimatePart({ counterfactual, values }: ReturnContent): SummaryPart | null {
  if (!counterfactual) return null;
  const found = estimatedOf(counterfactual);
  if (!found) return { title: headings.without, lines: [{ en: 'No estimate.', fr: 'Aucune estimation.' }] };
  const point = values.find((each) => each.code === 'K1' && each.unitCode === null)?.value ?? null;
  const covered = counterfactual.units.filter(({ result }) => result.status === 'estimated').length;
  const asked = counterfactual.units.length;
  return {
    title: headings.without,
    lines: [
      avoidedSentence(found, point),
      sentence(
        (l) =>
          `Reliability ${found.grade ?? 'not graded'}; ${l.number(covered)} of ${l.number(asked)} units estimated.`,
        (l) => `Fiabilité ${found.grade ?? 'non cotée'}; ${l.number(covered)} unités estimées sur ${l.number(asked)}.`,
      ),
    ],
  };
}

type Row = Readonly<Record<string, string | number | null | undefined>>;
const cents = (row: Row, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' ? value : null;
};

function moneyPart({ funding, quarter }: ReturnContent): SummaryPart {
  const title = { en: 'Spending against budget', fr: 'Dépenses et budget' };
  const lines = funding?.budget ?? [];
  if (lines.length === 0) return { title, lines: [{ en: 'No budget is entered.', fr: 'Aucun budget n’est saisi.' }] };
  const outlook = outlookOf(
    lines.map((row) => ({
      budget: cents(row, 'budget'),
      quarters: quarterNumbers.map((each) => ({
        forecast: cents(row, `q${String(each)}Forecast`),
        actual: cents(row, `q${String(each)}Actual`),
      })),
    })),
  );
  const key = `q${String(quarter.quarter)}`;
  const [actual, forecast] = [`${key}Actual`, `${key}Forecast`].map((column) =>
    sumKnown(lines.map((row) => cents(row, column))),
  );
  const money = (l: Language, amount: number | null | undefined): string => (amount == null ? '..' : l.money(amount));
  return {
    title,
    lines: [
      sentence(
        (l) => `Quarter: spent ${money(l, actual)}, forecast ${money(l, forecast)}.`,
        (l) => `Trimestre : ${money(l, actual)} dépensés, ${money(l, forecast)} prévus.`,
      ),
      sentence(
        (l) =>
          `Year: spent ${money(l, outlook.spent)} of ${money(l, outlook.budget)}; expected to lapse ${money(l, outlook.lapsing)}.`,
        (l) =>
          `Exercice : ${money(l, outlook.spent)} dépensés sur ${money(l, outlook.budget)}; inutilisé prévu ${money(l, outlook.lapsing)}.`,
      ),
    ],
  };
}

/** Whether a figure reaches its target in the direction that is better; null where it has none or is not known. */
export function meetsTarget(
  { target, direction }: Pick<IndicatorDefinition, 'target' | 'direction'>,
  value: number | null,
): boolean | null {
  if (target === null || value === null || direction === 'neither') return null;
  return direction === 'up' ? value >= target.value : value <= target.value;
}

function targetPart({ framework, values }: ReturnContent): SummaryPart {
  const title = { en: 'Targets', fr: 'Cibles' };
  const judged = framework.indicators.map((each) => ({
    each,
    isMet: meetsTarget(
      each,
      values.find(({ code, unitCode }) => code === each.code && unitCode === null)?.value ?? null,
    ),
  }));
  const named = (wanted: boolean, { say }: Language): string =>
    judged.flatMap(({ each, isMet }) => (isMet === wanted ? [`${each.code} ${say(each.name)}`] : [])).join('; ');
  const count = (wanted: boolean | null): number => judged.filter(({ isMet }) => isMet === wanted).length;
  const without = framework.indicators.filter(({ target }) => target === null).length;
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
      sentence(
        (l) => `Indicators without a target: ${l.number(without)} of ${l.number(framework.indicators.length)}.`,
        (l) => `Indicateurs sans cible : ${l.number(without)} sur ${l.number(framework.indicators.length)}.`,
      ),
    ],
  };
}

/** Checks that tell of data that are missing or not certain, as the first page counts them. */
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
      (l) => `Replace version ${l.number(of.sequence)} by this one: ${l.number(changes.length)} figures changed.`,
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
  const nothing = { en: 'Nothing beyond reading it.', fr: 'Rien au-delà de la lecture.' };
  return {
    title: { en: 'Asked of the reader', fr: 'Demandé au lecteur' },
    lines: lines.length > 0 ? lines : [nothing],
  };
}

/** The first page: what somebody reads who reads no more. */
export function summaryOf(content: ReturnContent): readonly SummaryPart[] {
  const estimate = estimatePart(content);
  return [
    backlogPart(content),
    ...(estimate ? [estimate] : []),
    moneyPart(content),
    targetPart(content),
    gapPart(content),
    askedPart(content),
  ];
}
