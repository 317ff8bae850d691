import type { Bilingual } from '#contract/ground/common';
import { headings } from '#contract/words/headings';
import { type SheetTable, only, sheetColumn } from '../../../documents/workbook/table.ts';
import type { ReleaseContent } from './content.ts';
import { balance } from './sheets.ts';

export const releaseMarking = 'RELEASABLE / DIFFUSABLE';

export function methodText({ method, base }: ReleaseContent): Bilingual {
  return method === 'suppression'
    ? {
        en: 'Counts of 1 to 4 suppressed, with complementary suppression',
        fr: 'Comptes de 1 à 4 supprimés, avec suppression complémentaire',
      }
    : {
        en: `Every count rounded at random to a multiple of ${base}`,
        fr: `Chaque compte arrondi aléatoirement à un multiple de ${base}`,
      };
}

const suppression: readonly Bilingual[] = [
  {
    en: '“x” means suppressed to protect confidentiality. Of counts: a count of 1 to 4, or another number from which such a count could be derived; the two are not distinguished.',
    fr: '« x » signifie supprimé pour protéger la confidentialité. Pour les comptes : un compte de 1 à 4, ou un autre nombre qui permettrait de le retrouver; rien ne distingue l’un de l’autre.',
  },
  {
    en: 'Every count that is shown is exact. Suppressed cells were chosen and then checked by solving: totals, balanced movements and earlier releases do not narrow a count of 1 to 4; it may be 1 or 4.',
    fr: 'Tout compte affiché est exact. Le choix des cellules supprimées a été vérifié par résolution : ni les totaux, ni l’équilibre des mouvements, ni les diffusions antérieures ne permettent de cerner un compte de 1 à 4 de plus près; il peut valoir 1 comme 4.',
  },
  {
    en: 'A number that has changed by 1 to 4 since an earlier release is also suppressed: the difference would be a small count.',
    fr: 'Un nombre qui a varié de 1 à 4 depuis une diffusion antérieure est supprimé aussi, car la différence serait un petit compte.',
  },
];

const rounding = (base: number): readonly Bilingual[] => [
  {
    en: `Every count is rounded at random to the multiple of ${base} below or above, so that it is right on average and less than ${base} away. The same cell is rounded the same way each time.`,
    fr: `Chaque compte est arrondi aléatoirement au multiple de ${base} inférieur ou supérieur, de façon à être juste en moyenne et à moins de ${base} du compte réel. Une même case est toujours arrondie de la même façon.`,
  },
  {
    en: 'Totals are rounded separately: rows and columns may not add up to them, and movements may not balance. 0 can be a small count or zero. A share that would pass 100% is written 100%.',
    fr: 'Les totaux sont arrondis séparément : la somme des lignes ou des colonnes peut en différer, et les mouvements peuvent ne pas être équilibrés. 0 peut être un petit compte ou zéro. Une part qui dépasserait 100 % est inscrite à 100 %.',
  },
];

const always: readonly Bilingual[] = [
  {
    en: '“..” means not available, “...” not applicable. Blank is never zero.',
    fr: '« .. » signifie non disponible, « ... » sans objet. Un blanc n’est jamais un zéro.',
  },
  {
    en: 'A total says how many units it covers; units without a figure add nothing to it, not zero. For backlog movements, it covers the units whose quarter is complete.',
    fr: 'Un total indique combien d’unités il couvre; les unités sans chiffre n’y ajoutent rien, et non zéro. Pour les mouvements de l’arriéré, il porte sur les unités dont le trimestre est complet.',
  },
  { en: `Backlog movements: ${balance.en}.`, fr: `Mouvements de l’arriéré : ${balance.fr}.` },
  {
    en: 'Staff and overtime are given for the agreement only, exactly. “x” there: fewer than five full-time equivalents, or a part that would tell of fewer.',
    fr: 'Le personnel et les heures supplémentaires sont donnés pour l’ensemble de l’entente seulement, exactement. « x » y signifie moins de cinq équivalents temps plein, ou une part qui en révélerait moins.',
  },
  {
    en: 'A share is computed from the numbers beside it, as they are published. The median time of a file is exact; “x” there: it rests on fewer than ten files, or would help find such a median. The age of the oldest file is the time of one file: it is not released.',
    fr: 'Une part est calculée à partir des nombres qui l’accompagnent, tels que diffusés. La durée médiane d’un dossier est exacte; « x » y signifie qu’elle repose sur moins de dix dossiers, ou aiderait à retrouver une telle médiane. L’âge du plus ancien dossier est celui d’un seul dossier : il n’est pas diffusé.',
  },
  {
    en: 'Categories are given for the agreement only, over the units that are broken down, one breakdown at a time and never crossed; no category of a single unit is given. The method protects them together with their totals.',
    fr: 'Les catégories sont données pour l’ensemble de l’entente seulement, sur les unités ventilées, une ventilation à la fois et jamais croisées; aucune catégorie d’une seule unité n’est donnée. La méthode les protège avec les totaux qu’elles composent.',
  },
  {
    en: 'Charges, persons charged and arrests are different counts and are never equated.',
    fr: 'Les accusations, les personnes accusées et les arrestations sont des comptes distincts, jamais confondus.',
  },
];

const ofEstimate = (base: number): readonly Bilingual[] => [
  {
    en: `The backlog avoided is given for several units together, rounded to multiples of ${base}. The comparison is with the backlog estimated without the Strategy-funded staff and overtime; tools, training and the national centre remain in it.`,
    fr: `L’arriéré évité est donné pour plusieurs unités ensemble, arrondi à des multiples de ${base}. La comparaison porte sur l’arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie; les outils, la formation et le centre national y demeurent.`,
  },
];

const fictitious: Bilingual = {
  en: 'Every unit, recipient and figure is fictitious: this comes from a demonstration.',
  fr: 'Les unités, les bénéficiaires et les chiffres sont tous fictifs : ceci provient d’une démonstration.',
};

/** What a reader of a release must know, the method first. */
export function noteSheet(demonstration: boolean, release: ReleaseContent): SheetTable {
  const { method, base, avoided } = release;
  const notes = [
    ...(demonstration ? [fictitious] : []),
    ...(method === 'suppression' ? suppression : rounding(base)),
    ...always,
    ...(avoided ? ofEstimate(base) : []),
  ];
  return {
    tab: 'Notes - Remarques',
    title: headings.notes,
    columns: [sheetColumn(headings.notes, 90), sheetColumn(only('fr', headings.remarks), 90)],
    rows: notes.map(({ en, fr }) => [en, fr]),
  };
}
