import { useEffect, useRef, type RefObject } from 'react';
import { takeFocus } from './takeFocus.ts';

/** For a screen that is one form: the cursor begins in its first field. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    takeFocus(element.current);
  }, []);
  return element;
}
