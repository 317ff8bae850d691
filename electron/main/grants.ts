import { randomUUID } from 'node:crypto';
import type { FileGrant } from '#contract/ground/ids';
import type { GrantAccess } from '#contract/store/storeProtocol';

/** A workspace's folder is opened by main; the store is given files and folders only. */
type GrantKind = 'workspace' | 'file';

interface Grant {
  readonly path: string;
  readonly kind: GrantKind;
  readonly access: GrantAccess;
}

export interface GrantedPath {
  readonly token: string;
  readonly path: string;
  readonly access: GrantAccess;
}

export interface Grants {
  readonly give: (path: string, kind: GrantKind, access?: GrantAccess) => FileGrant;
  readonly path: (token: string, kind: GrantKind) => string | null;
  /** The files and folders named in a call's input. */
  readonly named: (input: unknown) => readonly GrantedPath[];
  /** Forgets the files: who signs in next chooses again. */
  readonly forgetFiles: () => void;
}

/** What the user chose in a dialog. The page holds the token and never sees the path. */
export function createGrants(): Grants {
  const grants = new Map<string, Grant>();

  function path(token: string, kind: GrantKind): string | null {
    const grant = grants.get(token);
    return grant?.kind === kind ? grant.path : null;
  }

  return {
    give: (wanted, kind, access = 'read') => {
      // A workspace keeps its token, so that a list on screen stays good after it is read again.
      if (kind === 'workspace') {
        for (const [token, grant] of grants) {
          if (grant.kind === kind && grant.path === wanted) return token as FileGrant;
        }
      }
      const token = randomUUID() as FileGrant;
      grants.set(token, { path: wanted, kind, access });
      return token;
    },
    path,
    named: (input) => {
      // Every method of the contract names its grants in fields of the input itself or in a list there, not deeper.
      if (typeof input !== 'object' || input === null) return [];
      return Object.values(input)
        .flat()
        .flatMap((token: unknown) => {
          const found = typeof token === 'string' ? grants.get(token) : undefined;
          if (found?.kind !== 'file') return [];
          return [{ token: token as string, path: found.path, access: found.access }];
        });
    },
    forgetFiles: () => {
      for (const [token, grant] of grants) if (grant.kind === 'file') grants.delete(token);
    },
  };
}
