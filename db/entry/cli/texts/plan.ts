/** What `vigie plan` says. */
export const planEnglish = {
  'help.plan':
    'What would happen next: the backlog of 12, 24 and 36 months from now, if nothing changes and if a plan is followed. With --target, the funded FTE that a backlog needs.',
  'option.planName': 'a saved plan of the same units, by its name',
  'option.growth': 'growth of the inflow in a year, as a share from -0.2 to 0.6 (otherwise as in the last 36 months)',
  'option.agreementEnds': 'last month of the agreement, YYYY-MM: funded staff and overtime end with it',
  'option.renewed': 'the agreement is renewed at its end',
  'option.fundedFte': 'funded FTE that would come (with --unit)',
  'option.fundedFrom': 'month from which they would come, YYYY-MM',
  'option.target': 'search for the funded FTE for which the backlog is at most this (with --unit, --from and --by)',
  'option.targetBy': 'month by whose end the target is reached, YYYY-MM',
  'option.targetProbability': 'with this probability, 0.5 to 0.95 (otherwise 0.8)',
  'option.backtest': 'also what such forecasts would have said of earlier months',
  'option.planPdf':
    'print the annex of two pages for a renewal request into this file (through the application, --cli)',
  planPdfNeedsApplication:
    'Only the application prints the annex: start it with --cli before this command, or leave out --pdf.',
  planPrinted: 'Annex printed: {path}',
  planOneUnit: '--funded-fte and --target need --unit.',
  planNeedsFrom: 'Give the month from which the staff would come: --from YYYY-MM.',
  planNeedsBy: 'Give the month by whose end the target is reached: --by YYYY-MM.',
  planNotFound: 'These units have no saved plan “{name}”.',
  planTitle: 'What would happen next, if the plan is followed',
  planMethod: 'From the end of {month}; {draws} draws. Actual backlog {files}. Plans saved: {plans}.',
  planNoChange: 'If nothing changes',
  planDrawn: 'If the plan is followed',
  planRenewed: 'If the plan is followed and the agreement renewed',
  planEnded: 'If the plan is followed and the agreement not renewed',
  planMark: '{month}: backlog {middle} (80%: {range}); {administrative} closed administratively by then',
  planMarkWork:
    '{month}: backlog {middle} (80%: {range}), {work} months of base staff work; {administrative} closed administratively by then',
  planMore: '{month}, not renewed: {middle} more (80%: {range})',
  planGrowth: 'Inflow of the last 12 months on the 12 before: {growth}%',
  planRefused: '{code}: no plan',
  'planReason.refused': 'no estimate',
  'planReason.no_grade': 'no reliability',
  'planReason.grade_d': 'reliability D',
  'planReason.not_recent': 'last known backlog is more than 6 months old',
  'planRefusal.not_planned': 'No search: the unit has no plan.',
  'planRefusal.backtest_failed':
    'No search: forecasts of earlier months missed their 80% interval too often. The plan is from experience only.',
  'planRefusal.backtest_too_short':
    'No search: too few earlier months to test forecasts. The plan is from experience only.',
  planFound: '{fte} funded FTE from {from}, beside the plan’s own (needed in 80% of draws: {range}).',
  planFoundAbove: 'more than {fte}',
  planReached: 'The target would be reached in {month}.',
  planDelay: 'A month of delay: {files} more (80%: {range}).',
  planAlready: 'No more staff is needed: probability {probability}.',
  planNever: 'No staffing up to {most} FTE reaches it: probability {probability} at most.',
  planWithNone: 'With none: probability {probability}.',
  planTested: 'Test on earlier months',
  planTestedAhead:
    '{ahead} months ahead: {forecasts} forecasts; in the 50% interval {cover50}%, in the 80% {cover80}%, in the 95% {cover95}%; mean error (CRPS, files) {crps}, last value {lastValue}, year before {seasonal}',
  planTestedNone: 'Too few earlier months to test.',
  planTestedUnits: 'Units: {passed} passed, {failed} missed too often, {short} with too few earlier months.',
} as const;

