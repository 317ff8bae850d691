import type about from './en/about.json';
import type admin from './en/admin.json';
import type codes from './en/codes.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type shell from './en/shell.json';
import type welcome from './en/welcome.json';

/**
 * The namespaces, one for each feature. To add one: `en/<name>.json`, `fr/<name>.json`, and its two lines here.
 * Keys are typed from the English file; `npm run check:text` holds the French one to it.
 */
export interface Namespaces {
  readonly about: typeof about;
  readonly admin: typeof admin;
  readonly codes: typeof codes;
  readonly common: typeof common;
  readonly errors: typeof errors;
  readonly shell: typeof shell;
  readonly welcome: typeof welcome;
}
