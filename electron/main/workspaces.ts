import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import type { KnownWorkspace } from '#contract/store/shell';
import type { Grants } from './grants.ts';
import { readJson, writeJson } from './jsonFile.ts';

const EXTENSION = '.vigie';
const MOST = 50;
const knownFile = z.object({ folders: z.array(z.string()) });
/** The readable part of a workspace: which kind it is, before any passphrase. */
const publicPart = z.object({ kind: workspaceKind, demonstration: z.boolean() });
/** The same of a workspace on a server, and where that is. */
const host = z.object({ host: z.string(), port: z.int() });
const connectionFile = z.object({ kind: workspaceKind, place: z.object({ hosts: z.array(host) }) });

export interface Workspaces {
  readonly known: () => readonly KnownWorkspace[];
  readonly describe: (folder: string) => KnownWorkspace;
  /** First in the list from now on. */
  readonly remember: (folder: string) => Promise<void>;
  readonly forget: (folder: string) => Promise<void>;
  /** Where the fictitious workspaces are built; made if need be. */
  readonly demonstrationFolder: () => Promise<string>;
}

/** The workspaces opened on this computer, latest first: their folders and nothing of what is inside. */
export function openWorkspaces(place: {
  readonly list: string;
  readonly demonstration: string;
  readonly grants: Grants;
}): Workspaces {
  const kept = knownFile.safeParse(readJson(place.list));
  let folders: readonly string[] = kept.success ? kept.data.folders : [];

  async function keep(next: readonly string[]): Promise<void> {
    folders = next.slice(0, MOST);
    await writeJson(place.list, { folders });
  }

  function describe(folder: string): KnownWorkspace {
    const name = basename(folder, EXTENSION);
    const sharesName = folders.some((each) => each !== folder && basename(each, EXTENSION) === name);
    const found = publicPart.safeParse(readJson(join(folder, 'keys.json')));
    const shared = connectionFile.safeParse(readJson(join(folder, 'server.json'))).data;
    return {
      grant: place.grants.give(folder, 'workspace'),
      name,
      parent: sharesName ? dirname(folder) : null,
      kind: found.data?.kind ?? shared?.kind ?? null,
      demonstration: dirname(folder) === place.demonstration || found.data?.demonstration === true,
      server: shared?.place.hosts.map((each) => `${each.host}:${String(each.port)}`).join(', ') ?? null,
    };
  }

  return {
    known: () => folders.map(describe),
    describe,
    remember: (folder) => keep([folder, ...folders.filter((each) => each !== folder)]),
    forget: (folder) => keep(folders.filter((each) => each !== folder)),
    demonstrationFolder: async () => {
      await mkdir(place.demonstration, { recursive: true });
      return place.demonstration;
    },
  };
}

/** As the store names it. */
export function folderOf(parent: string, name: string): string {
  return join(parent, `${name}${EXTENSION}`);
}
