import type { ActionName, ReadName, WriteName } from '#contract/index';
import { agreementReads } from '../agreements/reads.ts';
import { agreementWrites } from '../agreements/writes.ts';
import { auditActions, auditReads } from '../audit/handlers.ts';
import { authorityReads } from '../authorities/reads.ts';
import { authorityWrites } from '../authorities/writes.ts';
import { backlogAnalyticReads } from '../backlog/analyticReads.ts';
import { backlogReads } from '../backlog/reads.ts';
import { chargeReads } from '../charges/reads.ts';
import { chargeWrites } from '../charges/writes.ts';
import { delayWrites } from '../charges/delayWrites.ts';
import { clearanceActions } from '../clearance/actions.ts';
import { clearanceReads, clearanceWrites } from '../clearance/handlers.ts';
import { clockSettingReads, clockSettingWrites } from '../clocks/settings.ts';
import { counterfactualReads } from '../counterfactual/reads.ts';
import { deviceReads } from '../devices/reads.ts';
import { deviceWrites } from '../devices/writes.ts';
import { draftReads, draftWrites } from '../drafts/handlers.ts';
import { dueActions, dueReads } from '../due/handlers.ts';
import { exchangeActions } from '../exchanges/actions.ts';
import { exchangeReads } from '../exchanges/reads.ts';
import { exchangeWrites } from '../exchanges/writes.ts';
import { extractActions, extractReads } from '../extracts/handlers.ts';
import { figureActions } from '../figures/actions.ts';
import { frameworkActions } from '../frameworks/actions.ts';
import { frameworkReads } from '../frameworks/reads.ts';
import { frameworkWrites } from '../frameworks/writes.ts';
import { fundingFileActions } from '../funding/files/actions.ts';
import { fundingReads } from '../funding/reads.ts';
import { fundingWrites } from '../funding/writes.ts';
import { identifierReads } from '../identifiers/reads.ts';
import { addressWindowReads, addressWindowWrites } from '../identifiers/window.ts';
import { identifierWrites } from '../identifiers/writes.ts';
import { handoverActions } from '../handover/actions.ts';
import { handoverReads } from '../handover/reads.ts';
import { handoverWrites } from '../handover/writes.ts';
import { importActions, importReads } from '../imports/handlers.ts';
import { mappingReads, mappingWrites } from '../imports/mappings.ts';
import { investigationReads } from '../investigations/reads.ts';
import { investigationWrites } from '../investigations/writes.ts';
import { laboratoryActions } from '../laboratory/actions.ts';
import { laboratoryReads } from '../laboratory/reads.ts';
import { laboratoryWrites } from '../laboratory/writes.ts';
import { listActions } from '../lists/actions.ts';
import { listReads, listWrites } from '../lists/views.ts';
import { linkReads, linkWrites } from '../links/handlers.ts';
import { noteReads, noteWrites } from '../notes/handlers.ts';
import { offenceActions } from '../offences/actions.ts';
import { offenceReads } from '../offences/reads.ts';
import { offenceWrites } from '../offences/writes.ts';
import { operationActions } from '../operations/actions.ts';
import { operationReads, operationWrites } from '../operations/handlers.ts';
import { packActions } from '../packs/actions.ts';
import { packReads } from '../packs/reads.ts';
import { paperActions } from '../papers/actions.ts';
import { groundReads, groundWrites } from '../papers/grounds.ts';
import { paperReads } from '../papers/reads.ts';
import { paperWrites } from '../papers/writes.ts';
import { partnerReads, partnerWrites } from '../partners/handlers.ts';
import { countingRuleWrites } from '../people/countingRules.ts';
import { peopleReads } from '../people/reads.ts';
import { unitWrites } from '../people/units.ts';
import { peopleWrites } from '../people/writes.ts';
import { personReads } from '../persons/reads.ts';
import { personWrites } from '../persons/writes.ts';
import { purgeActions } from '../purges/actions.ts';
import { purgeReads } from '../purges/reads.ts';
import { purgeWrites } from '../purges/writes.ts';
import { referralReads } from '../referrals/reads.ts';
import { referralWrites } from '../referrals/writes.ts';
import { retentionReads, retentionWrites } from '../retention/handlers.ts';
import { returnActions } from '../returns/actions.ts';
import { returnReads } from '../returns/reads.ts';
import { releaseActions } from '../returns/release/actions.ts';
import { reportActions, reportReads, reportWrites } from '../reports/handlers.ts';
import { returnReasonWrites } from '../returns/texts/reasons.ts';
import { returnTextReads } from '../returns/texts/reads.ts';
import { returnTextWrites } from '../returns/texts/writes.ts';
import { rollupActions } from '../rollup/actions.ts';
import { rollupReads } from '../rollup/reads.ts';
import { sealReads } from '../seals/reads.ts';
import { sealWrites } from '../seals/writes.ts';
import { searchReads } from '../search/reads.ts';
import { settingReads, settingWrites } from '../settings/handlers.ts';
import { taskReads, taskWrites } from '../tasks/handlers.ts';
import { tipActions } from '../tips/actions.ts';
import { tipReads } from '../tips/reads.ts';
import { tipWrites } from '../tips/writes.ts';
import { timelineReads } from '../timeline/reads.ts';
import { transferReads } from '../transfers/reads.ts';
import { transferWrites } from '../transfers/writes.ts';
import { unitMonthReads, unitMonthWrites } from '../unitMonths/handlers.ts';
import { notKeptReads, notKeptWrites } from '../unitMonths/notKept.ts';
import { breachReads } from '../triage/breaches.ts';
import { triageReads } from '../triage/reads.ts';
import { triageWrites } from '../triage/writes.ts';
import { supportReads, supportWrites } from '../victims/support.ts';
import { tallyReads, tallyWrites } from '../victims/tallies.ts';
import { templateActions, templateReads, templateWrites } from '../templates/handlers.ts';
import { sessionActions } from './sessionActions.ts';
import type { ReadHandler, WriteHandler } from './types.ts';

