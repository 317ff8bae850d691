import { useLocation } from 'wouter';

/** Makes what a button or a key does that leads to another screen. */
export function useGo(): (path: string) => () => void {
  const [, navigate] = useLocation();
  return (path) => () => {
    navigate(path);
  };
}
