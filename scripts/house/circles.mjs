// Circles among the sibling folders of a room. dependency-cruiser's own folder scope misses those that pass through a folder of a folder.

/** `db/casework/referrals` of a file anywhere below it; null for a file that lies in no folder of a room. */
function folderOf(path, layer) {
  const parts = path.startsWith(`${layer}/`) ? path.slice(layer.length + 1).split('/') : [];
  return parts.length > 2 ? `${layer}/${parts[0]}/${parts[1]}` : null;
}

const roomOf = (folder) => folder.slice(0, folder.lastIndexOf('/'));

/**
 * @param {readonly (readonly [string, string])[]} arrows importing file, imported file
 * @param {string} layer
 * @returns {string[]} one line for each folder from which imports lead back to itself
 */
export function foldersInCircles(arrows, layer) {
  const next = new Map();
  for (const [from, to] of arrows) {
    const [a, b] = [folderOf(from, layer), folderOf(to, layer)];
    if (a === null || b === null || a === b || roomOf(a) !== roomOf(b)) continue;
    next.set(a, (next.get(a) ?? new Set()).add(b));
  }
  return [...next.keys()].flatMap((start) => {
    const way = wayBack(next, start);
    return way === null ? [] : [`folders-in-a-circle: ${way.join(' -> ')}`];
  });
}

/** The shortest way from a folder back to itself. */
function wayBack(next, start) {
  const ways = [[start]];
  const seen = new Set();
  for (const way of ways) {
    for (const folder of next.get(way.at(-1)) ?? []) {
      if (folder === start) return [...way, folder];
      if (seen.has(folder)) continue;
      seen.add(folder);
      ways.push([...way, folder]);
    }
  }
  return null;
}
