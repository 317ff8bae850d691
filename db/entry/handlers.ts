import type { ActionName, ReadName, WriteName } from '#contract/index';
import { agreementReads } from '../reporting/agreements/reads.ts';
import { agreementWrites } from '../reporting/agreements/writes.ts';
import { auditActions, auditReads } from '../accounts/audit/handlers.ts';
import { authorityReads } from '../casework/authorities/reads.ts';
import { authorityWrites } from '../casework/authorities/writes.ts';
import { backlogAnalyticReads } from '../statistics/backlog/analyticReads.ts';
import { backlogReads } from '../statistics/backlog/reads.ts';
import { chargeReads } from '../casework/charges/reads.ts';
import { arrestWrites } from '../casework/charges/arrests.ts';
import { chargeWrites } from '../casework/charges/writes.ts';
import { delayWrites } from '../casework/charges/delayWrites.ts';
import { clearanceActions } from '../casework/clearance/actions.ts';
import { clearanceReads, clearanceWrites } from '../casework/clearance/handlers.ts';
import { clockSettingReads, clockSettingWrites } from '../casework/clocks/settings.ts';
import { correctionReads } from '../custody/corrections/reads.ts';
import { reviewWrites } from '../custody/corrections/review.ts';
import { strikeWrites } from '../custody/corrections/strike.ts';
import { counterfactualReads } from '../statistics/estimate/reads.ts';
import { deviceReads } from '../casework/devices/reads.ts';
import { deviceWrites } from '../casework/devices/writes.ts';
import { draftReads, draftWrites } from '../accounts/drafts/handlers.ts';
import { dueActions, dueReads } from '../casework/due/handlers.ts';
import { exchangeKeyActions } from '../custody/deconfliction/keys.ts';
import { exchangeMessageActions } from '../custody/deconfliction/messages.ts';
import { exchangeReads } from '../custody/deconfliction/reads.ts';
import { exchangeWrites } from '../custody/deconfliction/writes.ts';
import { extractActions, extractReads } from '../intake/extracts/handlers.ts';
import { figureActions } from '../statistics/figures/actions.ts';
import { frameworkActions } from '../reporting/frameworks/actions.ts';
import { frameworkReads } from '../reporting/frameworks/reads.ts';
import { frameworkWrites } from '../reporting/frameworks/writes.ts';
import { fundingFileActions } from '../reporting/funding/files/actions.ts';
import { fundingReads } from '../reporting/funding/reads.ts';
import { fundingWrites } from '../reporting/funding/writes.ts';
import { identifierReads } from '../casework/identifiers/reads.ts';
import { addressWindowReads, addressWindowWrites } from '../casework/identifiers/window.ts';
import { identifierWrites } from '../casework/identifiers/writes.ts';
import { handoverActions } from '../casework/handover/actions.ts';
import { handoverReads } from '../casework/handover/reads.ts';
import { handoverWrites } from '../casework/handover/writes.ts';
import { importActions, importReads } from '../intake/imports/handlers.ts';
import { undoActions, undoReads } from '../intake/undo/actions.ts';
import { mappingReads, mappingWrites } from '../intake/imports/mappings.ts';
import { investigationReads } from '../casework/investigations/reads.ts';
import { investigationWrites } from '../casework/investigations/writes.ts';
import { laboratoryActions } from '../statistics/estimate/reference/actions.ts';
import { replicationActions } from '../statistics/estimate/replication/actions.ts';
import { laboratoryReads } from '../statistics/estimate/reference/reads.ts';
import { laboratoryWrites } from '../statistics/estimate/reference/writes.ts';
import { planActions } from '../statistics/plans/actions.ts';
import { planReads } from '../statistics/plans/reads.ts';
import { planWrites } from '../statistics/plans/writes.ts';
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
import { packActions } from '../reporting/packs/actions.ts';
import { packReads } from '../reporting/packs/reads.ts';
import { packWrites } from '../reporting/packs/writes.ts';
import { paperActions } from '../custody/disclosure/actions.ts';
import { groundReads, groundWrites } from '../custody/disclosure/grounds.ts';
import { paperReads } from '../custody/disclosure/reads.ts';
import { paperWrites } from '../custody/disclosure/writes.ts';
import { partnerReads, partnerWrites } from '../casework/partners/handlers.ts';
import { countingRuleReads } from '../ledger/ledger/countingRules.ts';
import { countingRuleWrites } from '../ledger/countingRules/writes.ts';
import { firstDayReads } from '../accounts/people/firstDay.ts';
import { peopleReads } from '../accounts/people/reads.ts';
import { unitWrites } from '../accounts/people/units.ts';
import { peopleWrites } from '../accounts/people/writes.ts';
import { personReads } from '../casework/persons/reads.ts';
import { personWrites } from '../casework/persons/writes.ts';
import { purgeActions } from '../custody/purges/actions.ts';
import { purgeReads } from '../custody/purges/reads.ts';
import { purgeWrites } from '../custody/purges/writes.ts';
import { referralReads } from '../casework/referrals/reads.ts';
import { referralWrites } from '../casework/referrals/writes.ts';
import { retentionReads, retentionWrites } from '../custody/retention/handlers.ts';
import { returnActions } from '../reporting/returns/actions.ts';
import { returnReads } from '../reporting/returns/reads.ts';
import { releaseActions } from '../reporting/returns/release/actions.ts';
import { reportActions, reportReads, reportWrites } from '../reporting/reportingDeadlines/handlers.ts';
import { returnReasonWrites } from '../reporting/returns/texts/reasons.ts';
import { returnTextReads } from '../reporting/returns/texts/reads.ts';
import { returnTextWrites } from '../reporting/returns/texts/writes.ts';
import { acrossActions } from '../reporting/across/export.ts';
import { annualActions } from '../reporting/annual/actions.ts';
import { annualReads, annualWrites } from '../reporting/annual/handlers.ts';
import { renewalActions, renewalReads } from '../reporting/renewal/handlers.ts';
import { acrossReads } from '../reporting/across/read.ts';
import { readinessActions, readinessReads } from '../reporting/readiness/handlers.ts';
import { rollupActions } from '../reporting/rollup/actions.ts';
import { readCoverage } from '../reporting/rollup/coverage.ts';
import { readNational } from '../reporting/rollup/readNational.ts';
import { sealReads } from '../custody/seals/reads.ts';
import { sealWrites } from '../custody/seals/writes.ts';
import { searchReads } from '../casework/search/reads.ts';
import { settingReads, settingWrites } from '../accounts/settings/handlers.ts';
import { taskReads, taskWrites } from '../casework/tasks/handlers.ts';
import { tipActions } from '../intake/referralDocuments/actions.ts';
import { tipReads } from '../intake/referralDocuments/reads.ts';
import { tipWrites } from '../intake/referralDocuments/writes.ts';
import { timelineReads } from '../casework/timeline/reads.ts';
import { transferReads } from '../casework/transfers/reads.ts';
import { transferWrites } from '../casework/transfers/writes.ts';
import { unitMonthReads, unitMonthWrites } from '../ledger/unitMonths/handlers.ts';
import { notKeptReads, notKeptWrites } from '../ledger/unitMonths/notKept.ts';
import { breachReads } from '../casework/referrals/triage/breaches.ts';
import { triageReads } from '../casework/referrals/triage/reads.ts';
import { triageWrites } from '../casework/referrals/triage/writes.ts';
import { supportReads, supportWrites } from '../casework/victims/support.ts';
import { tallyReads, tallyWrites } from '../casework/victims/tallies.ts';
import { templateActions, templateReads, templateWrites } from '../reporting/returns/templates/handlers.ts';
import { afterSignIn } from './afterSignIn.ts';
import { purgeAfterRestore } from './finishPurges.ts';
import { breachActions } from '../accounts/session/breach/actions.ts';
import { backupActions, backupReads, restoreActions } from '../accounts/session/backups.ts';
import { recoveryKeyReads } from '../accounts/session/recoveryKey.ts';
import { sessionActions } from '../accounts/session/actions.ts';
import type { StoreHandlers } from '../store/store.ts';
import type { ReadHandler, WriteHandler } from '../store/types.ts';

