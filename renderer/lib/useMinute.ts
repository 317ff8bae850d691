import { useEffect, useState } from 'react';
import { onPageClockMoved, pageNow } from './pageClock.ts';

const minute = 60_000;

/** The present, to the minute: what is due comes nearer while one looks. */
export function useMinute(): number {
  const [now, setNow] = useState(pageNow);
  useEffect(() => {
    const look = () => {
      setNow(pageNow());
    };
    const timer = setInterval(look, minute);
    const forget = onPageClockMoved(look);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, []);
  return now;
}
