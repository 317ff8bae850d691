import { z } from 'zod';
import { locale, workspaceKind } from '../ground/codes.ts';
import { nothing } from '../ground/common.ts';
import { shell } from '../ground/define.ts';
import { fileGrant } from '../ground/ids.ts';
import { otherHere } from './place.ts';

export const theme = z.enum(['auto', 'light', 'dark']);
export const density = z.enum(['compact', 'comfortable']);

/** Kept per computer, outside any workspace: nothing about cases. Without `letterKeys` a single letter does nothing (WCAG 2.1.4). */
export const preferences = z.object({ locale, theme, density, letterKeys: z.boolean() });
export type Preferences = z.infer<typeof preferences>;

export const about = z.object({
  version: z.string(),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  storeNode: z.string(),
  sqlite: z.string(),
  cipher: z.string(),
  platform: z.string(),
  /** `development` marks the older Electron used where the official one cannot be fetched. */
  runtime: z.enum(['official', 'development']),
});
export type About = z.infer<typeof about>;

/** A workspace's folder on this computer. The name is the folder's. */
export const knownWorkspace = z.object({
  grant: fileGrant,
  name: z.string(),
  /** The folder that it is in, where another of the same name is known: it tells a workspace from its copy. Otherwise the page has no path. */
  parent: z.string().nullable(),
  kind: workspaceKind.nullable(),
  demonstration: z.boolean(),
  /** The hosts of a workspace that lives on a server: the only ones to which the application connects. */
  server: z.string().nullable(),
});
export type KnownWorkspace = z.infer<typeof knownWorkspace>;

/** The sign-in that the demonstration shows on screen; null for a real workspace. */
export const demonstrationSignIn = z.object({ login: z.string(), passphrase: z.string() });

export const chosenFile = z.object({ grant: fileGrant, name: z.string(), bytes: z.int().min(0) });
export const filePurpose = z.enum([
  'referrals',
  'tip',
  'pack',
  'rollup',
  'exchange',
  'reference',
  'template',
  'funding',
  'framework',
  'offences',
  'violation_codes',
  'backup',
]);
export const savePurpose = z.enum([
  'pack',
  'exchange',
  'reference',
  'import_report',
  'calendar',
  'list_csv',
  'list_xlsx',
  'framework',
  'framework_schema',
  'funding_csv',
  'funding_xlsx',
  'kit',
  'figure_svg',
  'figure_png',
  'figure_csv',
  'figure_xlsx',
  'operation_csv',
  'statistics_csv',
  'paper_pdf',
]);

export const shellMethods = {
  'app.about': shell(nothing, about),
  'app.preferences': shell(nothing, preferences),
  'app.setPreferences': shell(preferences.partial(), preferences),
  /** Puts a text on the clipboard; a lock takes it off again. */
  'app.copy': shell(z.object({ text: z.string().min(1).max(4_000_000) }), nothing),
  'app.quit': shell(nothing, nothing),
  /** Shows a notification of the system that a deadline is near. It says nothing of any case. */
  'app.alert': shell(z.object({ locale }), nothing),
  /** Whether deadlines in hours run: the window is then closed only after the page has shown them. */
  'app.watchClocks': shell(z.object({ running: z.boolean() }), nothing),
  /** The workspace that is open in this window, if any; after a lock it is still named here and must be signed in to again. */
  'app.workspace': shell(nothing, z.object({ workspace: knownWorkspace.nullable() })),
  /** The page on which the user now signed in was when the window was locked; returned once. */
  'app.leftAt': shell(nothing, z.object({ path: z.string().nullable() })),
  'workspaces.known': shell(nothing, z.object({ workspaces: z.array(knownWorkspace) })),
  'workspaces.choose': shell(nothing, z.object({ workspace: knownWorkspace.nullable() })),
  'workspaces.chooseParent': shell(
    nothing,
    z.object({ folder: z.object({ grant: fileGrant, name: z.string() }).nullable() }),
  ),
  'workspaces.forget': shell(z.object({ grant: fileGrant }), nothing),
  /** Starts a store on the folder, and says whether another workspace lies there than when this computer last used it; failures are those of opening (`not_a_workspace`, `network_share`, `newer_schema`, ...). */
  'workspaces.open': shell(
    z.object({ grant: fileGrant }),
    z.object({ workspace: knownWorkspace, other: otherHere.nullable(), signIns: z.array(demonstrationSignIn) }),
  ),
  'workspaces.close': shell(nothing, nothing),
  'files.choose': shell(z.object({ purpose: filePurpose }), z.object({ file: chosenFile.nullable() })),
  'files.save': shell(
    z.object({ purpose: savePurpose, suggestedName: z.string().max(120) }),
    z.object({ file: z.object({ grant: fileGrant, name: z.string() }).nullable() }),
  ),
  'files.chooseFolder': shell(
    nothing,
    z.object({ folder: z.object({ grant: fileGrant, name: z.string() }).nullable() }),
  ),
  'files.reveal': shell(z.object({ grant: fileGrant }), nothing),
  /** Ends the store's process and reloads the page blank. */
  'session.lock': shell(nothing, nothing),
  /** Asks the running call that carries this job to stop. */
  'jobs.cancel': shell(z.object({ jobId: z.uuid() }), nothing),
};
