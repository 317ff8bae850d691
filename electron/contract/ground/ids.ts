import { z } from 'zod';

export const userId = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof userId>;
export const unitId = z.uuid().brand<'UnitId'>();
export type UnitId = z.infer<typeof unitId>;
export const referralId = z.uuid().brand<'ReferralId'>();
export type ReferralId = z.infer<typeof referralId>;
export const investigationId = z.uuid().brand<'InvestigationId'>();
export type InvestigationId = z.infer<typeof investigationId>;
export const authorityId = z.uuid().brand<'AuthorityId'>();
export type AuthorityId = z.infer<typeof authorityId>;
export const noteId = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof noteId>;
export const taskId = z.uuid().brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;
export const deviceId = z.uuid().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceId>;
export const personId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;
export const identifierId = z.uuid().brand<'IdentifierId'>();
export type IdentifierId = z.infer<typeof identifierId>;
export const partnerId = z.uuid().brand<'PartnerId'>();
export type PartnerId = z.infer<typeof partnerId>;
export const filePartnerId = z.uuid().brand<'FilePartnerId'>();
export type FilePartnerId = z.infer<typeof filePartnerId>;
export const operationId = z.uuid().brand<'OperationId'>();
export type OperationId = z.infer<typeof operationId>;
export const leaveId = z.uuid().brand<'LeaveId'>();
export type LeaveId = z.infer<typeof leaveId>;
export const reassignmentId = z.uuid().brand<'ReassignmentId'>();
export type ReassignmentId = z.infer<typeof reassignmentId>;
export const transferId = z.uuid().brand<'TransferId'>();
export type TransferId = z.infer<typeof transferId>;
/** Both workspaces of an exchange know it by the same id. */
export const exchangeId = z.uuid().brand<'ExchangeId'>();
export type ExchangeId = z.infer<typeof exchangeId>;
export const paperId = z.uuid().brand<'PaperId'>();
export type PaperId = z.infer<typeof paperId>;
export const arrestId = z.uuid().brand<'ArrestId'>();
export type ArrestId = z.infer<typeof arrestId>;
export const chargeId = z.uuid().brand<'ChargeId'>();
export type ChargeId = z.infer<typeof chargeId>;
export const hearingId = z.uuid().brand<'HearingId'>();
export type HearingId = z.infer<typeof hearingId>;
export const correctionId = z.uuid().brand<'CorrectionId'>();
export type CorrectionId = z.infer<typeof correctionId>;
/** A referral or an investigation, for rows that may belong to either. */
export const caseFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('referral'), id: referralId }),
  z.object({ kind: z.literal('investigation'), id: investigationId }),
]);
export type CaseFile = z.infer<typeof caseFile>;
export const fileOffenceId = z.uuid().brand<'FileOffenceId'>();
export type FileOffenceId = z.infer<typeof fileOffenceId>;
export const supportReferralId = z.uuid().brand<'SupportReferralId'>();
export type SupportReferralId = z.infer<typeof supportReferralId>;
export const delayDeductionId = z.uuid().brand<'DelayDeductionId'>();
export type DelayDeductionId = z.infer<typeof delayDeductionId>;
export const sealId = z.uuid().brand<'SealId'>();
export type SealId = z.infer<typeof sealId>;
export const purgeRequestId = z.uuid().brand<'PurgeRequestId'>();
export type PurgeRequestId = z.infer<typeof purgeRequestId>;
export const importId = z.uuid().brand<'ImportId'>();
export type ImportId = z.infer<typeof importId>;
export const agreementId = z.uuid().brand<'AgreementId'>();
export type AgreementId = z.infer<typeof agreementId>;
export const packId = z.uuid().brand<'PackId'>();
export type PackId = z.infer<typeof packId>;
export const returnId = z.uuid().brand<'ReturnId'>();
export type ReturnId = z.infer<typeof returnId>;
export const annualReportId = z.uuid().brand<'AnnualReportId'>();
export type AnnualReportId = z.infer<typeof annualReportId>;
export const otherSourceId = z.uuid().brand<'OtherSourceId'>();
export type OtherSourceId = z.infer<typeof otherSourceId>;
export const annualTextId = z.uuid().brand<'AnnualTextId'>();
export type AnnualTextId = z.infer<typeof annualTextId>;
export const approvalId = z.uuid().brand<'ApprovalId'>();
export type ApprovalId = z.infer<typeof approvalId>;
export const assumptionSetId = z.uuid().brand<'AssumptionSetId'>();
export type AssumptionSetId = z.infer<typeof assumptionSetId>;
export const planId = z.uuid().brand<'PlanId'>();
export type PlanId = z.infer<typeof planId>;
export const referenceId = z.uuid().brand<'ReferenceId'>();
export type ReferenceId = z.infer<typeof referenceId>;
export const templateId = z.uuid().brand<'TemplateId'>();
export type TemplateId = z.infer<typeof templateId>;
export const fundingRowId = z.uuid().brand<'FundingRowId'>();
export type FundingRowId = z.infer<typeof fundingRowId>;
export const fundingChangeId = z.uuid().brand<'FundingChangeId'>();
export type FundingChangeId = z.infer<typeof fundingChangeId>;

export const listViewId = z.uuid().brand<'ListViewId'>();
export type ListViewId = z.infer<typeof listViewId>;

/** Names a file or folder that the user chose in a dialog. Main keeps the path: a page can never name one. */
export const fileGrant = z.uuid().brand<'FileGrant'>();
export type FileGrant = z.infer<typeof fileGrant>;

/** Made by the page before a long call, so that its progress can be followed and the call cancelled. */
export const jobId = z.uuid().brand<'JobId'>();
export type JobId = z.infer<typeof jobId>;
