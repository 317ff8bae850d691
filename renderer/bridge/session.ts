import { createContext, useContext } from 'react';
import type { Role } from '#contract/ground/codes';
import type { Session } from '#contract/store/session';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in and to which workspace. Screens exist only under a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the signed-in frame');
  return session;
}

/** Hides what the user may not do; the store refuses it in any case. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const session = useSession();
  return roles.some((role) => session.roles.includes(role));
}
