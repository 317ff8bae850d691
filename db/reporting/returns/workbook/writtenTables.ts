import { attestationRole, narrativeSection, type CellContent } from '#contract/reporting/returnTexts';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { statusLabels } from '../labels.ts';
import { actualsLabels, cellLabels, cellName, partLabels } from '../textLabels.ts';
import {
  both,
  formats,
  label,
  monthDate,
  notApplicable,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

const agreement = { en: 'Agreement', fr: 'Entente' } as const;
const unitOf = (unitCode: string | null): string => unitCode ?? both(agreement);

function figureOf({ values }: ReturnContent, code: string, unitCode: string | null): IndicatorValue | undefined {
  return values.find((each) => each.code === code && each.unitCode === unitCode);
}

/** Why figures changed, each beside what it came from and came to. */
export function explanationSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Explanations - Explications',
    title: { en: 'Explanations of large changes', fr: 'Explications des grands écarts' },
    columns: [
      label('Unit', 'Unité', 18),
      label('Code', 'Code', 7),
      label('Indicator', 'Indicator', 28),
      label('Indicateur', 'Indicateur', 28),
      label('Previous quarter', 'Trimestre précédent', 13, formats.whole),
      label('Value', 'Valeur', 12, formats.whole),
      label('Explanation', 'Explanation', 60),
      label('Explication', 'Explication', 60),
    ],
    rows: content.explanations.map(({ code, unitCode, text }) => {
      const name = cellName(content, { what: 'value', unitCode, code, month: null });
      const figure = figureOf(content, code, unitCode);
      return [
        unitOf(unitCode),
        code,
        name.en,
        name.fr,
        figure?.previous ?? null,
        figure?.value ?? null,
        text.en,
        text.fr,
      ];
    }),
  };
}

export function narrativeSheet({ narrative }: ReturnContent): SheetTable {
  return {
    tab: 'Narrative - Exposé',
    title: { en: 'Narrative', fr: 'Exposé' },
    columns: [
      label('Section', 'Section', 34),
      label('Text in English', 'Text in English', 84),
      label('Texte français', 'Texte français', 84),
    ],
    rows: narrativeSection.options.map((section) => [
      both(partLabels[section]),
      narrative[section].en,
      narrative[section].fr,
    ]),
  };
}

/** Every role has its row: one who has not attested is seen. */
export function attestationSheet({ attestations, actualsStatus }: ReturnContent): SheetTable {
  return {
    tab: 'Attestations',
    title: { en: 'Attestations', fr: 'Attestations' },
    columns: [
      label('Attestation', 'Attestation', 50),
      label('Name', 'Nom', 30),
      label('Title', 'Titre', 40),
      label('Date', 'Date', 14, formats.day),
      label('Actuals', 'Dépenses réelles', 28),
    ],
    rows: attestationRole.options.map((role): readonly SheetValue[] => {
      const given = attestations.find((each) => each.role === role);
      return [
        both(partLabels[role]),
        given?.name ?? notApplicable,
        given?.title ?? notApplicable,
        given ? new Date(`${given.on}T00:00:00Z`) : null,
        both(actualsLabels[actualsStatus]),
      ];
    }),
  };
}

const statusText = (content: CellContent): string =>
  content?.status ? both(statusLabels[content.status]) : notApplicable;

/** Every figure that this version changes of the one before it: what it was, what it is and why. */
export function restatementSheet(content: ReturnContent): SheetTable {
  const changes = content.restatement?.changes ?? [];
  return {
    tab: 'Restatements - Redressements',
    title: { en: 'Restated figures', fr: 'Chiffres redressés' },
    columns: [
      label('Version', 'Version', 9, formats.tally),
      label('Figure', 'Chiffre', 30),
      label('Unit', 'Unité', 18),
      label('Code', 'Code', 24),
      label('Name', 'Name', 30),
      label('Nom', 'Nom', 30),
      label('Month', 'Mois', 11, formats.month),
      label('Before', 'Avant', 12, formats.number),
      label('After', 'Après', 12, formats.number),
      label('Status before', 'État avant', 28),
      label('Status after', 'État après', 28),
      label('Reason', 'Reason', 50),
      label('Motif', 'Motif', 50),
    ],
    rows: changes.map((change) => {
      const name = cellName(content, change);
      const { what, unitCode, code, month, before, after, why } = change;
      return [
        content.restatement?.sequence ?? null,
        both(cellLabels[what]),
        unitOf(unitCode),
        code,
        name.en,
        name.fr,
        month === null ? notApplicable : monthDate(month),
        before?.value ?? null,
        after?.value ?? null,
        statusText(before),
        statusText(after),
        why.en,
        why.fr,
      ];
    }),
  };
}
