import { isWhole } from './whole.ts';

/**
 * Test files that `npm run test:all` alone runs, in the groups of why they may wait: what they prove by repetition or by a second way has a
 * first test in `npm test`.
 */
const files = [
  // The laboratory over many simulated units; estimate, sampler, judge, placebos of the control method and each command's words stay.
  'tests/validation/**',
  'tests/proofs/calibrate/!(closings|demonstration).test.ts',
  'tests/db/estimator/{laws,openedFiles,placebos,sceptic,sensitivity,sharedDrift,tasks}.test.ts',
  'tests/db/estimator/{eventStudy,identification,interruptedShort,structuralCommand,structuralCoverage}.test.ts',
  'tests/db/estimator/sampler/{convergence,jointDistribution,reference,smallUnits}.test.ts',
  'tests/db/statistics/estimate/{firstAnswer,replication}.test.ts',
  'tests/db/statistics/estimate/reference/{answers,export}.test.ts',
  'tests/db/statistics/plans/testedPlans.test.ts',
  'tests/db/entry/cli/{analyseCapacity,analyseThreads,analyseTwins}.test.ts',
  // Laws by many random cases, and work that is cut at each of its steps. One case of each stays in `npm test`, but for the move to a server.
  'proofs/torture/**',
  'tests/db/intake/imports/{corpus,fuzz,kill,ledger,otherRegisters,register,stopped}.test.ts',
  'tests/db/ledger/ledger/{balance,transferredCounts}.test.ts',
  'tests/db/statistics/backlog/book.test.ts',
  'tests/db/reporting/breakdowns/addUp.test.ts',
  'tests/db/reporting/returns/releaseProof.test.ts',
  'tests/db/reporting/suppression/rerun.test.ts',
  'tests/db/store/{damage,keyWork}.test.ts',
  'tests/db/store/backups/salvage.test.ts',
  'tests/db/store/move/**',
  // PostgreSQL asked what the folder was asked; sign-in, rights, transactions, drafts, and desks in a window stay.
  'tests/db/store/postgres/{agreementRights,answerLost,answers,audit,book,chains,dump,halfOpen,methods,older}.test.ts',
  'tests/db/store/postgres/{packs,pillars,purge,purges,purgedTransfer,roundTrips,sealed,search}.test.ts',
  'tests/db/store/postgres/{together,transfers,unitLocks}.test.ts',
  'tests/db/store/postgres/server/counted.test.ts',
  // The same by a second way: the command line, several agreements, a funder's own workbook, each read against a narrower workspace.
  'tests/db/entry/cli/{annual,move,path,rollup,server}.test.ts',
  'tests/db/reporting/rollup/{consolidated,importing,kit}.test.ts',
  'tests/db/reporting/returns/{restatement,templates/fill}.test.ts',
  'tests/security/agreementScope.test.ts',
  'tests/db/entry/demoStory.test.ts',
  'tests/scripts/sbom.test.ts',
];

/** A file that is named on the command line always runs. */
export const leftToWholeRun =
  isWhole || process.argv.slice(2).some((given) => /(?:tests|proofs)\//.test(given)) ? [] : files;
