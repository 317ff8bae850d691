/** What `vigie plan` says. */
export const planEnglish = {
  'help.plan':
    'What would happen next: the backlog of 12, 24 and 36 months from now, if nothing changes and if a plan is followed. With --target, the funded FTE that a backlog needs.',
  'option.planName': 'a saved plan of the same units, by its name',
  'option.growth': 'growth of the inflow in a year, as a share from -0.2 to 0.6 (otherwise as in the last 36 months)',
  'option.step': 'a change of the inflow, as a share from -0.5 to 1 (with --step-from)',
  'option.stepFrom': 'month from which the inflow changes, YYYY-MM',
  'option.agreementEnds': 'last month of the agreement, YYYY-MM: funded staff and overtime end with it',
  'option.renewed': 'the agreement is renewed at its end',
  'option.fundedFte': 'funded FTE that would come (with --unit)',
  'option.fundedFrom': 'month from which they would come, YYYY-MM',
  'option.vacancies':
    'share of the positions that come which stay vacant, 0 to 1 (otherwise each unit’s own of the last 12 months)',
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
  planFromAlone: '--from needs --funded-fte or --target.',
  planVacanciesAlone: '--vacancies needs --funded-fte, --target or --plan.',
  planNeedsTarget: '--by and --probability need --target.',
  planStepNeedsBoth: 'Give both: --step and --step-from.',
  planNeedsEnd: 'No agreement ends in this plan: give --agreement-ends YYYY-MM with --renewed.',
  planByBeforeFrom: '--by is before --from: the staff would come after the target.',
  planMonthOutside: '{option}: {value} is not a planned month. Give one from {first} to {last}.',
  planNotFound: 'These units have no saved plan “{name}”.',
  planTitle: 'What would happen next, if the plan is followed',
  planNoUnits: 'No unit to plan in {month}.',
  planMethod: 'From the end of {month}; {draws} draws. Actual backlog {files}. Plans saved: {plans}.',
  planNoChange: 'If nothing changes',
  planDrawn: 'If the plan is followed',
  planRenewed: 'If the plan is followed and the agreement renewed',
  planEnded: 'If the plan is followed and the agreement not renewed',
  planMark:
    '{month}: backlog {middle} (80%: {range}); {administrative} closed administratively or transferred out by then',
  planMarkWork:
    '{month}: backlog {middle} (80%: {range}), {work} months of base staff work; {administrative} closed administratively or transferred out by then',
  planMore: '{month}, not renewed: {middle} more (80%: {range})',
  planGrowth: 'Inflow of the last 12 months on the 12 before: {growth}%',
  planRefused: '{code}: no plan',
  'planReason.refused': 'no estimate',
  'planReason.no_grade': 'no reliability grade',
  'planReason.grade_d': 'reliability D',
  'planReason.not_recent': 'last known backlog is more than 6 months old',
  'planRefusal.not_planned': 'No search: the unit has no plan.',
  'planRefusal.backtest_failed':
    'No search: in forecasts of earlier months the actual backlog fell outside the 80% interval too often. The plan is for information only.',
  'planRefusal.backtest_too_short':
    'No search: too few earlier months to test forecasts. The plan is for information only.',
  planFound: '{fte} funded FTE from {from}, in addition to the plan’s own (needed in 80% of draws: {range}).',
  planFoundVacant: 'Of these positions, {share}% stay vacant.',
  planLeaves: 'Funded staff leave with the agreement, at the end of {month}.',
  planFoundAbove: 'more than {fte}',
  planReached: 'The target would be reached in {month}.',
  planDelay: 'A month of delay: {files} more (80%: {range}).',
  planAlready: 'No more staff is needed: probability {probability}.',
  planNever: 'No staffing up to {most} FTE reaches it: probability {probability} at most.',
  planWithNone: 'With none: probability {probability}.',
  planTested: 'Test on earlier months',
  planTestedAhead:
    '{ahead} months ahead, all units: {forecasts} forecasts. Actual backlogs inside the 50% interval: {cover50}%; 80%: {cover80}%; 95%: {cover95}%. Mean error in files (CRPS): {crps}; if the last backlog were repeated, {lastValue}; if that of a year before, {seasonal}.',
  planTestedNone: 'Too few earlier months to test.',
  planTestedUnits:
    'Units: test passed, {passed}; too often outside the interval, {failed}; too few earlier months, {short}.',
} as const;

