// The handlers of casework, apart: it has more methods than any other room.
import { authorityReads } from '../casework/authorities/reads.ts';
import { authorityWrites } from '../casework/authorities/writes.ts';
import { chargeReads } from '../casework/charges/reads.ts';
import { arrestWrites } from '../casework/charges/arrests.ts';
import { chargeWrites } from '../casework/charges/writes.ts';
import { delayWrites } from '../casework/charges/delayWrites.ts';
import { clearanceActions } from '../casework/clearance/actions.ts';
import { clearanceReads, clearanceWrites } from '../casework/clearance/handlers.ts';
import { clockSettingReads, clockSettingWrites } from '../casework/clocks/settings.ts';
import { deviceReads } from '../casework/devices/reads.ts';
import { deviceWrites } from '../casework/devices/writes.ts';
import { dueActions, dueReads } from '../casework/due/handlers.ts';
import { identifierReads } from '../casework/identifiers/reads.ts';
import { addressWindowReads, addressWindowWrites } from '../casework/identifiers/window.ts';
import { identifierWrites } from '../casework/identifiers/writes.ts';
import { handoverActions } from '../casework/handover/actions.ts';
import { handoverReads } from '../casework/handover/reads.ts';
import { handoverWrites } from '../casework/handover/writes.ts';
import { leaveReads, leaveWrites } from '../casework/leave/handlers.ts';
import { investigationReads } from '../casework/investigations/reads.ts';
import { investigationWrites } from '../casework/investigations/writes.ts';
import { listActions } from '../casework/lists/actions.ts';
import { listReads, listWrites } from '../casework/lists/views.ts';
import { linkReads, linkWrites } from '../casework/links/handlers.ts';
import { noteReads, noteWrites } from '../casework/notes/handlers.ts';
import { presenceActions } from '../casework/presence/handlers.ts';
import { offenceActions } from '../casework/offences/actions.ts';
import { offenceReads } from '../casework/offences/reads.ts';
import { offenceWrites } from '../casework/offences/writes.ts';
import { operationActions } from '../casework/operations/actions.ts';
import { operationReads, operationWrites } from '../casework/operations/handlers.ts';
import { partnerReads, partnerWrites } from '../casework/partners/handlers.ts';
import { personReads } from '../casework/persons/reads.ts';
import { personWrites } from '../casework/persons/writes.ts';
import { referralReads } from '../casework/referrals/reads.ts';
import { referralWrites } from '../casework/referrals/writes.ts';
import { searchReads } from '../casework/search/reads.ts';
import { hearingReads, hearingWrites } from '../casework/hearings/handlers.ts';
import { taskReads, taskWrites } from '../casework/tasks/handlers.ts';
import { timelineReads } from '../casework/timeline/reads.ts';
import { transferChange } from '../casework/transfers/change.ts';
import { transferReads } from '../casework/transfers/reads.ts';
import { transferWrites } from '../casework/transfers/writes.ts';
import { breachReads } from '../casework/referrals/triage/breaches.ts';
import { triageReads } from '../casework/referrals/triage/reads.ts';
import { triageWrites } from '../casework/referrals/triage/writes.ts';
import { weekActions, weekReads } from '../casework/week/handlers.ts';
import { supportReads, supportWrites } from '../casework/victims/support.ts';
import { tallyReads, tallyWrites } from '../casework/victims/tallies.ts';

export const caseworkReads = {
  ...authorityReads,
  ...chargeReads,
  ...clearanceReads,
  ...clockSettingReads,
  ...deviceReads,
  ...dueReads,
  ...identifierReads,
  ...addressWindowReads,
  ...handoverReads,
  ...leaveReads,
  ...investigationReads,
  ...listReads,
  ...linkReads,
  ...noteReads,
  ...offenceReads,
  ...operationReads,
  ...partnerReads,
  ...personReads,
  ...referralReads,
  ...searchReads,
  ...hearingReads,
  ...taskReads,
  ...timelineReads,
  ...transferReads,
  ...breachReads,
  ...triageReads,
  ...weekReads,
  ...supportReads,
  ...tallyReads,
};

export const caseworkWrites = {
  ...authorityWrites,
  ...arrestWrites,
  ...chargeWrites,
  ...delayWrites,
  ...clearanceWrites,
  ...clockSettingWrites,
  ...deviceWrites,
  ...addressWindowWrites,
  ...identifierWrites,
  ...handoverWrites,
  ...leaveWrites,
  ...investigationWrites,
  ...listWrites,
  ...linkWrites,
  ...noteWrites,
  ...offenceWrites,
  ...operationWrites,
  ...partnerWrites,
  ...personWrites,
  ...referralWrites,
  ...hearingWrites,
  ...taskWrites,
  ...transferWrites,
  ...transferChange,
  ...triageWrites,
  ...supportWrites,
  ...tallyWrites,
};

export const caseworkActions = {
  ...clearanceActions,
  ...dueActions,
  ...handoverActions,
  ...listActions,
  ...presenceActions,
  ...offenceActions,
  ...operationActions,
  ...weekActions,
};
