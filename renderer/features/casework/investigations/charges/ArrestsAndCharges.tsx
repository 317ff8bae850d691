import type { FilePartProps } from '../fileParts.ts';
import { Arrests } from './Arrests.tsx';
import { Charges } from './Charges.tsx';
import { Delays } from './Delays.tsx';

/** Arrests, charges and persons charged are three counters: none is read from another. */
export function ArrestsAndCharges({ detail }: FilePartProps) {
  return (
    <>
      <Arrests detail={detail} />
      <Charges detail={detail} />
      <Delays file={detail.investigation} />
    </>
  );
}
