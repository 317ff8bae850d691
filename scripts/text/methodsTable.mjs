// Every method of the contract, who may call it and what it leaves in the audit: written from the code, in both languages.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../electron/contract/index.ts';
import english from '../../electron/contract/words/acts.en.json' with { type: 'json' };
import french from '../../electron/contract/words/acts.fr.json' with { type: 'json' };
import { workspace } from '../../electron/contract/words/workspace.ts';

const acts = { en: english, fr: french };

const words = {
  en: {
    title: '# Methods',
    other: '*[Français](methods.fr.md)*',
    text: 'All that a page or the command line may ask, who may ask it, and what it leaves in the audit. Written from the contract by `npm run docs:words`; `npm run check` fails where it is out of date. A refusal leaves an entry too, whatever the method.',
    sections: {
      nobody: '## Before sign-in',
      both: '## In both kinds of workspace',
      unit: '## In a unit workspace',
      coordination: '## In a coordination workspace',
      shell: '## The window itself',
    },
    shellText:
      'Answered by the main process: dialogs, preferences, the list of workspaces and the lock. None of them has a key, and none reads a workspace but its kind.',
    heads: ['Method', 'What it does', 'Type', 'Who', 'Reach', 'In the audit'],
    type: { read: 'read', write: 'write', action: 'action' },
    anyone: 'Anyone signed in',
    nobody: 'Nobody signed in',
    allAgreements: 'all agreements',
    scope: {
      unit: 'its unit',
      units: 'its units',
      referral: 'its referral',
      referrals: 'its referrals',
      investigation: 'its investigation',
      otherInvestigation: 'both investigations',
      file: 'its file',
      agreement: 'its agreement',
      fundingChange: 'its agreement',
      dueReport: 'its agreement',
      pack: 'its pack',
      lockedReturn: 'its return',
      template: 'its template',
      unitCode: 'its unit',
      quarter: 'its quarter',
    },
    audit: {
      entry: 'an entry',
      view: 'an entry for each view',
      part: 'covered by the view of the file',
      rows: 'one entry for a burst, with rows',
      search: 'one entry for a burst, with rows and words',
      figures: 'nothing: aggregate figures',
      reference: 'nothing: catalogues, rules, accounts',
      own: 'nothing: the caller’s own',
      programme: 'nothing: agreements and money',
      preview: 'nothing: a file that the caller chose, before it is kept',
    },
  },
  fr: {
    title: '# Méthodes',
    other: '*[English](methods.md)*',
    text: 'Tout ce qu’une page ou la ligne de commande peut demander, qui peut le demander et ce qui en reste au journal. Écrit à partir du contrat par `npm run docs:words`; `npm run check` échoue quand ce n’est plus à jour. Un refus laisse aussi une inscription, quelle que soit la méthode.',
    sections: {
      nobody: '## Avant l’ouverture de session',
      both: '## Dans les deux sortes d’espaces',
      unit: '## Dans un espace d’unité',
      coordination: '## Dans un espace de coordination',
      shell: '## La fenêtre elle-même',
    },
    shellText:
      'Répond le processus principal : dialogues, préférences, liste des espaces et verrouillage. Aucune de ces méthodes n’a de clé, et aucune ne lit d’un espace autre chose que sa sorte.',
    heads: ['Méthode', 'Ce qu’elle fait', 'Type', 'Qui', 'Portée', 'Au journal'],
    type: { read: 'lecture', write: 'écriture', action: 'action' },
    anyone: 'Toute session ouverte',
    nobody: 'Sans session',
    allAgreements: 'toutes les ententes',
    scope: {
      unit: 'son unité',
      units: 'ses unités',
      referral: 'son signalement',
      referrals: 'ses signalements',
      investigation: 'son enquête',
      otherInvestigation: 'les deux enquêtes',
      file: 'son dossier',
      agreement: 'son entente',
      fundingChange: 'son entente',
      dueReport: 'son entente',
      pack: 'sa transmission',
      lockedReturn: 'son rapport',
      template: 'son gabarit',
      unitCode: 'son unité',
      quarter: 'son trimestre',
    },
    audit: {
      entry: 'une inscription',
      view: 'une inscription par consultation',
      part: 'couverte par la consultation du dossier',
      rows: 'une inscription par série, avec les lignes',
      search: 'une inscription par série, avec les lignes et les mots',
      figures: 'rien : chiffres agrégés',
      reference: 'rien : catalogues, règles, comptes',
      own: 'rien : ce qui est à l’appelant',
      programme: 'rien : ententes et argent',
      preview: 'rien : un fichier choisi par l’appelant, avant d’être conservé',
    },
  },
};

/** @param {string} name @returns {keyof typeof words.en.sections} */
function sectionOf(name) {
  const method = contract[name];
  if (method.type === 'shell') return 'shell';
  if (method.roles === 'nobody') return 'nobody';
  return method.workspace ?? 'both';
}

function whoMay(language, { roles }) {
  if (typeof roles === 'string') return words[language][roles];
  return roles.map((each) => workspace.role[each][language]).join(', ');
}

function reachOf(language, { scope = {}, allAgreements }) {
  const named = [...new Set(Object.keys(scope).map((each) => words[language].scope[each]))];
  return [...named, ...(allAgreements ? [words[language].allAgreements] : [])].join(', ');
}

function leftBy(language, { audited }) {
  const kind = typeof audited === 'object' ? audited.not : (audited ?? 'entry');
  return words[language].audit[kind];
}

function row(language, name) {
  const method = contract[name];
  const [group, act] = name.split('.');
  return [
    `\`${name}\``,
    acts[language][group][act],
    words[language].type[method.type],
    whoMay(language, method),
    reachOf(language, method),
    leftBy(language, method),
  ];
}

const line = (cells) => `| ${cells.join(' | ')} |`;

/** @param {'en' | 'fr'} language @returns {string} the whole page */
export function methodsPage(language) {
  const { title, other, text, sections, shellText, heads } = words[language];
  const names = Object.keys(contract).toSorted();
  const parts = Object.keys(sections).flatMap((section) => {
    const own = names.filter((name) => sectionOf(name) === section);
    if (section === 'shell') return [sections.shell, shellText, own.map((name) => `\`${name}\``).join(', ')];
    const table = [line(heads), `|${'---|'.repeat(heads.length)}`, ...own.map((name) => line(row(language, name)))];
    return [sections[section], table.join('\n')];
  });
  return `${[title, other, text, ...parts].join('\n\n')}\n`;
}

export const methodsPages = { en: 'docs/methods.md', fr: 'docs/methods.fr.md' };

export async function writeMethods(root) {
  for (const [language, path] of Object.entries(methodsPages)) await writeFile(join(root, path), methodsPage(language));
}

/** @returns {Promise<string[]>} the pages that are not as the contract is now */
export async function methodsProblems(root) {
  const problems = [];
  for (const [language, path] of Object.entries(methodsPages)) {
    const text = await readFile(join(root, path), 'utf8').catch(() => '');
    if (text !== methodsPage(language)) problems.push(`${path} is not what the contract says now: npm run docs:words`);
  }
  return problems;
}
