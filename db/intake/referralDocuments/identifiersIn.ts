import type { IdentifierKind } from '#contract/ground/codes';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import { identifierKey } from '../../casework/identifiers/normalise.ts';
import { firstText, nameOf, partsNamed, printPath, textOf, type Found } from './walk.ts';

export type FoundIdentifier = IdentifierFacts & { readonly foundAt: string };

/** Elements whose own text identifies someone; what a service calls its accounts is a handle. */
const plainKinds: Readonly<Record<string, IdentifierKind>> = {
  email: 'email',
  emailaddress: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  mobilephone: 'phone',
  screenname: 'handle',
  username: 'handle',
  userid: 'handle',
  espidentifier: 'handle',
  espuserid: 'handle',
  accountid: 'handle',
  profileurl: 'url',
  url: 'url',
  groupidentifier: 'other',
};

const captures: ReadonlySet<string> = new Set(['ipcaptureevent', 'ipaddress', 'deviceid']);
const wanted: ReadonlySet<string> = new Set([...Object.keys(plainKinds), ...captures]);

/** An account that the report ties to this one carries its own service. */
const services = ['espService', 'service', 'accountType', 'chatClient', 'gameName', 'platform'].map((name) =>
  name.toLowerCase(),
);

/** What was handed over without being asked for: a provider's report, or that of the service that passed it on. */
const volunteered = { obtained: 'volunteered', obtainedReference: null } as const;

const short = (text: string | null, length: number): string | null => text?.slice(0, length) ?? null;

/** Everything under a part of the report that identifies someone, once each. */
export function identifiersIn(part: Found, leftOut: ReadonlySet<string>): readonly FoundIdentifier[] {
  const found = serviceGroups(part, leftOut).flatMap(({ group, service }) =>
    partsNamed(group, wanted, new Set([...leftOut, ...(group === part ? ['associatedaccount'] : [])])).flatMap((each) =>
      identifierOf(each, service),
    ),
  );
  const seen = new Set<string>();
  return found.filter((each) => {
    const key = [each.kind, identifierKey(each.kind, each.value), each.seenText, each.port, each.event].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

function serviceGroups(part: Found, leftOut: ReadonlySet<string>) {
  const accounts = partsNamed(part, new Set(['associatedaccount']), leftOut);
  return [part, ...accounts].map((group) => ({
    group,
    service: short(firstText(group, ...services), 80),
  }));
}

function identifierOf(part: Found, service: string | null): readonly FoundIdentifier[] {
  const name = nameOf(part);
  if (name === 'ipcaptureevent' || (name === 'ipaddress' && textOf(part) !== null)) return addressOf(part);
  if (name === 'deviceid') return deviceOf(part);
  const kind = plainKinds[name];
  const value = textOf(part);
  if (kind === undefined || value === null) return [];
  return readable({
    ...plain(kind, value),
    service: kind === 'handle' ? service : null,
    foundAt: printPath(part.path),
  });
}

const plain = (kind: IdentifierKind, value: string) => ({
  kind,
  value: value.slice(0, 500),
  service: null,
  port: null,
  seenText: null,
  seenOffset: null,
  event: null,
  ...volunteered,
});

/** A port that can be one; null otherwise. */
export function portOf(text: string | null): number | null {
  const port = Number(text ?? NaN);
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
}

function addressOf(part: Found): readonly FoundIdentifier[] {
  const value = textOf(part) ?? firstText(part, 'ipaddress', 'ip', 'address');
  if (value === null) return [];
  const proxy = firstText(part, 'possibleproxy') === 'true';
  const event = firstText(part, 'eventname', 'event');
  return readable({
    ...plain('ip', value),
    port: portOf(firstText(part, 'port')),
    seenText: short(firstText(part, 'datetime', 'timestamp', 'date'), 60),
    event: short(proxy ? `${event ?? ''} (possible proxy)`.trim() : event, 60),
    foundAt: printPath(part.path),
  });
}

function deviceOf(part: Found): readonly FoundIdentifier[] {
  const value = textOf(part) ?? firstText(part, 'idvalue', 'value', 'id');
  if (value === null) return [];
  return readable({
    ...plain('device', value),
    service: short(firstText(part, 'idtype', 'type'), 80),
    seenText: short(firstText(part, 'datetime', 'timestamp'), 60),
    event: short(firstText(part, 'eventname', 'event'), 60),
    foundAt: printPath(part.path),
  });
}

/** What is none of its kind is kept as it is written, as another identifier: a person decides. */
function readable(found: FoundIdentifier): readonly FoundIdentifier[] {
  if (identifierKey(found.kind, found.value) !== null) return [found];
  return identifierKey('other', found.value) === null ? [] : [{ ...found, kind: 'other' }];
}

/** Names whose parts are read here, for telling what of a report found no place. */
export const identifierNames: ReadonlySet<string> = new Set([
  ...wanted,
  ...services,
  'ip',
  'address',
  'port',
  'datetime',
  'timestamp',
  'date',
  'eventname',
  'event',
  'possibleproxy',
  'idtype',
  'idvalue',
  'associatedaccount',
]);
