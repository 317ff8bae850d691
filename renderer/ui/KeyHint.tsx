import classes from './KeyHint.module.css';

/** Keys as they stand on the keyboard: 'mod+Enter' is Ctrl and Enter. */
export function KeyHint({ keys }: { readonly keys: string }) {
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

function nameOf(key: string): string {
  if (key === 'ArrowDown') return '↓';
  if (key === 'mod') return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
}
