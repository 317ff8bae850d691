import { openReferralStates, type ReferralState } from '#contract/ground/codes';
import type { DraftPlace } from '#contract/accounts/drafts';
import type { Output } from '#contract/index';
import type { ReferralRow } from '#contract/casework/referrals';
import type { Undoable } from '../../../ui/useUndo.tsx';

/** What can be done to referrals, each with its letter. */
export const steps = {
  edit: 'E',
  assign: 'A',
  triage: 'T',
  danger: 'D',
  notify: 'N',
  check: 'H',
  bundle: 'B',
  transfer: 'M',
  conclude: 'X',
  investigate: 'O',
  reopen: 'R',
  split: 'S',
} as const;
export type Step = keyof typeof steps;

/** What can be done with referrals that are alike from where they are shown, each with its keys. */
export const groupSteps = [
  { step: 'investigate', keys: 'shift+O' },
  { step: 'bundle', keys: 'shift+B' },
] as const satisfies readonly { readonly step: Step; readonly keys: string }[];
export type GroupStep = (typeof groupSteps)[number]['step'];

/** A referral by what these need. */
export type Alike = Pick<ReferralRow, 'id' | 'unitId' | 'number' | 'assignedTo' | 'receivedOn' | 'source' | 'state'> & {
  /** Others are bundled under it already. */
  readonly leads?: boolean;
};

export type TakenStep =
  | { readonly step: Exclude<Step, GroupStep>; readonly targets: readonly ReferralRow[] }
  | { readonly step: 'investigate'; readonly targets: readonly Alike[] }
  | { readonly step: 'bundle'; readonly targets: readonly Alike[] };

export interface StepProps<Row extends Alike = ReferralRow> {
  /** At least one; the step is possible for all of them. */
  readonly targets: readonly Row[];
  readonly onClose: () => void;
  /** The step was taken: the selection has served. Says what could be taken back. */
  readonly onDone: (undoable?: Undoable) => void;
}

const open: readonly ReferralState[] = openReferralStates;
const ended: readonly ReferralState[] = ['concluded', 'not_viable', 'information_only', 'transferred_out'];

type Standing = Pick<ReferralRow, 'state' | 'unitId'>;

function isOpen(row: Standing): boolean {
  return open.includes(row.state);
}

/** Open, or carried on in a file. */
function isFollowed(row: Standing): boolean {
  return isOpen(row) || row.state === 'linked';
}

function isOneUnit(rows: readonly Standing[]): boolean {
  return new Set(rows.map((row) => row.unitId)).size === 1;
}

/** The steps that the store would accept from the present states of these referrals. */
export function possibleSteps(rows: readonly Standing[]): readonly Step[] {
  const [first] = rows;
  if (first === undefined) return [];
  const isOne = rows.length === 1;
  const allowed: Record<Step, boolean> = {
    edit: isOne,
    assign: rows.every(isOpen),
    triage: rows.every(isFollowed),
    danger: rows.every(isFollowed),
    notify: isOne && isFollowed(first),
    check: isOne && isFollowed(first),
    bundle: rows.every(isOpen) && isOneUnit(rows),
    transfer: isOne && isOpen(first),
    conclude: rows.every(isOpen),
    investigate: rows.every(isFollowed) && isOneUnit(rows),
    reopen: isOne && ended.includes(first.state),
    split: isOne && first.state === 'bundled',
  };
  return (Object.keys(steps) as Step[]).filter((step) => allowed[step]);
}

/** Where what is typed about these referrals is kept: the same of them find it again. */
export function draftPlaceOf(form: DraftPlace['form'], targets: readonly ReferralRow[]): DraftPlace {
  const ids = targets.map(({ id }) => id);
  const subject = ids.length < 2 ? ids.join('') : [ids[0], ids.length, ids.at(-1)].join(' ');
  const [unitId = null, ...others] = new Set(targets.map((row) => row.unitId));
  return { form, subject, unitId: others.length === 0 ? unitId : null };
}

export function undoableRows({ rows }: Output<'referrals.assign'>): Undoable {
  const referrals = rows.map(({ id, version }) => ({ referralId: id, version }));
  return { method: 'referrals.undo', input: { referrals }, count: rows.length };
}
