import { both } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { terms } from '#contract/words/terms';

/** Texts of the renewal annex alone, with the glossary's headings. */
export const words = {
  ...headings,
  ...codeWords.renewalAnnex,
  inProgress: both('in progress', 'en cours'),
  basis: both(
    'From the locked returns of the agreement alone; each is named at the end.',
    'À partir des seuls rapports trimestriels verrouillés de l’entente, nommés à la fin.',
  ),
  money: both('Contributions and spending', 'Contributions et dépenses'),
  budgeted: codeWords.register.budget,
  spent: codeWords.pillarSpending.spent,
  unspent: both('Not spent', 'Non dépensé'),
  life: both('Life of the agreement', 'Durée de l’entente'),
  moneyText: both(
    'As the year’s last locked return has them; a year in progress counts what is entered so far. Under a sum, the years that it adds up.',
    'Selon le dernier rapport verrouillé de l’exercice; un exercice en cours compte ce qui est saisi jusqu’ici. Sous une somme, les exercices qu’elle additionne.',
  ),
  stock: terms.backlog,
  stockText: both(
    'Open items; under a balance, the units that it covers of those of the return.',
    'Éléments ouverts; sous un solde, les unités couvertes parmi celles du rapport.',
  ),
  atStart: fields.firstOn,
  atEnd: both('Last day reported', 'Dernier jour déclaré'),
  accumulated: both(
    'Backlog estimated without funded staff and overtime',
    'Arriéré estimé sans le personnel ni les heures supplémentaires financés',
  ),
  accumulatedText: both(
    'As the returns published it, over the same period: an estimate, not a count.',
    'Tel que l’ont publié les rapports, pour la même période : une estimation, non un dénombrement.',
  ),
  targets: both('Targets', 'Cibles'),
  quarterTargets: both(
    'Targets judged by the year’s last locked return',
    'Cibles évaluées selon le dernier rapport verrouillé de l’exercice',
  ),
  yearTargets: both(
    'Targets of the whole year: sum of its quarters / target in the agreement’s register today',
    'Cibles de l’exercice entier : somme des trimestres / cible inscrite à ce jour au registre de l’entente',
  ),
  metInYear: both('Met over the year', 'Atteintes sur l’exercice'),
  missedInYear: both('Missed over the year', 'Manquées sur l’exercice'),
  unknownInYear: both('Without a figure of the year', 'Sans chiffre de l’exercice'),
  posts: both('Funded positions', 'Postes financés'),
  postsText: both(
    'Paid by the Strategy, on the last day reported; in full-time equivalents.',
    'Payés par la Stratégie, au dernier jour déclaré; en équivalents temps plein.',
  ),
  postsFunded: both('Funded FTE', 'ETP financés'),
  postsFilled: both('Filled FTE', 'ETP pourvus'),
  resultsText: both(
    'Under a figure, the quarters that it covers of those of the agreement. “..”: not available; “p”: partial.',
    'Sous un chiffre, les trimestres couverts parmi ceux de l’entente. « .. » : non disponible; « p » : partiel.',
  ),
  plan: both('Backlog to come', 'Arriéré à venir'),
  planText: both(
    'Middle and 80% interval. It holds if the plan is followed and what the estimate assumes goes on.',
    'Milieu et intervalle de 80 %. Valable si le plan est suivi et si les hypothèses de l’estimation tiennent.',
  ),
  outlook: both('Plan', 'Plan'),
  atMonth: both('At the end of', 'À la fin de'),
  planned: both('Units in the plan', 'Unités du plan'),
  notPlanned: both('Units without a plan', 'Unités sans plan'),
  lockedReturns: both('Locked returns used', 'Rapports verrouillés utilisés'),
  made: fields.madeOn,
} as const;

export const planWords = {
  no_change: both('If nothing changes', 'Si rien ne change'),
  drawn: both('If this plan is followed', 'Si ce plan est suivi'),
  renewed: both('Agreement renewed', 'Entente renouvelée'),
  ended: both('Agreement not renewed', 'Entente non renouvelée'),
} as const;
