import type about from './en/about.json';
import type admin from './en/admin.json';
import type agreements from './en/agreements.json';
import type authorities from './en/authorities.json';
import type backlog from './en/backlog.json';
import type codes from './en/codes.json';
import type common from './en/common.json';
import type counterfactual from './en/counterfactual.json';
import type due from './en/due.json';
import type exchanges from './en/exchanges.json';
import type errors from './en/errors.json';
import type fileWork from './en/fileWork.json';
import type frameworks from './en/frameworks.json';
import type funding from './en/funding.json';
import type imports from './en/imports.json';
import type investigations from './en/investigations.json';
import type laboratory from './en/laboratory.json';
import type lists from './en/lists.json';
import type offences from './en/offences.json';
import type packs from './en/packs.json';
import type papers from './en/papers.json';
import type persons from './en/persons.json';
import type records from './en/records.json';
import type referrals from './en/referrals.json';
import type reports from './en/reports.json';
import type returns from './en/returns.json';
import type rollup from './en/rollup.json';
import type shell from './en/shell.json';
import type staffing from './en/staffing.json';
import type templates from './en/templates.json';
import type triage from './en/triage.json';
import type victims from './en/victims.json';
import type tips from './en/tips.json';
import type welcome from './en/welcome.json';

/**
 * The namespaces, one for each feature. To add one: `en/<name>.json`, `fr/<name>.json`, and its two lines here.
 * Keys are typed from the English file; `npm run check:text` holds the French one to it.
 */
export interface Namespaces {
  readonly about: typeof about;
  readonly admin: typeof admin;
  readonly agreements: typeof agreements;
  readonly authorities: typeof authorities;
  readonly backlog: typeof backlog;
  readonly codes: typeof codes;
  readonly common: typeof common;
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