export const planFrench: Readonly<Record<keyof typeof planEnglish, string>> = {
  'help.plan':
    'Ce qui arriverait ensuite : l’arriéré dans 12, 24 et 36 mois, si rien ne change et si un plan est suivi. Avec --target, les ETP financés qu’un arriéré exige.',
  'option.planName': 'un plan enregistré des mêmes unités, par son nom',
  'option.growth': 'croissance annuelle des entrées, en part de -0,2 à 0,6 (sinon celle des 36 derniers mois)',
  'option.step': 'une variation des entrées, en part de -0,5 à 1 (avec --step-from)',
  'option.stepFrom': 'mois à compter duquel les entrées varient, AAAA-MM',
  'option.agreementEnds':
    'dernier mois de l’entente, AAAA-MM : le personnel et les heures supplémentaires financés prennent fin avec elle',
  'option.renewed': 'l’entente est renouvelée à sa fin',
  'option.fundedFte': 'ETP financés qui s’ajouteraient (avec --unit)',
  'option.fundedFrom': 'mois à compter duquel ils s’ajouteraient, AAAA-MM',
  'option.vacancies':
    'part des nouveaux postes qui reste vacante, de 0 à 1 (sinon celle de chaque unité, sur les 12 derniers mois)',
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
  planFromAlone: '--from exige --funded-fte ou --target.',
  planVacanciesAlone: '--vacancies exige --funded-fte, --target ou --plan.',
  planNeedsTarget: '--by et --probability exigent --target.',
  planStepNeedsBoth: 'Donnez les deux : --step et --step-from.',
  planNeedsEnd: 'Aucune entente ne prend fin dans ce plan : donnez --agreement-ends AAAA-MM avec --renewed.',
  planByBeforeFrom: '--by précède --from : le personnel arriverait après la cible.',
  planMonthOutside: '{option} : {value} n’est pas un mois prévu. Donnez-en un de {first} à {last}.',
  planNotFound: 'Ces unités n’ont aucun plan enregistré « {name} ».',
  planTitle: 'Ce qui arriverait ensuite, si le plan est suivi',
  planNoUnits: 'Aucune unité à planifier en {month}.',
  planMethod: 'À partir de la fin de {month}; {draws} tirages. Arriéré réel {files}. Plans enregistrés : {plans}.',
  planNoChange: 'Si rien ne change',
  planDrawn: 'Si le plan est suivi',
  planRenewed: 'Si le plan est suivi et l’entente renouvelée',
  planEnded: 'Si le plan est suivi et l’entente non renouvelée',
  planMark:
    '{month} : arriéré {middle} (80 % : {range}); {administrative} clos administrativement ou transférés d’ici là',
  planMarkWork:
    '{month} : arriéré {middle} (80 % : {range}), {work} mois de travail du personnel de base; {administrative} clos administrativement ou transférés d’ici là',
  planMore: '{month}, sans renouvellement : {middle} de plus (80 % : {range})',
  planGrowth: 'Entrées des 12 derniers mois par rapport aux 12 précédents : {growth} %',
  planRefused: '{code} : aucun plan',
  'planReason.refused': 'aucune estimation',
  'planReason.no_grade': 'fiabilité non évaluée',
  'planReason.grade_d': 'fiabilité D',
  'planReason.not_recent': 'dernier arriéré connu datant de plus de 6 mois',
  'planRefusal.not_planned': 'Aucune recherche : l’unité n’a pas de plan.',
  'planRefusal.backtest_failed':
    'Aucune recherche : dans les prévisions de mois passés, l’arriéré réel est trop souvent tombé hors de l’intervalle de 80 %. Le plan est donné à titre indicatif seulement.',
  'planRefusal.backtest_too_short':
    'Aucune recherche : trop peu de mois passés pour vérifier les prévisions. Le plan est donné à titre indicatif seulement.',
  planFound:
    '{fte} ETP financés à compter de {from}, en plus de ceux du plan (besoin dans 80 % des tirages : {range}).',
  planFoundVacant: 'De ces postes, {share} % restent vacants.',
  planLeaves: 'Le personnel financé part avec l’entente, à la fin de {month}.',
  planFoundAbove: 'plus de {fte}',
  planReached: 'La cible serait atteinte en {month}.',
  planDelay: 'Un mois de retard : {files} de plus (80 % : {range}).',
  planAlready: 'Aucun ajout de personnel n’est nécessaire : probabilité de {probability}.',
  planNever: 'Aucun effectif jusqu’à {most} ETP n’y suffit : probabilité d’au plus {probability}.',
  planWithNone: 'Sans ajout : probabilité de {probability}.',
  planTested: 'Vérification sur des mois passés',
  planTestedAhead:
    'À {ahead} mois, toutes les unités : {forecasts} prévisions. Arriérés réels contenus dans l’intervalle de 50 % : {cover50} %; de 80 % : {cover80} %; de 95 % : {cover95} %. Erreur moyenne en dossiers (CRPS) : {crps}; en répétant le dernier arriéré, {lastValue}; celui d’un an plus tôt, {seasonal}.',
  planTestedNone: 'Trop peu de mois passés à vérifier.',
  planTestedUnits:
    'Unités : vérification réussie, {passed}; trop souvent hors de l’intervalle, {failed}; trop peu de mois passés, {short}.',
};
