import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../scripts/house/rooms.cjs';

const names = [...Object.keys(rooms), 'entry'];

/** Paths that a line names; a short one may be in the folder of one that the line has named before it. */
function missingIn(room: string, line: string): string[] {
  const places = [room, '.'];
  return [...line.matchAll(/`([\w./]+(?:\.\w+|\/))`/g)].flatMap(([, path = '']) => {
    const place = places.find((each) => existsSync(join(each, path)));
    if (place === undefined) return [path];
    places.push(path.endsWith('/') ? join(place, path) : dirname(join(place, path)));
    return [];
  });
}

describe.each(names)('the page of the room %s', (name) => {
  const page = readFileSync(`db/${name}/README.md`, 'utf8');

  it('is short and names what is there', () => {
    const lines = page.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThan(2);
    expect(lines.flatMap((line) => missingIn(`db/${name}`, line))).toEqual([]);
  });

  it('says which rooms it may import', () => {
    const said = /^May import: (.*?)\. /m.exec(page)?.[1] ?? '';
    if (name === 'entry' || name === 'ground') expect(said).toMatch(/^(Every room|Nothing above it)/);
    else expect([...said.matchAll(/`(\w+)`/g)].map(([, room]) => room)).toEqual(rooms[name as keyof typeof rooms]);
  });
});

it('has a page and a line on the map for each room', () => {
  const map = readFileSync('README.md', 'utf8');
  const folders = readdirSync('db', { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(names.filter((name) => !map.includes(`(db/${name}/README.md)`))).toEqual([]);
});