/** Every method of the contract has its handler: a missing one does not compile. `session.current` is dispatch's own. */
export const readHandlers = {
  ...addressWindowReads,
  ...agreementReads,
  ...auditReads,
  ...authorityReads,
  ...backlogAnalyticReads,
  ...backlogReads,
  ...chargeReads,
  ...clearanceReads,
  ...clockSettingReads,
  ...counterfactualReads,
  ...deviceReads,
  ...draftReads,
  ...dueReads,
  ...frameworkReads,
  ...fundingReads,
  ...identifierReads,
  ...exchangeReads,
  ...extractReads,
  ...importReads,
  ...mappingReads,
  ...investigationReads,
  ...laboratoryReads,
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
  ...peopleReads,
  ...personReads,
  ...referralReads,
  ...reportReads,
  ...returnReads,
  ...returnTextReads,
  ...rollupReads,
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

export const writeHandlers = {
  ...addressWindowWrites,
  ...agreementWrites,
  ...authorityWrites,
  ...chargeWrites,
  ...clearanceWrites,
  ...clockSettingWrites,
  ...countingRuleWrites,
  ...delayWrites,
  ...deviceWrites,
  ...draftWrites,
  ...exchangeWrites,
  ...frameworkWrites,
  ...fundingWrites,
  ...identifierWrites,
  ...investigationWrites,
  ...mappingWrites,
  ...laboratoryWrites,
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

export const actionHandlers = {
  ...sessionActions,
  ...auditActions,
  ...dueActions,
  ...figureActions,
  ...handoverActions,
  ...frameworkActions,
  ...fundingFileActions,
  ...exchangeActions,
  ...extractActions,
  ...importActions,
  ...laboratoryActions,
  ...clearanceActions,
  ...offenceActions,
  ...listActions,
  ...operationActions,
  ...packActions,
  ...paperActions,
  ...purgeActions,
  ...releaseActions,
  ...reportActions,
  ...returnActions,
  ...templateActions,
  ...tipActions,
  ...rollupActions,
} satisfies { readonly [M in ActionName]: unknown };
