import type { WorkspaceKind } from '#contract/ground/codes';

/** The demonstration's data are invented, so its passphrases are shown on screen. */
export const demonstrationPassphrase = 'demonstration fictive 2026';

const logins = {
  unit: ['superviseure', 'enqueteur', 'administrateur', 'responsable'],
  coordination: ['coordonnatrice', 'administrateur'],
} as const satisfies Record<WorkspaceKind, readonly string[]>;

export function signInsOf(kind: WorkspaceKind): readonly { readonly login: string; readonly passphrase: string }[] {
  return logins[kind].map((login) => ({ login, passphrase: demonstrationPassphrase }));
}
