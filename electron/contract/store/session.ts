import { z } from 'zod';
import { role, workspaceKind, type Role, type WorkspaceKind } from '../ground/codes.ts';
import { line, nothing } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { movedTo, placeAnswer } from './place.ts';
import { agreementId, fileGrant, jobId, unitId, userId } from '../ground/ids.ts';

/** No rule about its letters: how many tries find it is judged where it is chosen (`passphrase_weak`). */
export const passphrase = z.string().min(12).max(256);

/** What makes a passphrase easy to guess. */
export const passphraseWeakness = z.enum(['repeats', 'keyboard', 'dates', 'names', 'common']);
export type PassphraseWeakness = z.infer<typeof passphraseWeakness>;

const passphraseStrength = z.object({
  /** Of zxcvbn: 0 is found at once, 4 after more than 10^10 tries. */
  score: z.int().min(0).max(4),
  isEnough: z.boolean(),
  /** Null where it is strong enough. */
  weakness: passphraseWeakness.nullable(),
});
export type PassphraseStrength = z.infer<typeof passphraseStrength>;

export const session = z.object({
  user: z.object({ id: userId, login: z.string(), displayName: z.string() }),
  roles: z.array(role),
  unitIds: z.array(unitId),
  /** Another person knows the passphrase: nothing is approved with it. */
  mustChangePassphrase: z.boolean(),
  /** Of a coordinator who sees some agreements only; null: all of them, and in a unit workspace. */
  agreementIds: z.array(agreementId).nullable(),
  workspace: z.object({
    id: z.uuid(),
    kind: workspaceKind,
    name: z.string(),
    demonstration: z.boolean(),
    /** A demonstration's own day. */
    day: z.exactOptional(civilDate),
    marking: z.string(),
    idleMinutes: z.int(),
    /** Where it was moved to: from then on nothing is written here. */
    movedTo: z.exactOptional(movedTo),
  }),
});
export type Session = z.infer<typeof session>;

/** An administrator gives rights over every agreement, and so sees them all. */
export function maySeeSomeOnly(roles: readonly string[]): boolean {
  return roles.includes('coordinator') && !roles.includes('administrator');
}

/** The roles that have something to do in a kind of workspace. */
export const rolesIn = {
  unit: ['investigator', 'supervisor', 'administrator', 'records_officer'],
  coordination: ['coordinator', 'administrator', 'records_officer'],
} as const satisfies Record<WorkspaceKind, readonly Role[]>;

/** Who works on files, or holds and seals them, does so in units; an administrator reaches every unit, and a coordination workspace has no files. */
const rolesOfUnits: readonly string[] = ['investigator', 'supervisor', 'records_officer'];

export function needsUnit(kind: WorkspaceKind, roles: readonly string[]): boolean {
  return kind === 'unit' && roles.some((each) => rolesOfUnits.includes(each));
}

/** With fewer victims than this in a quarter, a table crossed by another trait may name one. */
export const fewVictims = z.int().min(2).max(1000);

export const newWorkspace = z.object({
  parent: fileGrant,
  name: line(60).regex(/^[^/\\:*?"<>|.][^/\\:*?"<>|]*$/),
  kind: workspaceKind,
  login: line(40),
  displayName: line(80),
  passphrase,
  /** Of a coordination workspace: its first administrator is its coordinator too. */
  isCoordinator: z.boolean().default(false),
});

/** A unit workspace has no coordinator. */
const workspaceWanted = newWorkspace.refine(({ kind, isCoordinator }) => kind === 'coordination' || !isCoordinator, {
  path: ['isCoordinator'],
});

const whole = z.object({ at: z.int(), pages: z.int() });

/** Why a store that is older than this computer last saw it is opened all the same. */
export const olderReason = line(200).optional();

/** Why one that is another than this computer last used in the folder (`workspace_other`) is opened all the same. */
export const otherReason = line(200).optional();

export const sessionMethods = {
  /** Creates the folder `Name.vigie` and signs its first administrator in. The recovery key is shown once and kept nowhere. */
  'workspace.create': action(workspaceWanted, z.object({ recoveryKey: z.string(), session }), { roles: 'nobody' }),
  /** Builds the fictitious workspaces into the given folder where they are not there yet; `again` puts new ones in their place. */
  'demonstration.prepare': action(
    z.object({ jobId, again: z.boolean().optional() }),
    z.object({ folders: z.array(z.string()) }),
    {
      audited: { not: 'own' },
      roles: 'nobody',
    },
  ),
  'session.signIn': action(
    z.object({
      login: line(40),
      passphrase: z.string().min(1).max(256),
      olderReason,
      otherReason,
      /** Where the store was last used elsewhere (`workspace_moved`). */
      place: placeAnswer.optional(),
    }),
    session,
    {
      roles: 'nobody',
      touches: ['session'],
    },
  ),
  'session.current': read(nothing, z.object({ session: session.nullable() }), {
    roles: 'nobody',
    audited: { not: 'own' },
  }),
  /** Of a passphrase as it is typed; `about` is what others know of its owner. Nothing of it is kept. */
  'passphrase.strength': action(
    z.object({ passphrase: z.string().max(256), about: z.array(z.string().max(256)).max(4) }),
    passphraseStrength,
    { roles: 'nobody', audited: { not: 'own' } },
  ),
  'session.changePassphrase': action(z.object({ current: z.string().max(256), next: passphrase }), nothing, {
    roles: 'anyone',
    touches: ['session', 'users'],
  }),
  /** When the store's file was last read from end to end and found whole. */
  'workspace.state': read(nothing, z.object({ lastWhole: whole.nullable() }), {
    roles: 'anyone',
    audited: { not: 'reference' },
  }),
  /** Reads the whole file now. Where it is damaged, the store closes. */
  'workspace.check': action(nothing, whole, { roles: 'anyone', touches: ['settings'] }),
  'settings.get': read(nothing, z.object({ marking: z.string(), idleMinutes: z.int(), fewVictims: z.int() }), {
    roles: 'anyone',
    audited: { not: 'reference' },
  }),
  'settings.save': write(
    z.object({ marking: line(40), idleMinutes: z.int().min(1).max(120), fewVictims: fewVictims.optional() }),
    nothing,
    {
      roles: ['administrator'],
      touches: ['settings', 'session', 'persons'],
    },
  ),
};
