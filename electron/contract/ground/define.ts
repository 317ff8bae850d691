import type { z } from 'zod';
import type { Role, WorkspaceKind } from './codes.ts';

/** What the renderer refetches after a write. */
export const topics = [
  'session',
  'users',
  'units',
  'settings',
  'backups',
  'referrals',
  'imports',
  'investigations',
  'persons',
  'offences',
  'authorities',
  'fileWork',
  'leave',
  'papers',
  'exchanges',
  'records',
  'backlog',
  'unitMonths',
  'agreements',
  'funding',
  'packs',
  'frameworks',
  'returns',
  'rollup',
  'templates',
  'lists',
  'counterfactual',
  'laboratory',
  'plans',
  'audit',
  'presence',
] as const;
export type Topic = (typeof topics)[number];

/** The rows that a caller may reach: dispatch checks the named input fields against the session's units before the handler runs. */
export interface ScopeFields {
  readonly unit?: string;
  readonly units?: string;
  readonly referral?: string;
  readonly referrals?: string;
  readonly investigation?: string;
  /** A referral or an investigation, by its kind and id. */
  readonly file?: string;
  readonly otherInvestigation?: string;
  /** Between two units, both of which wait while it is decided. */
  readonly transfer?: string;
  /** Of a coordination workspace, where a coordinator may see some agreements only. */
  readonly agreement?: string;
  readonly fundingChange?: string;
  readonly dueReport?: string;
  readonly pack?: string;
  readonly lockedReturn?: string;
  readonly template?: string;
  /** A unit by its code. */
  readonly unitCode?: string;
  /** In which the named units must be of one of the agreements. */
  readonly quarter?: string;
}

interface Access {
  /** Who may call; `anyone` needs a session only, `nobody` none (before sign-in). */
  readonly roles: readonly Role[] | 'anyone' | 'nobody';
  /** Absent: both kinds of workspace. */
  readonly workspace?: WorkspaceKind;
  readonly scope?: ScopeFields;
  /** It is about what a unit keeps of a file that went to another unit. There every other write that names the file is refused. */
  readonly keptBySender?: true;
  /** It concerns every agreement: refused to a coordinator who sees some only. */
  readonly allAgreements?: true;
}

/** Why a read leaves nothing in the audit: it shows no content of a case. */
type NotAudited = 'figures' | 'reference' | 'own' | 'programme';

/** Why an action leaves nothing: as a read, or it shows a file that the caller chose, before anything is kept of it. */
interface ActionAudit {
  readonly not: NotAudited | 'preview';
}

/**
 * What a read leaves in the audit; each must choose.
 * - `view`: a record, once for each view of it.
 * - `part`: a part of a file, covered by a view of the same file in the same minute.
 * - `rows`: records of a list, as one entry for a burst with the number of rows.
 * - `search`: as `rows`, for what is typed.
 * - `not`: no entry. Aggregate figures; catalogues, rules and accounts; what is the caller's own; agreements and money.
 */
export type ReadAudit = 'view' | 'part' | 'rows' | 'search' | { readonly not: NotAudited };

export interface ReadMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Access {
  readonly type: 'read';
  readonly input: I;
  readonly output: O;
  readonly audited: ReadAudit;
  /** Of a view: the path in its answer to the ids of other files that it shows something of. */
  readonly shows?: string;
}

export interface WriteMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Access {
  readonly type: 'write';
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Topic[];
}

/** Needs the store's process but no open transaction: creating and opening workspaces, sign-in, writing a file. */
export interface ActionMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Access {
  readonly type: 'action';
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Topic[];
  /** Absent: it leaves one entry at least. */
  readonly audited?: ActionAudit;
}

/** Answered by the main process: dialogs, preferences, the store's life. */
export interface ShellMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly type: 'shell';
  readonly input: I;
  readonly output: O;
}

export type StoreMethod = ReadMethod | WriteMethod | ActionMethod;
export type Method = StoreMethod | ShellMethod;

export function read<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Access & { readonly audited: ReadAudit; readonly shows?: string },
): ReadMethod<I, O> {
  return { type: 'read', input, output, ...options };
}

export function write<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Access & { readonly touches: readonly Topic[] },
): WriteMethod<I, O> {
  return { type: 'write', input, output, ...options };
}

export function action<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Access & { readonly touches?: readonly Topic[]; readonly audited?: ActionAudit },
): ActionMethod<I, O> {
  return { type: 'action', input, output, touches: [], ...options };
}

export function shell<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): ShellMethod<I, O> {
  return { type: 'shell', input, output };
}
