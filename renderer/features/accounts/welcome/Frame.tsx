import type { ReactNode } from 'react';
import { FictitiousStripe } from '../../../ui/FictitiousStripe.tsx';
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx';
import classes from './Frame.module.css';

interface FrameProps {
  readonly isDemonstration?: boolean;
  readonly children: ReactNode;
}

/** Around what is shown before anyone is signed in. */
export function Frame({ isDemonstration = false, children }: FrameProps) {
  return (
    <div className={classes.frame}>
      <header>
        <div className={classes.band}>
          <LanguageSwitch />
        </div>
        {isDemonstration && <FictitiousStripe />}
      </header>
      <main className={classes.main}>
        <div className={classes.column}>{children}</div>
      </main>
    </div>
  );
}
