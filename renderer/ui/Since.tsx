import { useText } from '../i18n/text.ts';
import classes from './Since.module.css';

/** "since 2026-11-23", never broken within the date. */
export function Since({ on }: { readonly on: string }) {
  return <span className={classes.since}>{useText()('lists:since', { on })}</span>;
}
