/** What the command line says of the files that it wrote. */
export const returnFilesEnglish = {
  returnExported: 'Exported: {folder}',
  returnNotPrinted:
    'Without return.pdf: only the application prints it. Export from its screen Returns to have it too.',
  returnReleased: 'Written for release: {folder}',
  releaseCounts: 'Numbers: {counts}; suppressed: {suppressed}.',
} as const;

export const returnFilesFrench = {
  returnExported: 'Exporté : {folder}',
  returnNotPrinted:
    'Sans return.pdf : seule l’application l’imprime. Exportez depuis son écran Rapports pour l’avoir aussi.',
  returnReleased: 'Écrit pour diffusion : {folder}',
  releaseCounts: 'Nombres : {counts}; supprimés : {suppressed}.',
} as const;
