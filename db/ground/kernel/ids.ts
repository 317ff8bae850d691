import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';

/** Of no row yet: it becomes the id of a row of any kind. */
export type FreshId = string &
  z.$brand<
    | 'AgreementId'
    | 'AnnualReportId'
    | 'AnnualTextId'
    | 'OtherSourceId'
    | 'ApprovalId'
    | 'ArrestId'
    | 'AssumptionSetId'
    | 'AuthorityId'
    | 'ChargeId'
    | 'CorrectionId'
    | 'DelayDeductionId'
    | 'DeviceId'
    | 'ExchangeId'
    | 'FileOffenceId'
    | 'FilePartnerId'
    | 'FundingChangeId'
    | 'FundingRowId'
    | 'HearingId'
    | 'IdentifierId'
    | 'ImportId'
    | 'InvestigationId'
    | 'ListViewId'
    | 'NoteId'
    | 'OperationId'
    | 'PackId'
    | 'PaperId'
    | 'PartnerId'
    | 'PersonId'
    | 'PlanId'
    | 'PurgeRequestId'
    | 'LeaveId'
    | 'ReassignmentId'
    | 'ReferenceId'
    | 'ReferralId'
    | 'ReturnId'
    | 'SealId'
    | 'SupportReferralId'
    | 'TaskId'
    | 'TemplateId'
    | 'TransferId'
    | 'UnitId'
    | 'UserId'
  >;

/** Makes the ids of rows: time-ordered, so that new rows are close together in the file. */
export type NewId = () => FreshId;

export const systemIds: NewId = () => uuidv7() as FreshId;