/** Every method of the contract has its handler: a missing one does not compile. `session.current` is dispatch's own. */
const readHandlers = {
  ...addressWindowReads,
  ...agreementReads,
  ...auditReads,
  ...authorityReads,
  ...backlogAnalyticReads,
  ...backlogReads,
  ...backupReads,
  ...recoveryKeyReads,
  ...chargeReads,
  ...correctionReads,
  ...clearanceReads,
  ...clockSettingReads,
  ...counterfactualReads,
  ...countingRuleReads,
  ...deviceReads,
  ...draftReads,
  ...dueReads,
  ...frameworkReads,
  ...fundingReads,
  ...identifierReads,
  ...exchangeReads,
  ...extractReads,
  ...importReads,
  ...undoReads,
  ...mappingReads,
  ...investigationReads,
  ...laboratoryReads,
  ...planReads,
  ...listReads,
  ...handoverReads,
  ...linkReads,
  ...noteReads,
  ...offenceReads,
  ...operationReads,
  ...groundReads,
  ...paperReads,
  ...partnerReads,
  ...packReads,
  ...firstDayReads,
  ...peopleReads,
  ...personReads,
  ...referralReads,
  ...reportReads,
  ...returnReads,
  ...returnTextReads,
  ...acrossReads,
  ...annualReads,
  ...renewalReads,
  ...readinessReads,
  'rollup.coverage': readCoverage,
  'rollup.national': readNational,
  ...purgeReads,
  ...retentionReads,
  ...sealReads,
  ...searchReads,
  ...settingReads,
  ...supportReads,
  ...tallyReads,
  ...taskReads,
  ...timelineReads,
  ...transferReads,
  ...templateReads,
  ...triageReads,
  ...breachReads,
  ...tipReads,
  ...unitMonthReads,
  ...notKeptReads,
} satisfies { readonly [M in Exclude<ReadName, 'session.current'>]: ReadHandler<M> };

