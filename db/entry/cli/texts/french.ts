import { argumentsFrench } from './arguments.ts';
import { analyseFrench } from './analyse.ts';
import { filesFrench } from './files.ts';
import type { Texts } from './english.ts';
import { backupFrench } from './backup.ts';
import { annualFrench } from './annual.ts';
import { returnFilesFrench } from './returnFiles.ts';
import { planFrench } from './plan.ts';
import { rollupFrench } from './rollup.ts';
import { moveFrench } from './move.ts';
import { serverFrench } from './server.ts';

/** Plain spaces before colons and in guillemets: `typeset` makes them non-breaking. */
export const french = {
  ...argumentsFrench,
  ...backupFrench,
  ...annualFrench,
  ...returnFilesFrench,
  ...rollupFrench,
  ...serverFrench,
  ...moveFrench,
  ...planFrench,
  'heading.usage': 'Utilisation :',
  'heading.arguments': 'Arguments :',
  'heading.options': 'Options :',
  'heading.globalOptions': 'Options de toute commande :',
  'heading.commands': 'Commandes :',

  'help.vigie':
    'Dossiers, arriéré et rapports trimestriels des unités policières de lutte contre l’exploitation des enfants sur Internet.',
  'help.after': `Phrase de passe : la première ligne du fichier donné par --passphrase-file, ou de l’entrée
standard; sur un terminal elle est demandée sans être affichée. Elle n’est jamais prise d’un
argument ni de l’environnement, où d’autres programmes pourraient la lire.

Langue : --lang, sinon la première de VIGIE_LANG, LC_ALL et LANG qui est définie.

Avec --json, un seul document JSON est écrit sur la sortie standard :
  {"ok": true, "value": ...}   ou   {"ok": false, "error": {"code", "message", ...}}
  (avec les codes de sortie 3 et 4 : {"ok": false, "value": ...})

Codes de sortie :
  0  fait
  1  refus ou échec : le message dit ce qui est arrivé, ce qui est conservé et quoi faire
  2  la commande n’est pas écrite comme il faut
  3  la vérification a échoué
  4  des vérifications bloquent et le rapport n’a pas été verrouillé, ou une clé n’est pas confirmée`,
  'help.workspace': 'Créer, vérifier et déplacer des espaces de travail.',
  'help.workspaceCreate':
    'Créer un espace de travail chiffré et son premier administrateur. La clé de récupération est montrée une fois et n’est gardée nulle part.',
  'help.workspaceCheck': 'Lire tout le fichier d’un espace de travail et dire s’il est intact.',
  'help.import': 'Importer à partir d’un fichier.',
  'help.importReferrals':
    'Importer des signalements d’un fichier CSV ou XLSX dans un espace d’unité, en une seule transaction : toutes les nouvelles lignes ou aucune.',
  'help.due':
    'Montrer les échéances légales, chacune sous sa référence opaque, ou les rapports exigés par les ententes; les enregistrer comme calendrier.',
  'help.backlog': 'Afficher les mouvements et la tendance de l’arriéré de chaque unité pour une période.',
  'help.counterfactual':
    'Estimer l’arriéré sans le personnel et les heures supplémentaires financés par la Stratégie (méthode A). Un refus de la méthode est une réponse, avec ses motifs.',
  'help.analyse':
    'Analyser un tableau à vous par une méthode de Vigie. Aucun espace de travail n’est ouvert; le résultat est en JSON.',
  'help.pack': 'Exporter, importer et vérifier des transmissions trimestrielles.',
  'help.packExport':
    'Écrire la transmission signée d’un trimestre à partir d’un espace d’unité : chiffres par mois, aucun dossier.',
  'help.packImport': 'Vérifier une transmission et l’importer dans un espace de coordination.',
  'help.packVerify': 'Vérifier une transmission sur n’importe quel ordinateur, sans espace de travail.',
  'help.return': 'Vérifier, verrouiller et exporter des rapports trimestriels.',
  'help.returnCheck':
    'Énumérer les lacunes et les anomalies d’un rapport. Code de sortie 4 si une vérification empêche de le verrouiller.',
  'help.returnLock': 'Verrouiller un rapport tel quel. C’est irréversible.',
  'help.returnExport': 'Écrire les fichiers d’un rapport verrouillé dans un nouveau répertoire.',
  'help.returnRelease':
    'Écrire la version diffusable d’un rapport verrouillé : petits comptes supprimés ou tous les comptes arrondis.',
  'help.returnVerify': 'Vérifier un rapport exporté sur n’importe quel ordinateur, sans espace de travail.',
  'help.audit': 'Vérifier le journal d’audit.',
  'help.auditVerify': 'Recalculer la chaîne du journal d’audit.',
  'help.breach':
    'Dire en nombres ce que contenait un ordinateur, une sauvegarde ou une exportation perdus, et qui pouvait les ouvrir.',
  'help.demo': 'Construire la démonstration.',
  'help.demoPrepare': 'Construire les espaces fictifs dans un répertoire où ils ne se trouvent pas encore.',

  'option.demoAgain': 'mettre de nouveaux espaces à la place de ceux qui y sont',
  'option.help': 'afficher l’aide',
  'option.version': 'afficher la version',
  'option.lang': 'langue des messages, de l’aide et des comptes rendus',
  'option.json': 'écrire un seul document JSON, pour les machines',
  'option.workspace': 'répertoire de l’espace de travail, Nom.vigie',
  'option.login': 'identifiant de la personne qui ouvre la session',
  'option.auditHead': 'Tête notée plus tôt : le journal doit la contenir.',
  'option.auditFromFile': 'Transmission ou rapport dont le journal doit contenir la tête.',
  'option.lostBackup': 'la sauvegarde perdue, par son nom (sinon cet ordinateur)',
  'option.lostExport': 'l’exportation perdue, par le numéro de son inscription au journal d’audit',
  'option.breachOutput': 'écrire aussi le rapport dans ce fichier : .html, ou .pdf là où Vigie peut imprimer',
  'option.passphraseFile': 'fichier dont la première ligne est la phrase de passe (sinon l’entrée standard)',
  'option.place': 'nature d’un espace utilisé ailleurs : copy (copie à consulter) ou moved (original déplacé)',
  'option.olderReason':
    'ouvrir un espace plus ancien qu’à sa dernière utilisation sur cet ordinateur, et pourquoi : le motif va au journal d’audit',
  'option.kind': 'unit : dossiers d’un service; coordination : ententes et rapports',
  'option.coordinator': 'd’un espace de coordination : l’administrateur assure aussi la coordination du financement',
  'option.displayName': 'nom affiché de l’administrateur (sinon le nom d’utilisateur)',
  'option.mapping':
    'fichier JSON qui dit ce qu’est chaque colonne : {"columns": {"receivedOn": "Nom dans l’en-tête" ou rang à partir de 1, ...}, "headerLine", "dateOrder", "dates", "values": {"source": {"texte": code}, "conclusion", "unitCode", "riskBand"}, "unit", "sourceDefault", "encoding", "separator", "sheet"}; --suggest en écrit un',
  'option.suggest':
    'écrire l’association que propose Vigie, à corriger puis à donner avec --mapping; rien n’est importé',
  'option.acceptAssumed': 'importer même si plus d’un dixième des lignes reposent sur une même supposition',
  'option.defaultUnit': 'unité des lignes qui n’en nomment aucune',
  'option.dryRun': 'vérifier chaque ligne sans rien écrire',
  'option.report': 'écrire un CSV des lignes laissées de côté, avec le motif de chacune',
  'option.from': 'premier mois, AAAA-MM (sinon onze mois avant le dernier)',
  'option.to': 'dernier mois, AAAA-MM (sinon ce mois-ci)',
  'option.units': 'cette unité seulement; peut être répétée',
  'option.rampMonths': 'mois avant qu’une nouvelle recrue ait son plein rendement (sinon tiré au sort)',
  'option.overtimeProductivity':
    'rendement d’une heure supplémentaire par rapport à une heure normale, de 0,5 à 1,5 (1)',
  'option.substitutionShare': 'part du personnel financé qui aurait été embauché de toute façon, de 0 à 0,9 (0)',
  'option.inducedInflowShare': 'part des entrées qui n’existe qu’en raison du financement, de 0 à 0,5 (0)',
  'option.pooling': 'mesure dans laquelle les unités partagent la productivité de leur personnel financé',
  'option.capacityExponent': 'exposant du personnel dans la capacité d’une unité',
  'option.coupling': 'variation aléatoire de chaque mois, commune ou non aux séries réelle et estimée',
  'option.dueUnit': 'le code d’une unité; sinon toutes les vôtres',
  'option.calendar':
    'écrire aussi les échéances à venir dans ce nouveau fichier iCalendar (.ics), sans un mot d’aucun dossier',
  'option.backlogDefinition':
    'l’arriéré tel que chaque unité le compte, ou y compris les dossiers à la Couronne ou au tribunal',
  'option.sensitivity': 'changer aussi une hypothèse à la fois; environ dix fois plus long',
  'option.quarter': 'trimestre de l’exercice : 2026-27:2, ou 2026-T2 pour le même (de juillet à septembre 2026)',
  'option.packOutput': 'fichier à écrire; un fichier existant n’est pas remplacé',
  'option.confirmFingerprint': 'empreinte d’une nouvelle clé de signature, comparée avec l’unité',
  'option.agreement': 'code de l’entente',
  'option.contentHash': 'ne verrouiller que si le contenu est celui qui a été vérifié',
  'option.returnOutput': 'répertoire dans lequel l’exportation crée un nouveau répertoire',
  'option.releaseOutput': 'répertoire dans lequel la diffusion crée un nouveau répertoire',
  'option.releaseMethod':
    'supprimer les petits comptes et les cellules qui permettraient de les déduire, ou arrondir chaque compte aléatoirement',
  'option.releaseBase': 'base de l’arrondissement; avec la suppression, celle de l’intervalle de l’arriéré évité (5)',
  'option.lockFirst': 'verrouiller d’abord le rapport, si aucune vérification ne bloque',
  'option.pdf': 'échouer si return.pdf ne peut pas être imprimé : seule l’application imprime, lancée avec --cli',
  'option.semicolons': 'fichiers CSV à points-virgules, qu’Excel en français ouvre en tableaux',
  'option.data': 'fichier CSV avec en-tête; une cellule vide ou NA est manquante, jamais zéro',
  'option.spec':
    'fichier JSON qui dit ce qu’est chaque colonne; docs/analyse.md en montre la forme pour chaque méthode',
  'option.out': 'écrire aussi le résultat dans ce fichier; un fichier existant n’est pas écrasé',
  'argument.csv': 'fichier CSV ou XLSX de signalements',
  'argument.pack': 'transmission trimestrielle',
  'argument.returnFolder': 'répertoire d’un rapport exporté',
  'argument.demoFolder': 'répertoire dans lequel construire',
  'argument.method': 'une de : {methods}',

  unknownOption: 'L’option {name} n’existe pas.',
  unknownCommand: 'La commande « {name} » n’existe pas.',
  missingArgument: 'L’argument <{name}> manque.',
  optionMissingArgument: 'L’option {name} exige une valeur.',
  missingOption: 'L’option {name} est obligatoire.',
  excessArguments: '« {name} » a reçu plus d’arguments qu’elle n’en prend.',
  badUsage: 'La commande n’est pas écrite comme il faut.',
  seeHelp: 'Rien n’a été fait. Ajoutez --help pour voir ce qui peut s’écrire.',
  nothingDone: 'Rien n’a été modifié.',
  badQuarter: '« {value} » n’est pas un trimestre : écrivez 2026-27:2 ou 2026-T2.',
  badMonth: '« {value} » n’est pas un mois : écrivez-le sous la forme AAAA-MM.',
  monthNotOver: '--last-month : {value} n’est pas terminé. Donnez {latest} ou un mois antérieur.',
  badNumber: '{option} : « {value} » n’est pas un nombre de {low} à {high}.',
  badWhole: '{option} : « {value} » n’est pas un nombre entier de {low} à {high}.',
  badChoice: '{option} : « {value} » n’est pas l’un de {choices}.',
  badFingerprint:
    '« {value} » n’est pas une empreinte : elle compte seize groupes de quatre chiffres ou lettres de A à F.',
  monthsReversed: 'Le premier mois, {from}, suit le dernier, {to}.',
  oneScope: 'Donnez exactement une des options --unit, --agreement et --all.',
  coordinatorOfUnit: '--coordinator ne vaut que pour un espace de coordination.',
  noName: '« {path} » ne nomme aucun espace de travail.',
  noPassphrase:
    'Aucune phrase de passe n’a été donnée : mettez-la sur la première ligne d’un fichier ou de l’entrée standard.',
  passphrasesDiffer: 'Les deux phrases de passe diffèrent.',
  askPassphrase: 'Phrase de passe : ',
  askAgain: 'La même, de nouveau : ',
  importAsksFirst:
    'Le sens de {rows} lignes sur {all} est supposé : {texts}. Écrivez l’association avec --suggest, corrigez-la et donnez-la avec --mapping, ou ajoutez --accept-assumed. Rien n’a été importé.',
  noSuchColumn: 'Le fichier n’a pas de colonne « {column} ». Ses colonnes : {columns}',
  noSuchUnit: 'Aucune unité n’a le code « {code} » ici. Connues : {known}',
  noSuchAgreement: 'Aucune entente n’a le code « {code} » ici. Connues : {known}',
  notAccepted: 'non accepté',
  reference: 'Référence : {reference}',
  notAvailable: '..',

  created: 'Créé : {folder}',
  recoveryKey: 'Clé de récupération : {key}',
  recoveryKeyAdvice:
    'Notez-la et gardez-la loin de cet ordinateur : elle n’est plus montrée ensuite et n’est gardée nulle part.',
  createdNextUnit:
    'Ensuite, dans l’application : l’administrateur ajoute les unités et les personnes, qui importent et comptent.',
  createdNextPacks: 'Ensuite, dans l’application : les ententes et leurs unités, puis les transmissions.',
  createdNextCoordination:
    'Ensuite, dans l’application : l’administrateur ajoute une personne à la coordination, qui importe les transmissions.',

  tab: 'tabulation',
  importFormat: 'Format : {encoding}, séparateur {separator}',
  importSheets: 'Format : XLSX. Feuilles lues : {sheets}',
  mappingGiven: 'Colonnes, selon le fichier d’association :',
  mappingRemembered: 'Colonnes, telles que retenues pour cet en-tête :',
  mappingSuggested: 'Colonnes, d’après leurs noms :',
  otherHeader: '  La ligne {line} a des colonnes absentes du premier tableau, qui ne sont pas lues : {text}',
  columnsNotRead: 'Colonnes qui ne sont pas lues : {columns}',
  columnsFound: 'Colonnes du fichier : {columns}',
  importRows: 'Lignes : {rows}',
  suggestionWritten: 'Association écrite : {path}. Corrigez-la, puis importez avec --mapping.',
  rowsMarked: 'Lignes marquées seulement par une couleur (Vigie ne lit pas les couleurs) : {rows}',
  linesPassedOver: 'Lignes qui ne sont pas des signalements (totaux, titres, notes) : {lines}',
  importReasons: 'Motifs des lignes écartées, ou ce qu’elles partagent :',
  imported: 'Signalements importés : {imported}',
  importDryRun: 'Rien n’a été écrit (--dry-run).',
  reportWritten: 'Compte rendu des lignes laissées de côté : {path}',

  dueDays: '{days} j',
  dueCounts: 'En retard : {overdue}; aujourd’hui : {today}; avec rappel : {reminder}',
  calendarWritten: 'Calendrier de {events} échéances écrit : {path}',
  backlogTitle: 'Mouvements de l’arriéré, de {from} à {to}',
  unit: 'Unité',
  total: 'Total ({covered}/{units})',
  movement: 'Arriéré',
  movements:
    'Unités où l’arriéré est en hausse : {grew}; stable : {held}; en baisse : {fell}; non comparables : {unknown}',
  waitingTitle: 'État des éléments ouverts aujourd’hui (toutes vos unités) :',
  olderThanYear: 'Ouverts depuis plus d’un an : {files}',

  estimateTitle: 'Arriéré sans le personnel et les heures supplémentaires financés par la Stratégie',
  estimateMethod: 'Méthode A (modèle de capacité). Mois jusqu’à {month}; {draws} tirages.',
  assumptions: 'Hypothèses :',
  rampEstimated: 'estimés',
  estimateTotal: 'Total des {covered} unités qui ont une estimation, sur {asked} demandées',
  totalGrade: 'Fiabilité du total : {grade}',
  estimateUnit: '{code} : fiabilité {grade}',
  estimateUnitNoGrade: '{code} : fiabilité non évaluée',
  estimateRefused: '{code} : aucune estimation',
  backlogNow: 'Arriéré, {month} : {files}',
  backlogNowTotal: 'Arriéré : {files}',
  sceptic80: 'En partant d’un effet nul du personnel financé : {low} à {high} de moins (intervalle de 80 %)',
  avoided80:
    'Dossiers de moins que sans le personnel ni les heures supplémentaires financés : de {low} à {high} (intervalle de 80 %)',
  avoided95:
    'Dossiers de moins que sans le personnel ni les heures supplémentaires financés : de {low} à {high} (intervalle de 95 %)',
  avoidedMedian: 'Dossiers de moins que sans le personnel ni les heures supplémentaires financés : {files} (médiane)',
  probabilityBelow:
    'Probabilité d’un arriéré inférieur à celui sans le personnel ni les heures supplémentaires financés : {probability}',
  gradeReason: 'Fiabilité : {reason}',
  caution: 'Réserve : {caution}',
  sensitivity: 'Sous d’autres hypothèses (intervalle de 80 %) :',
  range: 'de {low} à {high}',

  sha256: 'SHA-256 : {hash}',
  fingerprint: 'Empreinte de la clé : {fingerprint}',
  fingerprintAdvice:
    'Le contenu est tel que signé avec cette clé. Pour confirmer à qui est la clé, comparez l’empreinte au téléphone.',
  packWritten: 'Transmission du {quarter} écrite : {path}',
  packGaps: 'Inconnu, laissé en blanc dans la transmission :',
  packKeyFound: '{name} signe avec : {fingerprint}',
  packImported: 'Transmission importée : {name}, {quarter}',
  packBrought: 'Valeurs : {values}; unités ajoutées : {units}',
  packVerified: 'Vérifié : {name}, {quarter}',
  packUnits: 'Unités : {units}',
  notVerified: 'Non vérifié : {path}',

  returnTitle: 'Rapport de {agreement}, {quarter}',
  returnLockedBy: 'Verrouillé par {by}',
  checksBlock: 'Vérifications bloquantes : {blocking}; avertissements : {warnings}. Le rapport n’est pas verrouillé.',
  checksClear: 'Prêt à verrouiller; avertissements : {warnings}',
  blocks: 'bloque',
  warning: 'avertissement',
  wholeAgreement: 'toute l’entente',
  'fix.explain': 'Expliquez-le dans l’application, à côté du chiffre.',
  'fix.narrative': 'Écrivez-le dans l’application, au rapport.',
  'fix.funding': 'Corrigez ou expliquez dans l’application, sous Financement.',
  'fix.entered': 'Saisissez-le dans l’application, sous Cadre.',
  'fix.reasons': 'Donnez les motifs dans l’application, au redressement.',
  'fix.packs': 'Importez la transmission.',
  'fix.agreements': 'Modifiez l’entente.',
  'fix.unit_workspace': 'L’unité corrige dans son propre espace et transmet de nouveau.',
  'fix.counterfactual': 'Voyez les données qui manquent à l’estimation.',
  contentHash: 'SHA-256 du contenu : {hash}',
  returnLocked: 'Verrouillé : {agreement}, {quarter}',
  returnVerified: 'Vérifié : {path}',
  'problem.manifest_missing': 'Le manifeste est absent.',
  'problem.manifest_invalid': 'Le manifeste n’a pas été produit par Vigie.',
  'problem.manifest_newer': 'Le manifeste vient d’une version plus récente de Vigie : vérifiez avec celle-ci.',
  'problem.signature_invalid': 'La signature ne correspond pas au manifeste.',
  'problem.file_missing': 'Un fichier manque.',
  'problem.file_extra': 'Un fichier ne figure pas au manifeste.',
  'problem.file_changed': 'Un fichier a été modifié après la signature.',
  'problem.file_linked': 'Ce n’est qu’un lien. Copiez dans le répertoire ce à quoi il mène.',
  'problem.content_invalid': 'Le contenu n’est pas un rapport valide.',
  'problem.content_hash_differs': 'Le contenu diffère de ce qui a été verrouillé.',

  workspaceWhole: 'Le fichier de l’espace de travail est intact : {pages} pages ont été lues.',
  auditIntact: 'Le journal d’audit est intact : {entries} entrées.',
  auditHead: 'Tête du journal d’audit : {head}',
  auditTail:
    'Sans une tête antérieure, des entrées coupées à la fin ne peuvent être décelées. Donnez-en une par --head ou --from-file : une transmission, un rapport ou une sauvegarde la porte.',
  auditValues:
    'Valeurs comparées à leurs empreintes : {checked}. Oubliées à la suite d’un scellé ou d’une élimination : {forgotten}.',
  auditHeadFound: 'Le journal contient la tête donnée, à l’entrée {entry} : rien n’a été modifié ni coupé jusque-là.',
  auditHeadMissing:
    'Le journal ne contient pas la tête donnée : il a été coupé ou réécrit, ou la tête vient d’un autre espace de travail. Laissez l’espace tel quel et avisez votre responsable de la sécurité.',
  auditHeadInvalid:
    'Ce n’est pas une tête de journal d’audit : {head}. Elle compte 64 chiffres hexadécimaux, avec ou sans @ et le numéro d’entrée.',
  auditNoHead:
    'Aucune tête de journal d’audit dans {path}. Donnez une transmission, ou le return.json ou manifest.json d’un rapport.',
  auditBroken: 'Le journal d’audit est rompu à l’entrée {entry}.',
  auditBrokenAdvice: 'Il a été modifié hors de Vigie. Laissez l’espace tel quel et avisez votre soutien technique.',

  undeclared:
    'Une réponse de {method} contenait {path}, que Vigie ne déclare pas; ce champ a été retiré. Veuillez le signaler.',
  demoNotice: 'Démonstration : tout est inventé dans cet espace.',
  demoReady: 'La démonstration est prête; tout y est inventé :',
  demoPassphrase: 'Phrase de passe de toutes les personnes : {passphrase}',
  ...analyseFrench,
  ...filesFrench,
} as const satisfies Texts;
