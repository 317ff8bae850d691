import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { z } from 'zod';
import type { FileGrant } from '#contract/ground/ids';
import type { chosenFile, filePurpose, savePurpose } from '#contract/store/shell';
import type { Grants } from './grants.ts';

type ChosenFile = z.output<typeof chosenFile>;
interface Chosen {
  readonly grant: FileGrant;
  readonly name: string;
}

/** Names that need no translation; the words of a dialog are the system's. */
const filters = {
  referrals: { name: 'XLSX, CSV', extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'tsv'] },
  tip: { name: 'PDF, XML, JSON', extensions: ['pdf', 'xml', 'json'] },
  pack: { name: 'Vigie', extensions: ['vigiepack'] },
  /** A pack, a form, or the manifest, chosen for the folder of its return. */
  rollup: { name: 'Vigie', extensions: ['vigiepack', 'json', 'xlsx', 'xlsm'] },
  exchange: { name: 'Vigie', extensions: ['vigieexchange'] },
  kit: { name: 'XLSX', extensions: ['xlsx'] },
  reference: { name: 'Vigie', extensions: ['vigieref'] },
  calendar: { name: 'iCalendar', extensions: ['ics'] },
  list_csv: { name: 'CSV', extensions: ['csv'] },
  list_xlsx: { name: 'XLSX', extensions: ['xlsx'] },
  framework: { name: 'JSON', extensions: ['json'] },
  framework_schema: { name: 'JSON Schema', extensions: ['json'] },
  template: { name: 'XLSX', extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'] },
  funding: { name: 'XLSX, CSV', extensions: ['xlsx', 'xlsm', 'csv', 'txt'] },
  offences: { name: 'JSON', extensions: ['json'] },
  backup: { name: 'Vigie', extensions: ['vigiebackup'] },
  violation_codes: { name: 'CSV', extensions: ['csv', 'txt'] },
  funding_csv: { name: 'CSV', extensions: ['csv'] },
  funding_xlsx: { name: 'XLSX', extensions: ['xlsx'] },
  import_report: { name: 'CSV', extensions: ['csv'] },
  figure_svg: { name: 'SVG', extensions: ['svg'] },
  figure_png: { name: 'PNG', extensions: ['png'] },
  figure_csv: { name: 'CSV', extensions: ['csv'] },
  figure_xlsx: { name: 'XLSX', extensions: ['xlsx'] },
  operation_csv: { name: 'CSV', extensions: ['csv'] },
  statistics_csv: { name: 'CSV', extensions: ['csv'] },
  paper_pdf: { name: 'PDF', extensions: ['pdf'] },
} as const satisfies Record<z.output<typeof filePurpose> | z.output<typeof savePurpose>, object>;

export async function chooseFile(
  window: BrowserWindow,
  grants: Grants,
  purpose: z.output<typeof filePurpose>,
): Promise<ChosenFile | null> {
  const { name, extensions } = filters[purpose];
  const path = await choosePath(window, {
    properties: ['openFile'],
    filters: [{ name, extensions: [...extensions] }],
  });
  if (path === null) return null;
  const found = await stat(path);
  // A pipe or a device has no end.
  if (!found.isFile()) return null;
  return { grant: grants.give(path, 'file'), name: basename(path), bytes: found.size };
}

export async function chooseFolder(window: BrowserWindow, grants: Grants): Promise<Chosen | null> {
  const path = await choosePath(window, { properties: ['openDirectory', 'createDirectory'] });
  return path === null ? null : { grant: grants.give(path, 'file', 'write'), name: basename(path) };
}

export async function chooseSavePlace(
  window: BrowserWindow,
  grants: Grants,
  { purpose, suggestedName }: { readonly purpose: z.output<typeof savePurpose>; readonly suggestedName: string },
): Promise<Chosen | null> {
  const { name, extensions } = filters[purpose];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), safeName(suggestedName)),
    filters: [{ name, extensions: [...extensions] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  const path = withExtension(filePath, extensions[0]);
  return { grant: grants.give(path, 'file', 'write'), name: basename(path) };
}

export function revealFile(grants: Grants, token: string): boolean {
  const path = grants.path(token, 'file') ?? grants.path(token, 'workspace');
  if (path !== null) shell.showItemInFolder(path);
  return path !== null;
}

export async function choosePath(window: BrowserWindow, options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** A page suggests a name, not a place. */
function safeName(suggested: string): string {
  return suggested.replace(/[/\\:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '');
}

/** Linux dialogs do not add it. Where adding it would name a file that exists, the user was not asked about that one. */
function withExtension(path: string, extension: string): string {
  const full = `${path}.${extension}`;
  return extname(path) !== '' || existsSync(full) ? path : full;
}
