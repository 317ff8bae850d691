import { useEffect, useState } from 'react';

/** True once the page has shown the same thing for that long: work that nobody asked for waits until nobody is on the way elsewhere. */
export function useIdle(what: string, milliseconds: number): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(what);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [what, milliseconds]);
  return rested === what;
}
