/** What stands for an argument in a line of usage. */
export const argumentsEnglish = {
  'arg.options': 'options',
  'arg.command': 'command',
  'arg.folder': 'folder',
  'arg.place': 'place',
  'arg.head': 'hash[@entry]',
  'arg.file': 'file',
  'arg.name': 'name',
  'arg.code': 'code',
  'arg.month': 'month',
  'arg.quarter': 'quarter',
  'arg.number': 'number',
  'arg.fingerprint': 'fingerprint',
  'arg.hash': 'sha256',
  'arg.method': 'method',
} as const;

export const argumentsFrench = {
  'arg.options': 'options',
  'arg.command': 'commande',
  'arg.folder': 'dossier',
  'arg.place': 'nature',
  'arg.head': 'empreinte[@entrée]',
  'arg.file': 'fichier',
  'arg.name': 'nom',
  'arg.code': 'code',
  'arg.month': 'mois',
  'arg.quarter': 'trimestre',
  'arg.number': 'nombre',
  'arg.fingerprint': 'empreinte',
  'arg.hash': 'sha256',
  'arg.method': 'méthode',
} as const satisfies Record<keyof typeof argumentsEnglish, string>;