const writeHandlers = {
  ...addressWindowWrites,
  ...agreementWrites,
  ...authorityWrites,
  ...arrestWrites,
  ...chargeWrites,
  ...strikeWrites,
  ...reviewWrites,
  ...clearanceWrites,
  ...clockSettingWrites,
  ...countingRuleWrites,
  ...delayWrites,
  ...deviceWrites,
  ...draftWrites,
  ...exchangeWrites,
  ...frameworkWrites,
  ...packWrites,
  ...fundingWrites,
  ...identifierWrites,
  ...investigationWrites,
  ...mappingWrites,
  ...laboratoryWrites,
  ...annualWrites,
  ...planWrites,
  ...listWrites,
  ...handoverWrites,
  ...linkWrites,
  ...noteWrites,
  ...offenceWrites,
  ...operationWrites,
  ...groundWrites,
  ...paperWrites,
  ...partnerWrites,
  ...peopleWrites,
  ...personWrites,
  ...unitWrites,
  ...referralWrites,
  ...reportWrites,
  ...returnReasonWrites,
  ...returnTextWrites,
  ...purgeWrites,
  ...retentionWrites,
  ...sealWrites,
  ...settingWrites,
  ...supportWrites,
  ...tallyWrites,
  ...taskWrites,
  ...transferWrites,
  ...templateWrites,
  ...triageWrites,
  ...tipWrites,
  ...unitMonthWrites,
  ...notKeptWrites,
} satisfies { readonly [M in WriteName]: WriteHandler<M> };

const actionHandlers = {
  ...sessionActions,
  ...backupActions,
  ...restoreActions,
  ...auditActions,
  ...breachActions,
  ...dueActions,
  ...figureActions,
  ...handoverActions,
  ...frameworkActions,
  ...fundingFileActions,
  ...exchangeKeyActions,
  ...exchangeMessageActions,
  ...extractActions,
  ...importActions,
  ...undoActions,
  ...laboratoryActions,
  ...replicationActions,
  ...clearanceActions,
  ...offenceActions,
  ...listActions,
  ...operationActions,
  ...packActions,
  ...paperActions,
  ...planActions,
  ...presenceActions,
  ...purgeActions,
  ...releaseActions,
  ...reportActions,
  ...returnActions,
  ...templateActions,
  ...tipActions,
  ...acrossActions,
  ...annualActions,
  ...renewalActions,
  ...readinessActions,
  ...rollupActions,
} satisfies { readonly [M in ActionName]: unknown };

/** What a store is started with. */
export const handlers: StoreHandlers = {
  reads: readHandlers,
  writes: writeHandlers,
  actions: actionHandlers,
  afterSignIn,
  afterRestoreConfirmed: purgeAfterRestore,
};
