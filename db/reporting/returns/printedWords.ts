import { headings } from '#contract/words/headings';

/** The glossary's headings, and the sentences that only the printed return has. */
export const words = {
  ...headings,
  fictitious: {
    en: 'FICTITIOUS DATA - demonstration: every unit, recipient and figure is invented.',
    fr: 'DONNÉES FICTIVES - démonstration : les unités, les bénéficiaires et les chiffres sont inventés.',
  },
  nothing: { en: 'No text.', fr: 'Aucun texte.' },
  indicatorsText: {
    en: 'Figures of all units together, each with its definition. A total adds up the units that have the figure and says how many.',
    fr: 'Chiffres de toutes les unités réunies, chacun avec sa définition. Un total additionne les unités qui ont le chiffre et en indique le nombre.',
  },
  noExplanation: { en: 'No change explained.', fr: 'Aucune variation expliquée.' },
  reconciliationText: {
    en: 'Where the framework requires both, the computed figure is reported beside the figure that the coordinator entered. The difference is entered less computed.',
    fr: 'Là où le cadre exige les deux, le chiffre calculé est déclaré à côté de celui que la coordination a saisi. La différence est le chiffre saisi moins le chiffre calculé.',
  },
  byUnitText: {
    en: '“..”: not available; “p”: partial figure; “0 c”: zero confirmed by the unit; “u”: UNSIGNED, in whole or in part.',
    fr: '« .. » : non disponible; « p » : chiffre partiel; « 0 c » : zéro confirmé par l’unité; « ns » : NON SIGNÉ, en tout ou en partie.',
  },
  filesCounted: { en: 'Files counted', fr: 'Dossiers comptés' },
  unsignedMark: { en: 'u', fr: 'ns' },
  ledgerText: {
    en: 'The opening balance, plus files in, less files out, is the closing balance. “Reclassified” carries its own sign.',
    fr: 'Le solde d’ouverture, plus les entrées, moins les sorties, donne le solde de clôture. « Reclassés » porte son propre signe.',
  },
  withoutText: {
    en: 'Backlog estimated without the Strategy-funded staff and overtime, less the actual backlog. Tools, training and the national centre remain in both. A single figure is given only where its reliability allows one; otherwise, the interval only. “From no effect”: the same model, funded staff assumed to do nothing until the data show otherwise. Intervals of the total come from joint draws: they are not the sum of the rows.',
    fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie, moins l’arriéré réel. Les outils, la formation et le centre national demeurent dans les deux. Un chiffre unique n’est donné que si sa fiabilité le permet; sinon, l’intervalle seulement. « Effet nul » : même modèle, le personnel financé étant supposé sans effet jusqu’à preuve du contraire. Les intervalles du total viennent de tirages conjoints : ils ne sont pas la somme des lignes.',
  },
  fromNoEffect: { en: 'From no effect, 80%', fr: 'Effet nul, 80 %' },
  avoidedTable: {
    en: 'Backlog avoided (K1), in open items',
    fr: 'Arriéré évité (K1), en éléments ouverts',
  },
  attestationsText: {
    en: 'These persons answer for the figures of this version. A signing key proves only that nothing was changed.',
    fr: 'Ces personnes répondent des chiffres de cette version. Une clé de signature prouve seulement que rien n’a été changé.',
  },
  noCheck: { en: 'No gap or anomaly.', fr: 'Aucune lacune ni anomalie.' },
  noRule: {
    en: 'No counting rule stated: files with Crown or court are not counted in the backlog.',
    fr: 'Aucune règle de comptage énoncée : les dossiers à la Couronne ou au tribunal ne sont pas comptés dans l’arriéré.',
  },
  unitsEach: {
    en: 'Each unit that has an estimate, on its own scale: actual backlog (line), estimated without funded staff and overtime (bands).',
    fr: 'Chaque unité estimée, à sa propre échelle : arriéré réel (trait), estimé sans le personnel ni les heures supplémentaires financés (bandes).',
  },
  unitChangeFigure: {
    en: 'Backlog of each unit, from the beginning to the end of the quarter:',
    fr: 'Arriéré de chaque unité, du début à la fin du trimestre :',
  },
  restates: { en: 'restates version', fr: 'redresse la version' },
} as const;
