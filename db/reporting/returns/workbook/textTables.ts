import type { Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { checkLabels, measureName } from '../labels.ts';
import { sourceKindLabels } from '../sourceLabels.ts';
import { languageLabels, partLabels } from '../textLabels.ts';
import { notes } from './notes.ts';
import { both, label, type SheetTable, type SheetValue } from '../../../documents/workbook/table.ts';

/** The figures, the section or attestation, and the languages that a check is about. */
export function concerns({ framework }: ReturnContent, { measures, part, languages }: Check, language: Locale): string {
  const nameOf = (code: string): string =>
    (framework.indicators.find((each) => each.code === code)?.name ?? measureName(code))[language];
  const missing = languages.map((each) => languageLabels[each][language]).join(', ');
  return [
    ...measures.map(nameOf),
    ...(part === null ? [] : [partLabels[part][language]]),
    ...(missing === '' ? [] : [missing]),
  ].join('; ');
}

export function qualitySheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Data quality - Qualité',
    title: { en: 'Data quality and checks', fr: 'Qualité des données et vérifications' },
    columns: [
      label('Unit', 'Unité', 14),
      label('Finding', 'Finding', 46),
      label('Constatation', 'Constatation', 46),
      label('Months', 'Mois', 26),
      label('Concerns', 'Concerns', 44),
      label('Porte sur', 'Porte sur', 44),
    ],
    rows: content.checks.map((check) => [
      check.unitCode ?? both({ en: 'Agreement', fr: 'Entente' }),
      checkLabels[check.code].en,
      checkLabels[check.code].fr,
      check.months.join(', '),
      concerns(content, check, 'en'),
      concerns(content, check, 'fr'),
    ]),
  };
}

export const directions = {
  up: { en: 'Higher is better', fr: 'Plus élevé, mieux c\u2019est' },
  down: { en: 'Lower is better', fr: 'Moins élevé, mieux c\u2019est' },
  neither: { en: 'Neither', fr: 'Ni l\u2019un ni l\u2019autre' },
} as const satisfies Record<ReturnContent['framework']['indicators'][number]['direction'], Bilingual>;

/** A row for each language, so that a definition is read across and not across the other one. */
export function definitionSheet({ framework }: ReturnContent): SheetTable {
  return {
    tab: 'Definitions - Définitions',
    title: { en: 'Definitions in force', fr: 'Définitions en vigueur' },
    columns: [
      label('Code', 'Code', 7),
      label('Language', 'Langue', 10),
      label('Indicator', 'Indicateur', 26),
      label('Definition', 'Définition', 56),
      label('Method of collection', 'Méthode de collecte', 56),
      label('Numerator', 'Numérateur', 34),
      label('Denominator', 'Dénominateur', 34),
      label('Limits', 'Limites', 56),
      label('Outcome served', 'Résultat visé', 30),
      label('Baseline', 'Base de référence', 22),
      label('Target', 'Cible', 22),
      label('Unit of measure', 'Unité de mesure', 18),
      label('Direction', 'Sens', 18),
      label('Version', 'Version', 9),
    ],
    rows: framework.indicators.flatMap((each) =>
      (['en', 'fr'] as const).map((language) => [
        each.code,
        language === 'en' ? 'English' : 'Français',
        each.name[language],
        each.definition[language],
        each.method[language],
        each.numerator?.[language] ?? null,
        each.denominator?.[language] ?? null,
        each.limits[language],
        each.outcome?.[language] ?? null,
        each.baseline && `${each.baseline.value} (${each.baseline.period})`,
        each.target && `${each.target.value} (${each.target.on})`,
        each.unitOfMeasure[language],
        directions[each.direction][language],
        each.version,
      ]),
    ),
  };
}

export function ruleSheet({ rules }: ReturnContent): SheetTable {
  return {
    tab: 'Counting rules - Comptage',
    title: { en: 'Counting rules of the units', fr: 'Règles de comptage des unités' },
    columns: [
      label('Unit', 'Unité', 9),
      label('In force from', 'En vigueur depuis', 16),
      label('Statement', 'Statement', 70),
      label('Énoncé', 'Énoncé', 70),
    ],
    rows: rules.map(({ unitCode, validFrom, statement }) => [unitCode, validFrom, statement.en, statement.fr]),
  };
}

export function packSheet({ packs }: ReturnContent): SheetTable {
  return {
    tab: 'Sources',
    title: {
      en: 'Source packs and returns',
      fr: 'Transmissions et rapports sources',
    },
    columns: [
      label('Sender', 'Expéditeur', 34),
      label('Received as', 'Reçu sous forme de', 38),
      label('SHA-256', 'SHA-256', 70),
      label('Fingerprint of the signing key', 'Empreinte de la clé de signature', 88),
    ],
    rows: packs.map(({ kind, workspaceName, sha256, fingerprint }) => [
      workspaceName,
      both(sourceKindLabels[kind]),
      sha256,
      fingerprint,
    ]),
  };
}

export function noteSheet(content: ReturnContent): SheetTable {
  const rows: readonly (readonly SheetValue[])[] = notes(content).map(({ en, fr }) => [en, fr]);
  return {
    tab: 'Notes - Remarques',
    title: { en: 'Notes', fr: 'Remarques' },
    columns: [label('Notes', 'Notes', 90), label('Remarques', 'Remarques', 90)],
    rows,
  };
}
