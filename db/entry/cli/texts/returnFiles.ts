/** What the command line says of the files that it wrote. */
export const returnFilesEnglish = {
  returnExported: 'Exported: {folder}',
  returnNotPrinted:
    'Without return.pdf: only the application prints it. Start it with --cli before this command, or export from the screen Returns.',
  pdfNeedsApplication:
    'Only the application prints return.pdf: start it with --cli before this command, or leave out --pdf.',
  returnReleased: 'Release written: {folder}',
  releaseCounts: 'Numbers: {counts}; suppressed: {suppressed}.',
} as const;

export const returnFilesFrench = {
  returnExported: 'Exporté : {folder}',
  returnNotPrinted:
    'Sans return.pdf : seule l’application l’imprime. Lancez-la avec --cli devant cette commande, ou exportez depuis l’écran Rapports trimestriels.',
  pdfNeedsApplication:
    'Seule l’application imprime return.pdf : lancez-la avec --cli devant cette commande, ou omettez --pdf.',
  returnReleased: 'Version diffusable écrite : {folder}',
  releaseCounts: 'Nombres : {counts}; supprimés : {suppressed}.',
} as const;
