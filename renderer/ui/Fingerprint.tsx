import shared from './Shared.module.css';
import classes from './Fingerprint.module.css';

/** A key's fingerprint, laid out as it is read aloud: four groups a line. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <span className={classes.fingerprint}>
      {value.split(' ').map((group, index) => (
        // The same four digits may occur twice.
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}

/** A SHA-256 or another long code, on one line where there is room. */
export function Hash({ value }: { readonly value: string }) {
  return <span className={shared.hash}>{value}</span>;
}
