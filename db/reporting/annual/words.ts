import type { Bilingual } from '#contract/ground/common';
import { both } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { terms } from '#contract/words/terms';

/** Texts of the annual report alone, with the glossary's headings. */
export const words = {
  ...headings,
  ...codeWords.annualReport,
  fictitious: both(
    'FICTITIOUS DATA - demonstration: every unit, recipient and figure is invented.',
    'DONNÉES FICTIVES - démonstration : les unités, les bénéficiaires et les chiffres sont inventés.',
  ),
  state: both('State', 'État'),
  locked: codeWords.reportState.locked,
  restated: both('Restated', 'Redressé'),
  missing: both('Missing', 'Manquant'),
  draft: both('DRAFT: neither locked nor signed', 'ÉBAUCHE : ni verrouillée ni signée'),
  draftMark: both('DRAFT', 'ÉBAUCHE'),
  inProgress: both('Year in progress', 'Exercice en cours'),
  year: both('Year', 'Exercice'),
  madeOf: both('Figure of the year', 'Chiffre de l’exercice'),
  figuresText: both(
    'Under each figure of a quarter, how many it covers of those that it should. “..”: not available; “p”: partial.',
    'Sous chaque chiffre d’un trimestre, combien il en couvre parmi ceux visés. « .. » : non disponible; « p » : partiel.',
  ),
  changed: both('definition changed in the year', 'définition changée en cours d’exercice'),
  noText: both('None recorded.', 'Rien d’inscrit.'),
  noNotes: both(
    'No lesson or unintended result was recorded for this year.',
    'Aucune leçon ni aucun résultat imprévu n’a été inscrit pour cet exercice.',
  ),
  noReturn: both(
    'No return of the year is locked: there is no figure to report.',
    'Aucun rapport de l’exercice n’est verrouillé : il n’y a pas de chiffre à présenter.',
  ),
  gbaText: both(
    'Gathered from the returns, one way at a time. “x”: suppressed, 1 to 4 or what would give such a count back. Shares are of what is broken down.',
    'Réuni à partir des rapports trimestriels, selon un seul critère à la fois. « x » : supprimé, de 1 à 4, ou ce qui révélerait un tel nombre. Les parts portent sur ce qui est ventilé.',
  ),
  barriers: both('Barriers', 'Obstacles'),
  noBarriers: both(
    'Not available: no return of the year counts the files in which one was met.',
    'Non disponible : aucun rapport de l’exercice ne donne le nombre de dossiers où un obstacle a été rencontré.',
  ),
  unknownShare: both('Share unknown', 'Part inconnue'),
  notAskedShare: both('Share not asked', 'Part non demandée'),
  brokenDownIn: both('Units that break it down', 'Unités qui ventilent'),
  noOthers: both(
    'No finding of another source is registered for this year.',
    'Aucune constatation d’une autre source n’est inscrite pour cet exercice.',
  ),
  othersText: both(
    'Found by others, in other populations: not added to the figures of the units.',
    'Constatations d’autrui, sur d’autres populations : elles ne s’ajoutent pas aux chiffres des unités.',
  ),
  found: both('Method', 'Méthode'),
  published: both('Published', 'Publication'),
  funding: both('Funding and amendments', 'Financement et avenants'),
  estimate: terms.backlogEstimate,
  estimateText: both(
    'As the fourth quarter’s return publishes it, at the end of the year.',
    'Telle que la publie le rapport du quatrième trimestre, à la fin de l’exercice.',
  ),
  proof: both('Proof', 'Preuve d’intégrité'),
  supersedes: both('Supersedes version', 'Remplace la version'),
} as const;

export const basisWords = codeWords.annualBasis;

export const quartersOf = (count: number, asked: number): Bilingual => ({
  en: `${count} of ${asked} ${asked === 1 ? 'quarter' : 'quarters'}`,
  fr: `${count} ${count < 2 ? 'trimestre' : 'trimestres'} sur ${asked}`,
});
