import { useText } from '../i18n/text.ts';
import classes from './KeyHint.module.css';

/** Keys that a French keyboard names otherwise. */
const named = ['shift', 'enter', 'space', 'escape'] as const;

/** Keys as they are written on the keyboard: 'mod+Enter' is Ctrl and Enter. */
export function KeyHint({ keys }: { readonly keys: string }) {
  const t = useText();
  const nameOf = (key: string): string => {
    if (key === 'ArrowDown') return '↓';
    if (key === 'mod') return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
    const known = named.find((each) => each === key.toLowerCase());
    return known === undefined ? key.charAt(0).toUpperCase() + key.slice(1) : t(`common:key.${known}`);
  };
  return (
    <span className={classes.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={classes.key}>
          {nameOf(key)}
        </kbd>
      ))}
    </span>
  );
}
