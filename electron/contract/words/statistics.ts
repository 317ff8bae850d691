import { both } from './both.ts';

/** What an estimate rests on, and why it is graded or refused. */
export const statistics = {
  refusal: {
    fte_missing: both(
      'Staff in post is unknown for months that the estimate needs',
      'Personnel en poste inconnu pour des mois nécessaires à l’estimation',
    ),
    staffing_impossible: both(
      'Staff in post cannot be as recorded: zero while files were closed, many times the usual number, or with impossible overtime',
      'Personnel en poste impossible : nul alors que des dossiers ont été fermés, sans commune mesure avec le nombre habituel, ou aux heures supplémentaires impossibles',
    ),
    definition_changed: both(
      'The definition of the backlog changed inside the window',
      'La définition de l’arriéré a changé pendant la période',
    ),
    no_reported_month_after: both(
      'No reported month after the funding began',
      'Aucun mois déclaré après le début du financement',
    ),
    not_reported: both('Counts not reported', 'Données non déclarées'),
    no_funding: both('The unit never had funded staff', 'L’unité n’a jamais eu de personnel financé'),
    no_data: both('No data for the unit', 'Aucune donnée pour l’unité'),
  },
  rangeOnly: {
    C: both(
      'Range only: the records leave too much open for a single figure',
      'Plage seulement : les données laissent trop d’inconnues pour un chiffre unique',
    ),
    D: both(
      'Range only: the records leave too much open for a single figure or a probability',
      'Plage seulement : les données laissent trop d’inconnues pour un chiffre unique ou une probabilité',
    ),
  },
  probabilityEnd: {
    over_99: both('over 99%', 'plus de 99\u00a0%'),
    over_95: both('over 95%', 'plus de 95\u00a0%'),
    under_5: both('under 5%', 'moins de 5\u00a0%'),
    under_1: both('under 1%', 'moins de 1\u00a0%'),
  },
  totalReason: {
    largest_part: both(
      'At most one grade above that of any unit with a tenth or more of the difference',
      'Au plus un niveau au-dessus de toute unité qui représente un dixième ou plus de la différence',
    ),
  },
  gradeReason: {
    months_before_under_24: both(
      'Fewer than 24 reported months before the funding',
      'Moins de 24 mois déclarés avant le financement',
    ),
    months_before_under_12: both(
      'Fewer than 12 reported months before the funding',
      'Moins de 12 mois déclarés avant le financement',
    ),
    months_after_under_12: both(
      'Fewer than 12 reported months after the funding',
      'Moins de 12 mois déclarés après le financement',
    ),
    starved_over_10: both('Short of work in over 10% of months', 'À court de travail dans plus de 10 % des mois'),
    starved_over_30: both('Short of work in over 30% of months', 'À court de travail dans plus de 30 % des mois'),
    starved_not_evaluated: both('Months short of work not evaluated', 'Mois à court de travail non évalués'),
    residual_over_5: both(
      'Over 5% of outflow unexplained by backlog movements',
      'Plus de 5 % des sorties inexpliquées par les mouvements de l’arriéré',
    ),
    residual_over_10: both(
      'Over 10% of outflow unexplained by backlog movements',
      'Plus de 10 % des sorties inexpliquées par les mouvements de l’arriéré',
    ),
    residual_not_evaluated: both(
      'Unexplained share of backlog movements not evaluated',
      'Part inexpliquée des mouvements de l’arriéré non évaluée',
    ),
    inflow_split_missing: both(
      'Proactive files not recorded apart from referrals',
      'Dossiers proactifs non distingués des signalements',
    ),
    mostly_administrative: both(
      'Most files leave by administrative closure',
      'La plupart des dossiers sortent par clôture administrative',
    ),
    administrative_not_evaluated: both(
      'Share of administrative closures not evaluated',
      'Part des clôtures administratives non évaluée',
    ),
    pre_trend_not_flat: both('Trend before the funding not flat', 'Tendance non stable avant le financement'),
    pre_trend_not_evaluated: both(
      'Trend before the funding not evaluated',
      'Tendance avant le financement non évaluée',
    ),
    rose_before_funding: both(
      'Productivity rose before the recorded start of funding: check its dates',
      'Productivité en hausse avant le début inscrit du financement : vérifier ses dates',
    ),
    outside_structural_band: both(
      'Mean outside the structural model’s 80% band',
      'Moyenne hors de la bande de 80 % du modèle structurel',
    ),
    structural_band_not_evaluated: both(
      'No answer from the structural model to compare with',
      'Aucune réponse du modèle structurel à comparer',
    ),
    prior_driven: both('Based on assumptions more than on data', 'Fondé sur des hypothèses plus que sur les données'),
    weakly_learnt: both(
      'Assumed productivity weighs a quarter or more',
      'Productivité supposée : un quart ou plus du poids',
    ),
    staffing_doubtful: both(
      'Staff in post of some months to be checked',
      'Personnel en poste à vérifier pour certains mois',
    ),
    months_partial: both('Some months counted in part only', 'Certains mois comptés en partie seulement'),
    practice_changed: both(
      'Closings without investigation changed during the period',
      'Les fermetures sans enquête ont changé pendant la période',
    ),
    practice_changed_with_funding: both(
      'Closings without investigation changed as the funding began',
      'Les fermetures sans enquête ont changé au début du financement',
    ),
    inflow_rose: both(
      'Inflow rose with the funding, and proactive files are not recorded apart',
      'Entrées en hausse avec le financement, sans dossiers proactifs distingués',
    ),
    few_controls: both(
      'Fewer than six never-funded units that report before and after the funding',
      'Moins de six unités jamais financées qui déclarent avant et après le financement',
    ),
    no_controls: both(
      'No never-funded unit that reports before and after the funding',
      'Aucune unité jamais financée qui déclare avant et après le financement',
    ),
    small_counts: both('Counts too small for a single figure', 'Nombres trop petits pour un chiffre unique'),
    not_converged: both(
      'Computation not precise enough: chains of draws disagree',
      'Calcul pas assez précis : chaînes de tirages discordantes',
    ),
    being_checked: both(
      'First answer: reliability being checked',
      'Première réponse : fiabilité en cours de vérification',
    ),
  },
  caution: {
    funding_before_window: both(
      'Funding began before the first known month',
      'Financement commencé avant le premier mois connu',
    ),
    segment_started: both(
      'Only months since the last change of definition used',
      'Seuls les mois depuis le dernier changement de définition sont utilisés',
    ),
    definition_not_recorded: both('Definition of the backlog not recorded', 'Définition de l’arriéré non inscrite'),
    overtime_not_recorded: both('Overtime not recorded', 'Heures supplémentaires non inscrites'),
    overtime_incomplete: both(
      'Overtime recorded for some months only',
      'Heures supplémentaires inscrites pour certains mois seulement',
    ),
    months_unreported: both('Some months not reported', 'Certains mois non déclarés'),
    outside_inflow_rose: both(
      'Referrals rose by more than 40% in the first funded year; the estimate takes them to come without the funding too',
      'Signalements en hausse de plus de 40 % la première année financée; l’estimation suppose qu’ils arriveraient aussi sans le financement',
    ),
    staff_unknown_before: both(
      'Months before the funding left out: staff in post unknown',
      'Mois d’avant le financement laissés de côté : personnel en poste inconnu',
    ),
  },
  assumption: {
    ramp_months: both('Months until full output of a new hire', 'Mois avant le plein rendement d’une recrue'),
    overtime_productivity: both(
      'Output of an overtime hour relative to a regular one',
      'Rendement d’une heure supplémentaire par rapport à une heure normale',
    ),
    substitution_share: both(
      'Share of the funded staff that would have been hired anyway',
      'Part du personnel financé qui aurait été embauchée de toute façon',
    ),
    induced_inflow_share: both('Share of inflow due to the funding', 'Part des entrées due au financement'),
    pooling: both('Similarity of the units’ funded staff', 'Ressemblance du personnel financé des unités'),
    capacity_exponent: both(
      'Diminishing returns: exponent of the staff',
      'Rendement décroissant : exposant du personnel',
    ),
    coupling: both(
      'Random variation of each month, with and without',
      'Variation aléatoire de chaque mois, avec et sans',
    ),
    administrative: both('All closings without investigation', 'Toutes les fermetures sans enquête'),
    backlog_definition: both('Definition of the backlog', 'Définition de l’arriéré'),
  },
  assumptionChoice: {
    none: both('each unit for itself', 'chaque unité pour elle-même'),
    partial: both('around a common mean', 'autour d’une moyenne commune'),
    complete: both('the same in all units', 'la même dans toutes les unités'),
    shared: both('shared', 'commun'),
    independent: both('independent', 'indépendant'),
    inflow: both('follow the inflow', 'suivent les entrées'),
    work: both('follow the work', 'suivent le travail'),
    queue: both('follow the backlog', 'suivent l’arriéré'),
    as_counted: both('as each unit counts it', 'tel que chaque unité le compte'),
    with_court: both('including files with Crown or court', 'y compris les dossiers à la Couronne ou au tribunal'),
  },
};
