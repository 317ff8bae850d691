/** What the command line says of the files that it wrote. */
export const returnFilesEnglish = {
  returnExported: 'Exported: {folder}',
  returnNotPrinted:
    'Without return.pdf: only the application prints it. Start it with --cli before this command, or export from the screen Returns.',
  pdfNeedsApplication:
    'Only the application prints return.pdf: start it with --cli before this command, or leave out --pdf.',
  'option.verifyKey': 'fingerprint of the key that should have signed, as compared with the sender',
  returnIntact: 'Unchanged since it was signed, by a signer who is unknown: {path}',
  returnFacts: '{agreement}, {quarter}, locked on {date}',
  annualFacts: '{agreement}, annual report, {year}, locked on {date}',
  returnVersion: 'Version {version}',
  returnSupersedes: 'Supersedes version {version}',
  returnSuperseded: 'SUPERSEDED by version {version}, in the folder {folder}',
  filesIgnored: 'Ignored, left by the computer: {files}',
  signerExpected: 'Signed with the key that you named.',
  signerUnknown:
    'Anybody can sign with a key of their own. To know who signed, compare the fingerprint by telephone, then verify with --key.',
  'problem.signer_differs': 'Signed with another key than the one named: it may have been altered and signed again.',
  returnReleased: 'Release written: {folder}',
  releaseCounts: 'Numbers: {counts}; suppressed: {suppressed}.',
} as const;

export const returnFilesFrench = {
  returnExported: 'Exporté : {folder}',
  returnNotPrinted:
    'Sans return.pdf : seule l’application l’imprime. Lancez-la avec --cli devant cette commande, ou exportez depuis l’écran Rapports trimestriels.',
  pdfNeedsApplication:
    'Seule l’application imprime return.pdf : lancez-la avec --cli devant cette commande, ou omettez --pdf.',
  'option.verifyKey': 'empreinte de la clé qui devait signer, telle que comparée avec l’expéditeur',
  returnIntact: 'Inchangé depuis sa signature, par un signataire inconnu : {path}',
  returnFacts: '{agreement}, {quarter}, verrouillé le {date}',
  annualFacts: '{agreement}, rapport annuel, {year}, verrouillé le {date}',
  returnVersion: 'Version {version}',
  returnSupersedes: 'Remplace la version {version}',
  returnSuperseded: 'REMPLACÉ par la version {version}, dans le répertoire {folder}',
  filesIgnored: 'Ignorés, laissés par l’ordinateur : {files}',
  signerExpected: 'Signé avec la clé que vous avez indiquée.',
  signerUnknown:
    'N’importe qui peut signer avec sa propre clé. Pour savoir qui a signé, comparez l’empreinte au téléphone, puis vérifiez avec --key.',
  'problem.signer_differs': 'Signé avec une autre clé que celle indiquée : il a pu être modifié et signé de nouveau.',
  returnReleased: 'Version diffusable écrite : {folder}',
  releaseCounts: 'Nombres : {counts}; supprimés : {suppressed}.',
} as const;
