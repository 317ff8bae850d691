import type { InvestigationRow } from '#contract/casework/investigations';
import type { Translate } from '../../../i18n/text.ts';
import type { Undoable } from '../../../ui/useUndo.tsx';

/** What can be done to several files, each with its letter. */
export const groupSteps = { lead: 'A', wait: 'W', operations: 'O', handOver: 'H' } as const;
export type GroupStep = keyof typeof groupSteps;

export function groupLabel(step: GroupStep, t: Translate): string {
  return step === 'handOver' ? t('fileWork:handover.reassign') : t(`investigations:group.${step}.label`);
}

/** A file by what names its lead; undefined where a list does not say who it is. */
export type Led = Pick<InvestigationRow, 'id' | 'unitId' | 'number'> & { readonly lead?: InvestigationRow['lead'] };

export interface GroupDialogProps<File = InvestigationRow> {
  /** At least one; the step is possible for all of them. */
  readonly files: readonly File[];
  readonly onClose: () => void;
  /** Says what could be taken back. */
  readonly onDone: (undoable: Undoable) => void;
}

/** The files as they are on screen. */
export const seenOf = (files: readonly InvestigationRow[]) =>
  files.map(({ id, version }) => ({ investigationId: id, version }));

const isOpen = ({ concludedOn, transferredOn }: InvestigationRow): boolean =>
  concludedOn === null && transferredOn === null;

const areOne = (values: readonly unknown[]): boolean => new Set(values).size === 1;

/** The steps that the store would accept for all of these files. */
export function possibleGroupSteps(files: readonly InvestigationRow[]): readonly GroupStep[] {
  const allOpen = files.length > 0 && files.every(isOpen);
  const ofOneUnit = areOne(files.map(({ unitId }) => unitId));
  const lead = files[0]?.lead ?? null;
  const allowed: Readonly<Record<GroupStep, boolean>> = {
    lead: allOpen,
    wait: allOpen,
    operations: files.length > 0 && ofOneUnit,
    handOver: allOpen && ofOneUnit && lead !== null && areOne(files.map((each) => each.lead)),
  };
  return (Object.keys(groupSteps) as GroupStep[]).filter((step) => allowed[step]);
}
