import { z } from 'zod';
import { byFile, cases } from '../ground/access.ts';
import { changeReason } from './corrections.ts';
import { transferState } from '../ground/codes.ts';
import { freeText, line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, investigationId, referralId, transferId, unitId } from '../ground/ids.ts';

const changes = ['fileWork', 'investigations', 'referrals', 'authorities', 'backlog', 'unitMonths'] as const;

export const transferRow = z.object({
  id: transferId,
  version,
  fileKind: z.enum(['referral', 'investigation']),
  /** The sender's file, which only the sender may open. */
  fileId: z.uuid(),
  number: z.string(),
  /** The day on which the sender received the referral or opened the file. */
  beganOn: civilDate,
  fromUnitId: unitId,
  /** Null: to a service outside the workspace, which `toService` names. */
  toUnitId: unitId.nullable(),
  toService: z.string().nullable(),
  state: transferState,
  proposedOn: civilDate,
  proposedBy: z.string(),
  message: z.string().nullable(),
  decidedOn: civilDate.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The receiver's file, once accepted. */
  receivedId: z.uuid().nullable(),
  receivedNumber: z.string().nullable(),
  /** Whether this session may accept or refuse it, and whether it may take it back. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Whether what the sender wrote, and the answer, are this session's to put right. */
  mayCorrectOffer: z.boolean(),
  mayCorrectAnswer: z.boolean(),
});
export type TransferRow = z.infer<typeof transferRow>;

/** That a file left or came, where the other unit sealed its own: nothing of what was written about it. */
const sealedTransfer = transferRow
  .pick({ fileKind: true, fromUnitId: true })
  .extend({ toUnitId: unitId, on: civilDate });
export type SealedTransfer = z.infer<typeof sealedTransfer>;

const transfers = z.object({ transfers: z.array(transferRow), sealed: z.array(sealedTransfer) });

export const transferMethods = {
  /** Those from and to the units in scope, the latest first; at most 500. */
  'transfers.list': read(z.object({ pendingOnly: z.boolean() }), transfers, { ...cases, audited: 'rows' }),
  /** Those by which the file left, or came, or was to, the latest first. */
  'transfers.ofFile': read(z.object({ file: caseFile }), transfers, { ...byFile, audited: 'part' }),
  /** The file stays with the sender until the transfer is accepted. */
  'transfers.propose': write(
    z
      .object({
        referralId: referralId.nullable(),
        investigationId: investigationId.nullable(),
        toUnitId: unitId.nullable(),
        toService: line(120).nullable(),
        on: civilDate,
        message: freeText.min(1).nullable(),
      })
      .refine(({ referralId: one, investigationId: other }) => (one === null) !== (other === null), {
        path: ['referralId'],
        error: 'invalid_type',
      })
      .refine(({ toUnitId, toService }) => (toUnitId === null) !== (toService === null), {
        path: ['toService'],
        error: 'invalid_type',
      }),
    z.object({ id: transferId }),
    {
      ...cases,
      scope: { referral: 'referralId', investigation: 'investigationId' },
      touches: ['fileWork', 'investigations', 'referrals'],
    },
  ),
  /** Takes the file over under a number of the receiving unit, with all that it holds. For an outside service the sender records the day. */
  'transfers.accept': write(
    z.object({ transferId, version, on: civilDate }),
    z.object({ receivedId: z.uuid().nullable() }),
    { ...cases, scope: { transfer: 'transferId' }, touches: changes },
  ),
  'transfers.refuse': write(z.object({ transferId, version, on: civilDate, reason: freeText.min(1) }), z.object({}), {
    ...cases,
    scope: { transfer: 'transferId' },
    touches: changes,
  }),
  'transfers.withdraw': write(z.object({ transferId, version, on: civilDate }), z.object({}), {
    ...cases,
    touches: changes,
  }),
  /**
   * Puts right what one's own side wrote; what is left out stays. The day of the answer, and why it was a refusal, is the receiver's, or the sender's where no other unit
   * answered; it moves the file with it, and the months of both units.
   */
  'transfers.change': write(
    z
      .object({
        transferId,
        version,
        ...changeReason,
        proposedOn: civilDate,
        decidedOn: civilDate,
        toService: line(120),
        message: freeText.min(1).nullable(),
        refusal: freeText.min(1),
      })
      .partial({ proposedOn: true, decidedOn: true, toService: true, message: true, refusal: true }),
    z.object({ version }),
    { ...cases, scope: { transfer: 'transferId' }, touches: changes },
  ),
};
