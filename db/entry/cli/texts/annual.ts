/** What `vigie annual` says. */
export const annualEnglish = {
  'help.annual': 'Check, lock, export and verify annual reports; export a renewal annex.',
  'help.annualCheck': 'List what keeps an annual report from being locked. Exit code 4 if anything does.',
  'help.annualLock': 'Lock an annual report as it is now. It cannot be undone.',
  'help.annualExport': 'Write the files of a locked annual report, or of a draft, into a new folder.',
  'help.annualRenewal': 'Write the figures of a renewal request, from the locked returns of an agreement.',
  'option.year': 'fiscal year: 2026-27, or 2026 for the same (April 2026 to March 2027)',
  'option.lockYear': 'lock the annual report first, if nothing blocks',
  'option.draft': 'write the year as it is now, marked as a draft and not signed',
  'option.annualPdf': 'fail where the PDF cannot be printed: only the application prints, started with --cli',
  'option.renewalPlan': 'add the backlog to come under a plan saved for the agreement',
  badYear: '“{value}” is not a fiscal year: write 2026-27 or 2026.',
  renewalNoPlan: 'No plan “{plan}” is saved for this agreement.',
  annualTitle: 'Annual report of {agreement}, {year}',
  annualLocked: 'Locked: annual report of {agreement}, {year}',
  annualEmpty: 'No quarter of the year has a locked return.',
  annualInProgress: 'The year has not ended: export a draft until then.',
  annualUnexplained: 'Q{quarter}: neither a locked return nor a reason.',
  annualReady: 'Ready to lock.',
  annualNotPrinted: 'Without the PDF: only the application prints it. Start it with --cli before this command.',
  annualNeedsApplication:
    'Only the application prints the PDF: start it with --cli before this command, or leave out --pdf.',
} as const;

export const annualFrench = {
  'help.annual': 'Vérifier, verrouiller et exporter des rapports annuels; exporter une annexe de renouvellement.',
  'help.annualCheck': 'Énumérer ce qui empêche de verrouiller un rapport annuel. Code de sortie 4 s’il y a lieu.',
  'help.annualLock': 'Verrouiller un rapport annuel tel quel. C’est irréversible.',
  'help.annualExport':
    'Écrire les fichiers d’un rapport annuel verrouillé, ou d’une ébauche, dans un nouveau répertoire.',
  'help.annualRenewal':
    'Écrire les chiffres d’une demande de renouvellement, à partir des rapports verrouillés d’une entente.',
  'option.year': 'exercice : 2026-27, ou 2026 pour le même (d’avril 2026 à mars 2027)',
  'option.lockYear': 'verrouiller d’abord le rapport annuel, si rien ne bloque',
  'option.draft': 'écrire l’exercice dans son état actuel, avec la mention « ébauche » et sans signature',
  'option.annualPdf': 'échouer si le PDF ne peut pas être imprimé : seule l’application imprime, lancée avec --cli',
  'option.renewalPlan': 'ajouter l’arriéré à venir selon un plan enregistré pour l’entente',
  badYear: '« {value} » n’est pas un exercice : écrivez 2026-27 ou 2026.',
  renewalNoPlan: 'Aucun plan « {plan} » n’est enregistré pour cette entente.',
  annualTitle: 'Rapport annuel de {agreement}, {year}',
  annualLocked: 'Verrouillé : rapport annuel de {agreement}, {year}',
  annualEmpty: 'Aucun trimestre de l’exercice n’a de rapport verrouillé.',
  annualInProgress: 'L’exercice n’est pas terminé : exportez une ébauche d’ici là.',
  annualUnexplained: 'T{quarter} : ni rapport verrouillé ni motif.',
  annualReady: 'Prêt à verrouiller.',
  annualNotPrinted: 'Sans le PDF : seule l’application l’imprime. Lancez-la avec --cli devant cette commande.',
  annualNeedsApplication:
    'Seule l’application imprime le PDF : lancez-la avec --cli devant cette commande, ou omettez --pdf.',
} as const;
