/** Tests and the demonstration work in a folder of their own; what is installed keeps its own, whatever the environment says. */
export function ownUserData(isPackaged: boolean, environment: NodeJS.ProcessEnv): string | undefined {
  return isPackaged ? undefined : environment['VIGIE_USER_DATA'];
}
