import type { Role } from '#contract/ground/codes';
import type { Session } from '#contract/store/session';
import type { Screen } from './screen.ts';
import { screens } from './screens.tsx';

/** The screens that a user may use in the workspace that is open. */
export function screensOf(session: Session): readonly Screen[] {
  return screens.filter(
    (screen) =>
      (!screen.allAgreements || session.agreementIds === null) &&
      (screen.workspace === undefined || screen.workspace === session.workspace.kind) &&
      (screen.roles === 'anyone' || screen.roles.some((role) => session.roles.includes(role))),
  );
}

const firstPaths: readonly (readonly [Role, string])[] = [
  ['supervisor', '/backlog'],
  ['investigator', '/inbox'],
  ['coordinator', '/returns'],
  ['administrator', '/admin'],
  ['records_officer', '/records'],
  ['records_officer', '/waiting'],
];

/** Where a user lands: the first screen of their first role that has one. */
export function landingPath(session: Session): string {
  const available = screensOf(session).map((screen) => screen.path);
  const own = firstPaths.find(([role, path]) => session.roles.includes(role) && available.includes(path));
  return own?.[1] ?? available[0] ?? '/about';
}
