import type { CodeTexts } from '#contract/words/codes';
import type acts from '../../electron/contract/words/acts.en.json';
import type about from './en/accounts/about.json';
import type admin from './en/accounts/admin.json';
import type agreements from './en/reporting/agreements.json';
import type authorities from './en/casework/authorities.json';
import type backlog from './en/statistics/backlog.json';
import type common from './en/ground/common.json';
import type corrections from './en/casework/corrections.json';
import type counterfactual from './en/statistics/counterfactual.json';
import type due from './en/casework/due.json';
import type exchanges from './en/custody/exchanges.json';
import type errors from '../../electron/contract/words/failures.en.json';
import type fileWork from './en/casework/fileWork.json';
import type frameworks from './en/reporting/frameworks.json';
import type funding from './en/reporting/funding.json';
import type imports from './en/intake/imports.json';
import type investigations from './en/casework/investigations.json';
import type laboratory from './en/statistics/laboratory.json';
import type lists from './en/casework/lists.json';
import type offences from './en/casework/offences.json';
import type packs from './en/reporting/packs.json';
import type papers from './en/custody/papers.json';
import type persons from './en/casework/persons.json';
import type plans from './en/statistics/plans.json';
import type records from './en/custody/records.json';
import type referrals from './en/casework/referrals.json';
import type reports from './en/reporting/reports.json';
import type returns from './en/reporting/returns.json';
import type rollup from './en/reporting/rollup.json';
import type shell from './en/entry/shell.json';
import type staffing from './en/ledger/staffing.json';
import type templates from './en/reporting/templates.json';
import type triage from './en/casework/triage.json';
import type victims from './en/casework/victims.json';
import type tips from './en/intake/tips.json';
import type welcome from './en/accounts/welcome.json';

/**
 * The namespaces, one for each feature. To add one: `en/<name>.json`, `fr/<name>.json`, and its two lines here.
 * Keys are typed from the English file; `npm run check:text` holds the French one to it. Three come from the contract's `words/`:
 * `codes` is the glossary's labels, `errors` is shared with the command line, and `acts` with the exported audit journal.
 */
export interface Namespaces {
  readonly about: typeof about;
  readonly acts: typeof acts;
  readonly admin: typeof admin;
  readonly agreements: typeof agreements;
  readonly authorities: typeof authorities;
  readonly backlog: typeof backlog;
  readonly codes: CodeTexts;
  readonly common: typeof common;
  readonly corrections: typeof corrections;
  readonly counterfactual: typeof counterfactual;
  readonly due: typeof due;
  readonly errors: typeof errors;
  readonly exchanges: typeof exchanges;
  readonly fileWork: typeof fileWork;
  readonly frameworks: typeof frameworks;
  readonly funding: typeof funding;
  readonly imports: typeof imports;
  readonly investigations: typeof investigations;
  readonly laboratory: typeof laboratory;
  readonly lists: typeof lists;
  readonly offences: typeof offences;
  readonly packs: typeof packs;
  readonly papers: typeof papers;
  readonly persons: typeof persons;
  readonly plans: typeof plans;
  readonly records: typeof records;
  readonly referrals: typeof referrals;
  readonly reports: typeof reports;
  readonly returns: typeof returns;
  readonly rollup: typeof rollup;
  readonly shell: typeof shell;
  readonly staffing: typeof staffing;
  readonly templates: typeof templates;
  readonly triage: typeof triage;
  readonly victims: typeof victims;
  readonly tips: typeof tips;
  readonly welcome: typeof welcome;
}
