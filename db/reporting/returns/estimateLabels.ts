import type { z } from 'zod';
import type { Bilingual } from '#contract/ground/common';
import type { sensitivityScenario } from '#contract/statistics/assumptions';
import type { Caution, CounterfactualResult, GradeReason, RefusalCode } from '#contract/statistics/estimate';

export const refusalLabels = {
  fte_missing: {
    en: 'Staff in post is not known for months that the estimate needs',
    fr: 'Le personnel en poste n’est pas connu pour des mois dont l’estimation a besoin',
  },
  definition_changed: {
    en: 'The definition of the backlog changed inside the window',
    fr: 'La définition de l’arriéré a changé pendant la période',
  },
  no_reported_month_after: {
    en: 'No reported month after the funding began',
    fr: 'Aucun mois déclaré après le début du financement',
  },
  no_funding: {
    en: 'The unit never had funded staff: there is nothing to take away',
    fr: 'L’unité n’a jamais eu de personnel financé : il n’y a rien à retrancher',
  },
  no_data: { en: 'Nothing is known of the unit', fr: 'Rien n’est connu de l’unité' },
} as const satisfies Record<RefusalCode, Bilingual>;

export const gradeReasonLabels = {
  months_before_under_24: {
    en: 'Fewer than 24 reported months before the funding',
    fr: 'Moins de 24 mois déclarés avant le financement',
  },
  months_before_under_12: {
    en: 'Fewer than 12 reported months before the funding',
    fr: 'Moins de 12 mois déclarés avant le financement',
  },
  months_after_under_12: { en: 'Fewer than 12 reported months after', fr: 'Moins de 12 mois déclarés après' },
  starved_over_10: { en: 'Short of work in over 10% of months', fr: 'À court de travail dans plus de 10 % des mois' },
  starved_over_30: { en: 'Short of work in over 30% of months', fr: 'À court de travail dans plus de 30 % des mois' },
  starved_not_evaluated: {
    en: 'Months short of work could not be evaluated',
    fr: 'Les mois à court de travail n’ont pas pu être évalués',
  },
  residual_over_5: { en: 'The ledger leaves over 5% unexplained', fr: 'Le registre laisse plus de 5 % inexpliqués' },
  residual_over_10: {
    en: 'The ledger leaves over 10% unexplained',
    fr: 'Le registre laisse plus de 10 % inexpliqués',
  },
  residual_not_evaluated: {
    en: 'What the ledger leaves unexplained could not be evaluated',
    fr: 'La part inexpliquée du registre n’a pas pu être évaluée',
  },
  inflow_split_missing: {
    en: 'Referred and proactive files are not told apart',
    fr: 'Les dossiers signalés et proactifs ne sont pas distingués',
  },
  mostly_administrative: {
    en: 'Most files leave by administrative closure',
    fr: 'La plupart des dossiers sortent par clôture administrative',
  },
  administrative_not_evaluated: {
    en: 'The share of administrative closures could not be evaluated',
    fr: 'La part des clôtures administratives n’a pas pu être évaluée',
  },
  pre_trend_not_flat: {
    en: 'The trend before the funding is not flat',
    fr: 'La tendance avant le financement n’est pas stable',
  },
  pre_trend_not_evaluated: {
    en: 'The trend before the funding could not be tested',
    fr: 'La tendance avant le financement n’a pas pu être mise à l’épreuve',
  },
  outside_structural_band: {
    en: 'The mean lies outside the structural 80% band',
    fr: 'La moyenne sort de la bande structurelle de 80 %',
  },
  structural_band_not_evaluated: {
    en: 'The structural model gives no answer to compare with',
    fr: 'Le modèle structurel ne donne aucune réponse à laquelle comparer',
  },
  prior_driven: {
    en: 'The answer rests on the assumptions more than on the data',
    fr: 'La réponse repose sur les hypothèses plus que sur les données',
  },
  small_counts: {
    en: 'Counts are too small for a single figure',
    fr: 'Les nombres sont trop petits pour un chiffre unique',
  },
} as const satisfies Record<GradeReason, Bilingual>;

