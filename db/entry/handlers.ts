import type { ActionName, ReadName, WriteName } from '#contract/index';
import { agreementReads } from '../reporting/agreements/reads.ts';
import { agreementWrites } from '../reporting/agreements/writes.ts';
import { auditActions, auditReads } from '../accounts/audit/handlers.ts';
import { backlogAnalyticReads } from '../statistics/backlog/analyticReads.ts';
import { backlogReads } from '../statistics/backlog/reads.ts';
import { correctionReads } from '../custody/corrections/reads.ts';
import { reviewWrites } from '../custody/corrections/review.ts';
import { strikeWrites } from '../custody/corrections/strike.ts';
import { counterfactualReads } from '../statistics/estimate/reads.ts';
import { draftReads, draftWrites } from '../accounts/drafts/handlers.ts';
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
import { importActions, importReads } from '../intake/imports/handlers.ts';
import { undoActions, undoReads } from '../intake/undo/actions.ts';
import { mappingReads, mappingWrites } from '../intake/imports/mappings.ts';
import { laboratoryActions } from '../statistics/estimate/reference/actions.ts';
import { replicationActions } from '../statistics/estimate/replication/actions.ts';
import { laboratoryReads } from '../statistics/estimate/reference/reads.ts';
import { laboratoryWrites } from '../statistics/estimate/reference/writes.ts';
import { planActions } from '../statistics/plans/actions.ts';
import { planReads } from '../statistics/plans/reads.ts';
import { planWrites } from '../statistics/plans/writes.ts';
import { packActions } from '../reporting/packs/actions.ts';
import { packReads } from '../reporting/packs/reads.ts';
import { packWrites } from '../reporting/packs/writes.ts';
import { paperActions } from '../custody/disclosure/actions.ts';
import { groundReads, groundWrites } from '../custody/disclosure/grounds.ts';
import { paperReads } from '../custody/disclosure/reads.ts';
import { paperWrites } from '../custody/disclosure/writes.ts';
import { countingRuleReads } from '../ledger/ledger/countingRules.ts';
import { countingRuleWrites } from '../ledger/countingRules/writes.ts';
import { firstDayReads } from '../accounts/people/firstDay.ts';
import { peopleReads } from '../accounts/people/reads.ts';
import { unitWrites } from '../accounts/people/units.ts';
import { peopleWrites } from '../accounts/people/writes.ts';
import { purgeActions } from '../custody/purges/actions.ts';
import { purgeReads } from '../custody/purges/reads.ts';
import { purgeWrites } from '../custody/purges/writes.ts';
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
import { settingReads, settingWrites } from '../accounts/settings/handlers.ts';
import { tipActions } from '../intake/referralDocuments/actions.ts';
import { tipReads } from '../intake/referralDocuments/reads.ts';
import { tipWrites } from '../intake/referralDocuments/writes.ts';
import { unitMonthReads, unitMonthWrites } from '../ledger/unitMonths/handlers.ts';
import { notKeptReads, notKeptWrites } from '../ledger/unitMonths/notKept.ts';
import { templateActions, templateReads, templateWrites } from '../reporting/returns/templates/handlers.ts';
import { caseworkActions, caseworkReads, caseworkWrites } from './caseworkHandlers.ts';
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
  ...caseworkReads,
  ...agreementReads,
  ...auditReads,
  ...backlogAnalyticReads,
  ...backlogReads,
  ...backupReads,
  ...recoveryKeyReads,
  ...correctionReads,
  ...counterfactualReads,
  ...countingRuleReads,
  ...draftReads,
  ...frameworkReads,
  ...fundingReads,
  ...exchangeReads,
  ...extractReads,
  ...importReads,
  ...undoReads,
  ...mappingReads,
  ...laboratoryReads,
  ...planReads,
  ...groundReads,
  ...paperReads,
  ...packReads,
  ...firstDayReads,
  ...peopleReads,
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
  ...settingReads,
  ...templateReads,
  ...tipReads,
  ...unitMonthReads,
  ...notKeptReads,
} satisfies { readonly [M in Exclude<ReadName, 'session.current'>]: ReadHandler<M> };

const writeHandlers = {
  ...caseworkWrites,
  ...agreementWrites,
  ...strikeWrites,
  ...reviewWrites,
  ...countingRuleWrites,
  ...draftWrites,
  ...exchangeWrites,
  ...frameworkWrites,
  ...packWrites,
  ...fundingWrites,
  ...mappingWrites,
  ...laboratoryWrites,
  ...annualWrites,
  ...planWrites,
  ...groundWrites,
  ...paperWrites,
  ...peopleWrites,
  ...unitWrites,
  ...reportWrites,
  ...returnReasonWrites,
  ...returnTextWrites,
  ...purgeWrites,
  ...retentionWrites,
  ...sealWrites,
  ...settingWrites,
  ...templateWrites,
  ...tipWrites,
  ...unitMonthWrites,
  ...notKeptWrites,
} satisfies { readonly [M in WriteName]: WriteHandler<M> };

const actionHandlers = {
  ...caseworkActions,
  ...sessionActions,
  ...backupActions,
  ...restoreActions,
  ...auditActions,
  ...breachActions,
  ...figureActions,
  ...frameworkActions,
  ...fundingFileActions,
  ...exchangeKeyActions,
  ...exchangeMessageActions,
  ...extractActions,
  ...importActions,
  ...undoActions,
  ...laboratoryActions,
  ...replicationActions,
  ...packActions,
  ...paperActions,
  ...planActions,
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
