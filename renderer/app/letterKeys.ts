import { useSyncExternalStore } from 'react';

// Speech input can type stray letters: whoever needs to can switch single-letter keys off (WCAG 2.1.4).
const name = 'vigie.letterKeys';
const listeners = new Set<() => void>();

function isOn(): boolean {
  return localStorage.getItem(name) !== 'off';
}

export function setLetterKeys(on: boolean): void {
  localStorage.setItem(name, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOn);
}
