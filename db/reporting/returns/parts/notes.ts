import { unitsMovedText } from '#contract/reporting/comparison';
import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { sheetOf } from '../../../documents/report/table.ts';
import type { ReturnPart } from './part.ts';

const always: readonly Bilingual[] = [
  {
    en: '“..” means not available. Blank is never zero: a zero is written as 0, and its status says whether it was confirmed.',
    fr: '« .. » signifie non disponible. Un blanc n’est jamais un zéro : un zéro est écrit 0, et son état indique s’il a été confirmé.',
  },
  {
    en: 'A total says how many units it covers; units without a figure add nothing to it, not zero.',
    fr: 'Un total indique combien d’unités il couvre; les unités sans chiffre n’y ajoutent rien, et non zéro.',
  },
  {
    en: 'Charges, persons charged and arrests are three different counts and are never equated.',
    fr: 'Les accusations, les personnes accusées et les arrestations sont trois comptes distincts, jamais confondus.',
  },
  {
    en: 'A percentage is computed from the numerator and the denominator beside it.',
    fr: 'Un pourcentage est calculé à partir du numérateur et du dénominateur qui l’accompagnent.',
  },
  {
    en: 'The figures come from signed quarter packs, with counts by unit and month and no record of any file. Their fingerprints are under Sources.',
    fr: 'Les chiffres viennent de transmissions trimestrielles signées, qui contiennent des comptes par unité et par mois et aucun renseignement sur un dossier. Leurs empreintes figurent sous Sources.',
  },
  {
    en: 'The return was locked at the time shown on the cover. Later changes in the data do not change it.',
    fr: 'Le rapport a été verrouillé au moment indiqué sur la couverture. Les modifications ultérieures des données ne le changent pas.',
  },
];

const ofEstimate: readonly Bilingual[] = [
  {
    en: 'The comparison is with the backlog estimated without the Strategy-funded staff and overtime; tools, training and the national centre remain in it.',
    fr: 'La comparaison porte sur l’arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie; les outils, la formation et le centre national y demeurent.',
  },
  {
    en: 'The estimate uses method A, which learns the output of funded staff from the months of all units together; with too few units, it is based on assumptions and says so. A single figure is given only where its reliability allows one; otherwise, the interval only. “From no effect”: the same model, funded staff assumed to do nothing until the data show otherwise.',
    fr: 'L’estimation suit la méthode A, qui tire des mois de toutes les unités réunies le rendement du personnel financé; si les unités sont trop peu nombreuses, elle repose sur des hypothèses et l’indique. Un chiffre unique n’est donné que si sa fiabilité le permet; sinon, l’intervalle seulement. « Effet nul » : même modèle, le personnel financé étant supposé sans effet jusqu’à preuve du contraire.',
  },
];

const fictitious: Bilingual = {
  en: 'Every unit, recipient and figure of this return is fictitious: it comes from a demonstration.',
  fr: 'Les unités, les bénéficiaires et les chiffres de ce rapport sont tous fictifs : il provient d’une démonstration.',
};

/** What a reader must know to read the figures rightly. */
export function notes(content: ReturnContent): readonly Bilingual[] {
  const { demonstration, counterfactual } = content;
  const moved = unitsMovedText(content);
  return [
    ...(demonstration ? [fictitious] : []),
    ...always,
    ...(moved ? [{ en: `${moved.en}.`, fr: `${moved.fr}.` }] : []),
    ...(counterfactual ? ofEstimate : []),
  ];
}

const onPaper: Bilingual = {
  en: 'On paper, categories are those of all units together, and definitions are without limits, parts and targets. A sheet headed “first rows” goes on: the rest is on screen and in the other files of the return.',
  fr: 'Sur papier, les catégories sont celles de toutes les unités réunies, et les définitions n’ont ni limites, ni éléments de calcul, ni cibles. Une feuille dont l’en-tête indique « premières lignes » se poursuit : le reste se lit à l’écran et dans les autres fichiers du rapport.',
};

export function notesPart(content: ReturnContent) {
  const texts = notes(content);
  const label = pair(headings.notes.en, headings.remarks.fr);
  return {
    id: 'notes',
    title: headings.notes,
    page: ({ say }) => markup`<ul>${texts.map((note) => markup`<li>${say(note)}</li>`)}</ul>`,
    sheets: [
      sheetOf<Bilingual>(
        {
          title: headings.notes,
          columns: [column.texts('note', label, (note) => note, { width: 90 })],
          rows: [...texts, onPaper],
        },
        { tab: 'Notes - Remarques' },
      ),
    ],
  } satisfies ReturnPart;
}
