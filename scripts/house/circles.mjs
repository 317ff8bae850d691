// Circles among what a folder holds, its loose files and its folders alike. dependency-cruiser's own folder scope misses those that pass through a folder of a folder.

/** Circles of the store that are still to be broken (issue "One door"), each with all that is in it: one that grows is refused, and so is one that is no longer there. */
const known = [
  'db/store: folder.ts, sqlite',
  'db/store: access.ts, backups, bursts.ts, clockDoubt.ts, createWorkspace.ts, demonstrationClock.ts, deskDrafts.ts, dispatch.ts, draftsAway.ts, fileWatch.ts, folderOnly.ts, home.ts, jobs.ts, keep.ts, keyTrust.ts, keyWork.ts, loadSession.ts, move, otherHere.ts, postgres, refreshAfter.ts, refusals.ts, rights, seen.ts, seenOnServer.ts, sendDrafts.ts, settings.ts, signingKey.ts, store.ts, transact.ts, unlock.ts, views.ts, wholeness.ts, wipe.ts',
  'db/store/postgres: sealing.ts, server',
];

/** For each folder with an arrow between two things that it holds: the things that each of them imports. */
function foldersOf(arrows) {
  const folders = new Map();
  for (const [from, to] of arrows) {
    const [a, b] = [from.split('/'), to.split('/')];
    const depth = a.findIndex((part, index) => part !== b[index]);
    if (depth < 1) continue;
    const folder = a.slice(0, depth).join('/');
    if (!folders.has(folder)) folders.set(folder, new Map());
    const next = folders.get(folder);
    next.set(a[depth], (next.get(a[depth]) ?? new Set()).add(b[depth]));
  }
  return folders;
}

function reachedFrom(next, start) {
  const reached = new Set();
  const ways = [start];
  for (const at of ways)
    for (const to of next.get(at) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        ways.push(to);
      }
  return reached;
}

/**
 * @param {readonly (readonly [string, string])[]} arrows importing file, imported file
 * @returns {string[]} one line for each circle that is not known, and for each known one that is no longer there
 */
export function circlesIn(arrows) {
  const found = new Set();
  for (const [folder, next] of foldersOf(arrows)) {
    const reached = new Map([...next.keys()].map((thing) => [thing, reachedFrom(next, thing)]));
    for (const [thing, others] of reached) {
      if (!others.has(thing)) continue;
      const circle = [...others].filter((other) => reached.get(other)?.has(thing));
      found.add(`${folder}: ${circle.sort().join(', ')}`);
    }
  }
  return [
    ...[...found].filter((circle) => !known.includes(circle)).map((circle) => `circle in ${circle}`),
    ...known
      .filter((circle) => !found.has(circle))
      .map((circle) => `no longer a circle, so not to be listed: ${circle}`),
  ];
}