export const cautionLabels = {
  funding_before_window: {
    en: 'The funding began before the first month that is known',
    fr: 'Le financement a commencé avant le premier mois connu',
  },
  segment_started: {
    en: 'Only the months since the last change of definition are used',
    fr: 'Seuls les mois depuis le dernier changement de définition sont utilisés',
  },
  definition_not_recorded: {
    en: 'The definition of the backlog is not recorded',
    fr: 'La définition de l’arriéré n’est pas consignée',
  },
  overtime_not_recorded: { en: 'Overtime is not recorded', fr: 'Les heures supplémentaires ne sont pas consignées' },
  overtime_incomplete: {
    en: 'Overtime is recorded for some months only',
    fr: 'Les heures supplémentaires ne sont consignées que pour certains mois',
  },
  months_unreported: { en: 'Some months are not reported', fr: 'Certains mois ne sont pas déclarés' },
} as const satisfies Record<Caution, Bilingual>;

export const scenarioLabels = {
  ramp_months: {
    en: 'Months until a new hire works at full rate',
    fr: 'Mois avant qu’une nouvelle recrue ait son plein rendement',
  },
  overtime_productivity: {
    en: 'Output of an overtime hour relative to a regular one',
    fr: 'Rendement d’une heure supplémentaire par rapport à une heure normale',
  },
  substitution_share: {
    en: 'Share of the funded staff that would have been hired anyway',
    fr: 'Part du personnel financé qui aurait été embauché de toute façon',
  },
  induced_inflow_share: {
    en: 'Share of inflow that exists only because of the funding',
    fr: 'Part des arrivées qui n’existe qu’en raison du financement',
  },
  pooling: {
    en: 'How far units share the productivity of their funded staff',
    fr: 'Mesure dans laquelle les unités partagent la productivité de leur personnel financé',
  },
  capacity_exponent: {
    en: 'Exponent of the staff in a unit’s capacity (below 1, returns diminish)',
    fr: 'Exposant du personnel dans la capacité d’une unité (sous 1, le rendement décroît)',
  },
  coupling: {
    en: 'Luck of each month in the two worlds',
    fr: 'Part du hasard de chaque mois dans les deux mondes',
  },
  administrative: {
    en: 'What administrative closures follow',
    fr: 'Ce que suivent les clôtures administratives',
  },
  backlog_definition: { en: 'What the backlog is', fr: 'Ce qu’est l’arriéré' },
} as const satisfies Record<z.infer<typeof sensitivityScenario>, Bilingual>;

/** What the assumptions that are no numbers say. */
export const choiceLabels = {
  none: { en: 'each unit for itself', fr: 'chaque unité pour elle-même' },
  partial: { en: 'around a common mean', fr: 'autour d’une moyenne commune' },
  complete: { en: 'the same in all units', fr: 'la même dans toutes les unités' },
  shared: { en: 'shared', fr: 'commun' },
  independent: { en: 'drawn apart', fr: 'tiré séparément' },
  by_queue: { en: 'the queue', fr: 'la file d’attente' },
  thinned: { en: 'the staff', fr: 'le personnel' },
  as_counted: { en: 'as each unit counts it', fr: 'tel que chaque unité le compte' },
  with_court: {
    en: 'with files before Crown or court in it',
    fr: 'y compris les dossiers à la Couronne ou au tribunal',
  },
} as const satisfies Record<string, Bilingual>;

export const basisLabels = {
  name: { en: 'Productivity of funded staff comes from', fr: 'La productivité du personnel financé provient' },
  estimated: { en: 'the months of these units', fr: 'des mois de ces unités' },
  reference: { en: 'a reference made from many units', fr: 'd’une référence établie sur de nombreuses unités' },
  prior: { en: 'assumptions: there are too few units', fr: 'd’hypothèses : les unités sont trop peu nombreuses' },
} as const satisfies Record<CounterfactualResult['basis'] | 'name', Bilingual>;
