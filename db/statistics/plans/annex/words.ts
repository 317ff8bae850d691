import { both } from '#contract/words/both';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';

/** The sentences that only the annex of a plan has. */
export const words = {
  title: both('Annex: what would happen next', 'Annexe : ce qui arriverait ensuite'),
  fictitious: both(
    'FICTITIOUS DATA - demonstration: every unit and figure is invented.',
    'DONNÉES FICTIVES - démonstration : les unités et les chiffres sont inventés.',
  ),
  condition: both(
    'Each figure holds only if the plan is followed and past patterns go on. A range holds 80% of draws.',
    'Chaque chiffre ne vaut que si le plan est suivi et si les tendances passées se maintiennent. Une plage contient 80 % des tirages.',
  ),
  byPlan: both('Backlog by plan', 'Arriéré selon le plan'),
  plan: both('Plan', 'Plan'),
  noChange: both('No change', 'Sans changement'),
  drawn: both('This plan', 'Ce plan'),
  renewed: both('This plan, agreement renewed', 'Ce plan, entente renouvelée'),
  ended: both('This plan, agreement not renewed', 'Ce plan, entente non renouvelée'),
  backlog: both('Backlog (80% of draws)', 'Arriéré (80 % des tirages)'),
  work: both('Months of work', 'Mois de travail'),
  administrative: both('Closed administratively or transferred out', 'Clos administrativement ou transférés'),
  workText: both(
    'Months of work: that backlog divided by what today’s base staff would close in a month. Administrative closures and transfers stay at each unit’s own rate: a plan cannot change it.',
    'Mois de travail : cet arriéré divisé par ce que le personnel de base actuel fermerait en un mois. Les clôtures administratives et les transferts suivent le taux propre à chaque unité : un plan ne peut pas le changer.',
  ),
  end: both('End of the agreement', 'Fin de l’entente'),
  noEnd: both('The plan names no last month of the agreement.', 'Le plan n’indique aucun dernier mois de l’entente.'),
  assumed: both('Plan and assumptions', 'Plan et hypothèses'),
  asIs: both(
    'The plan changes neither staff nor overtime nor inflow.',
    'Le plan ne change ni le personnel, ni les heures supplémentaires, ni les entrées.',
  ),
  noSceptic: both(
    'Files fewer by now, starting from no effect of funded staff: not available.',
    'Dossiers en moins à ce jour, en partant d’un effet nul du personnel financé : non disponible.',
  ),
  staff: both('Staff of the plan', 'Personnel du plan'),
  unit: headings.unit,
  fte: both('FTE', 'ETP'),
  paidBy: both('Paid by', 'Payé par'),
  service: fields.service,
  agreement: headings.agreement,
  from: both('First month', 'Premier mois'),
  to: both('Last month', 'Dernier mois'),
  withAgreement: both('With the agreement', 'Avec l’entente'),
  openEnd: both('No end', 'Sans fin'),
  notPlannedWhy: {
    refused: both('without an estimate', 'sans estimation'),
    no_grade: both('no reliability grade', 'fiabilité non évaluée'),
    grade_d: both('reliability D', 'fiabilité D'),
    not_recent: both('last known backlog is more than 6 months old', 'dernier arriéré connu datant de plus de 6 mois'),
  },
  tested: both('Forecasts of earlier months', 'Prévisions de mois passés'),
  notTested: both('Too few earlier months to test.', 'Trop peu de mois passés à vérifier.'),
  ahead: both('Months ahead', 'Mois à l’avance'),
  forecasts: both('Forecasts', 'Prévisions'),
  in50: both('In the 50% interval', 'Dans l’intervalle de 50 %'),
  in80: both('In the 80% interval', 'Dans l’intervalle de 80 %'),
  in95: both('In the 95% interval', 'Dans l’intervalle de 95 %'),
  error: both('Mean error, files (CRPS)', 'Erreur moyenne, dossiers (CRPS)'),
  lastValue: both('Last value', 'Dernière valeur'),
  seasonal: both('Year before', 'Année précédente'),
  testedText: both(
    'All units: share of actual backlogs that the intervals of earlier forecasts included; mean error of the plan, of the last value and of the same month a year before.',
    'Toutes les unités : part des arriérés réels que les intervalles de prévisions passées contenaient; erreur moyenne du plan, de la dernière valeur et du même mois de l’année précédente.',
  ),
} as const;