export const planFrench: Readonly<Record<keyof typeof planEnglish, string>> = {
  'help.plan':
    'Ce qui arriverait ensuite : l’arriéré dans 12, 24 et 36 mois, si rien ne change et si un plan est suivi. Avec --target, les ETP financés qu’un arriéré exige.',
  'option.planName': 'un plan enregistré des mêmes unités, par son nom',
  'option.growth': 'croissance annuelle des entrées, en part de -0,2 à 0,6 (sinon celle des 36 derniers mois)',
  'option.agreementEnds':
    'dernier mois de l’entente, AAAA-MM : le personnel et les heures supplémentaires financés prennent fin avec elle',
  'option.renewed': 'l’entente est renouvelée à sa fin',
  'option.fundedFte': 'ETP financés qui s’ajouteraient (avec --unit)',
  'option.fundedFrom': 'mois à compter duquel ils s’ajouteraient, AAAA-MM',
  'option.target':
    'chercher les ETP financés pour que l’arriéré soit d’au plus ce nombre (avec --unit, --from et --by)',
  'option.targetBy': 'mois à la fin duquel la cible est atteinte, AAAA-MM',
  'option.targetProbability': 'avec cette probabilité, de 0,5 à 0,95 (sinon 0,8)',
  'option.backtest': 'aussi ce que de telles prévisions auraient dit de mois passés',
  'option.planPdf':
    'imprimer l’annexe de deux pages d’une demande de renouvellement dans ce fichier (par l’application, --cli)',
  planPdfNeedsApplication:
    'Seule l’application imprime l’annexe : lancez-la avec --cli devant cette commande, ou omettez --pdf.',
  planPrinted: 'Annexe imprimée : {path}',
  planOneUnit: '--funded-fte et --target exigent --unit.',
  planNeedsFrom: 'Indiquez le mois à compter duquel le personnel s’ajouterait : --from AAAA-MM.',
  planNeedsBy: 'Indiquez le mois à la fin duquel la cible est atteinte : --by AAAA-MM.',
  planNotFound: 'Ces unités n’ont aucun plan enregistré « {name} ».',
  planTitle: 'Ce qui arriverait ensuite, si le plan est suivi',
  planMethod: 'À partir de la fin de {month}; {draws} tirages. Arriéré réel {files}. Plans enregistrés : {plans}.',
  planNoChange: 'Si rien ne change',
  planDrawn: 'Si le plan est suivi',
  planRenewed: 'Si le plan est suivi et l’entente renouvelée',
  planEnded: 'Si le plan est suivi et l’entente non renouvelée',
  planMark: '{month} : arriéré {middle} (80 % : {range}); {administrative} fermés administrativement d’ici là',
  planMarkWork:
    '{month} : arriéré {middle} (80 % : {range}), {work} mois de travail du personnel de base; {administrative} fermés administrativement d’ici là',
  planMore: '{month}, sans renouvellement : {middle} de plus (80 % : {range})',
  planGrowth: 'Entrées des 12 derniers mois par rapport aux 12 précédents : {growth} %',
  planRefused: '{code} : aucun plan',
  'planReason.refused': 'aucune estimation',
  'planReason.no_grade': 'sans fiabilité',
  'planReason.grade_d': 'fiabilité D',
  'planReason.not_recent': 'dernier arriéré connu de plus de 6 mois',
  'planRefusal.not_planned': 'Aucune recherche : l’unité n’a pas de plan.',
  'planRefusal.backtest_failed':
    'Aucune recherche : les prévisions de mois passés ont trop souvent manqué leur intervalle de 80 %. Le plan est donné à titre d’expérience seulement.',
  'planRefusal.backtest_too_short':
    'Aucune recherche : trop peu de mois passés pour vérifier les prévisions. Le plan est donné à titre d’expérience seulement.',
  planFound:
    '{fte} ETP financés à compter de {from}, en plus de ceux du plan (besoin dans 80 % des tirages : {range}).',
  planFoundAbove: 'plus de {fte}',
  planReached: 'La cible serait atteinte en {month}.',
  planDelay: 'Un mois de retard : {files} de plus (80 % : {range}).',
  planAlready: 'Aucun ajout de personnel n’est nécessaire : probabilité de {probability}.',
  planNever: 'Aucun effectif jusqu’à {most} ETP n’y suffit : probabilité d’au plus {probability}.',
  planWithNone: 'Sans ajout : probabilité de {probability}.',
  planTested: 'Vérification sur des mois passés',
  planTestedAhead:
    '{ahead} mois d’avance : {forecasts} prévisions; dans l’intervalle de 50 % {cover50} %, de 80 % {cover80} %, de 95 % {cover95} %; erreur moyenne (CRPS, dossiers) {crps}, dernière valeur {lastValue}, année précédente {seasonal}',
  planTestedNone: 'Trop peu de mois passés à vérifier.',
  planTestedUnits: 'Unités : {passed} réussies, {failed} trop souvent manquées, {short} avec trop peu de mois passés.',
};
