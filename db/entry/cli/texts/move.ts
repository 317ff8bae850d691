/** What `vigie workspace move` says. */
export const moveEnglish = {
  'help.workspaceMove':
    'Move a workspace from its folder to a PostgreSQL server, or back. It is copied and compared first, and moved once you confirm.',
  'option.moveTo':
    'folder to make, Name.vigie: of the workspace, or on the way to a server of the connection file that every desk gets a copy of',
  'option.moveYes': 'confirm the move; without it you are asked, and where nobody can be asked the copy is undone',
  moveServerNeeded: 'Name the server: --host and --database',
  moveAskPassword: 'Password of {user} on the server',
  moveCompared: 'Copied and compared: {place}; {rows} rows in {tables} tables, equal in number and digest',
  moveAudit: 'Audit journal: {entries} entries, unchanged; head {head}',
  movePeople: 'People who sign in with the same passphrase: {people}',
  moveWithout: 'People without access, to whom an administrator gives a first passphrase: {names}',
  moveAgain: 'An earlier copy that nobody had confirmed was replaced.',
  moveAsk: 'Move the workspace there? From then on it can only be read here. Type yes to confirm:',
  moveNotDone: 'Nothing was moved, and the copy was undone. Run it again with --yes to move.',
  moved: 'Moved; the workspace is opened by this folder: {folder}',
  movedNextServer: 'Next: copy that folder to every desk, and run “vigie server check”.',
  movedNextFolder: 'Next: make a backup with “vigie backup make”. On the server the workspace can only be read.',
} as const;

export const moveFrench: Readonly<Record<keyof typeof moveEnglish, string>> = {
  'help.workspaceMove':
    'Déplacer un espace de travail de son répertoire vers un serveur PostgreSQL, ou l’inverse. Il est d’abord copié et comparé, puis déplacé quand vous confirmez.',
  'option.moveTo':
    'répertoire à créer, Nom.vigie : celui de l’espace, ou vers un serveur celui du fichier de connexion dont chaque poste reçoit une copie',
  'option.moveYes':
    'confirmer le déplacement; sinon la question est posée et, si personne ne peut y répondre, la copie est annulée',
  moveServerNeeded: 'Nommez le serveur : --host et --database',
  moveAskPassword: 'Mot de passe de {user} sur le serveur',
  moveCompared:
    'Copie faite et comparée : {place}; {rows} lignes dans {tables} tables, pareilles en nombre et en empreinte',
  moveAudit: 'Journal d’audit : {entries} inscriptions, inchangées; tête {head}',
  movePeople: 'Personnes qui ouvrent une session avec la même phrase de passe : {people}',
  moveWithout: 'Personnes sans accès, à qui l’administration donne une première phrase de passe : {names}',
  moveAgain: 'Une copie antérieure que personne n’avait confirmée a été remplacée.',
  moveAsk:
    'Y déplacer l’espace de travail? Ensuite, il ne pourra être que consulté ici. Tapez oui (ou yes) pour confirmer :',
  moveNotDone: 'Rien n’a été déplacé et la copie est annulée. Relancez avec --yes pour déplacer.',
  moved: 'Espace déplacé; il s’ouvre par ce répertoire : {folder}',
  movedNextServer: 'Ensuite : copiez ce répertoire sur chaque poste et lancez « vigie server check ».',
  movedNextFolder:
    'Ensuite : faites une sauvegarde par « vigie backup make ». Sur le serveur, l’espace ne peut être que consulté.',
};
