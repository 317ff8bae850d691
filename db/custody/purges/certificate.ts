import type { Bilingual } from '#contract/ground/common';
import type { PurgeRow } from '#contract/custody/purges';
import type { HoldingBackup } from '#contract/store/backups';
import type { CivilDate } from '#contract/ground/dates';
import type { PrintedPage } from '#contract/ground/printedPage';
import { codeWords } from '#contract/words/codes';
import { none } from '#contract/words/common';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { paperPage, paragraph } from '../../documents/page/page.ts';
import { codeColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../documents/page/table.ts';

/** What the certificate says itself; what names a concept is in the glossary. */
const words = {
  title: { en: 'Certificate of destruction', fr: 'Certificat de destruction' },
  text: {
    en: 'The files below were destroyed in this workspace: their rows were deleted and the store was written again. Two different persons approved and carried it out.',
    fr: 'Les dossiers ci-dessous ont été détruits dans cet espace : leurs lignes ont été supprimées et la base a été réécrite. Deux personnes différentes ont approuvé et exécuté la destruction.',
  },
  rule: { en: 'Rule', fr: 'Règle' },
  until: { en: 'Keep until', fr: 'Conserver jusqu’au' },
  approvedBy: { en: 'Approved by', fr: 'Approuvé par' },
  purgedBy: { en: 'Carried out by', fr: 'Exécuté par' },
  purgedOn: { en: 'Destroyed on', fr: 'Détruit le' },
  backups: { en: 'Backups that still contain these files', fr: 'Sauvegardes qui contiennent encore ces dossiers' },
  noBackup: {
    en: 'No backup that can be reached still contains these files.',
    fr: 'Aucune sauvegarde accessible ne contient encore ces dossiers.',
  },
  backup: { en: 'Backup', fr: 'Sauvegarde' },
  place: { en: 'Location', fr: 'Emplacement' },
  workspace: { en: 'Workspace folder', fr: 'Répertoire de l’espace' },
  server: { en: 'Server', fr: 'Serveur' },
  dataCentre: { en: 'Made by the data centre: ask there', fr: 'Faites par le centre de données : s’y informer' },
  second: { en: 'Second backup location', fr: 'Second emplacement' },
  expires: { en: 'Removed from', fr: 'Retirée à partir du' },
  byHand: { en: 'when a person deletes it', fr: 'quand une personne la supprime' },
  unreachable: { en: 'Cannot be reached: may contain some', fr: 'Inaccessible : peut en contenir' },
} as const satisfies Record<string, Bilingual>;

interface Certificate {
  readonly language: Language;
  readonly unit: string;
  readonly marking: string;
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly purges: readonly PurgeRow[];
  /** Made before, of which each still holds the files. */
  readonly backups: readonly HoldingBackup[];
}

function backupTable(language: Language, backups: readonly HoldingBackup[]): Markup {
  const { say } = language;
  if (backups.length === 0) return paragraph(say(words.noBackup));
  const rows = backups.map(({ place, name, expiresAt }): readonly PaperCell[] => [
    name ?? say(place === 'server' ? words.dataCentre : words.unreachable),
    say(words[place]),
    expiresAt === null ? (name === null ? null : say(words.byHand)) : new Date(expiresAt).toISOString().slice(0, 10),
  ]);
  const columns = [wideColumn(words.backup), textColumn(words.place), textColumn(words.expires)];
  return paperTable(language, { caption: say(words.backups), columns, rows });
}

function ruleOf({ say, number }: Language, { class: of, years }: PurgeRow): string {
  if (of === null || years === null) return say(none);
  const length = { en: `${number(years)} years`, fr: `${number(years)} ans` };
  const one = { en: '1 year', fr: '1 an' };
  return `${say(codeWords.retentionClass[of])}, ${say(years === 1 ? one : length)}`;
}

/** Numbers, rules and persons, and nothing of what the files said. */
export function certificateOf({ language, unit, marking, on, today, purges, backups }: Certificate): PrintedPage {
  const { say, day } = language;
  const facts: readonly (readonly [Bilingual, string])[] = [
    [headings.unit, unit],
    [words.purgedOn, day(on)],
  ];
  const rows = purges.map((row): readonly PaperCell[] => [
    row.number,
    say(codeWords.fileKind[row.kind]),
    row.concludedOn,
    row.dueOn,
    ruleOf(language, row),
    row.approvedBy,
    row.purgedBy,
  ]);
  const columns = [
    codeColumn(fields.number),
    textColumn(fields.kind),
    textColumn(fields.concludedOn),
    textColumn(words.until),
    wideColumn(words.rule),
    textColumn(words.approvedBy),
    textColumn(words.purgedBy),
  ];
  return paperPage({
    language,
    title: say(words.title),
    marking,
    about: unit,
    made: `${say(fields.madeOn)} ${today}`,
    body: [
      markup`<dl>${facts.map(([label, value]) => markup`<dt>${say(label)}</dt><dd>${value}</dd>`)}</dl>`,
      paragraph(say(words.text)),
      paperTable(language, { caption: say(words.title), columns, rows }),
      backupTable(language, backups),
      paragraph(`${say(headings.signature)} : ______________________________`),
    ],
  });
}
