import type { ComponentType } from 'react';
import type { TextKey } from '../../../i18n/text.ts';
import { ArrestsAndCharges } from './charges/ArrestsAndCharges.tsx';
import { Authorities } from './authorities/Authorities.tsx';
import { Devices } from './devices/Devices.tsx';
import type { FileSectionProps } from './fileSection.ts';
import { Keeping } from './Keeping.tsx';
import { Links } from './links/Links.tsx';
import { Notes } from './notes/Notes.tsx';
import { Offences } from './offences/Offences.tsx';
import { Overview } from './Overview.tsx';
import { People } from './people/People.tsx';
import { Support } from './people/Support.tsx';
import { Papers } from '../../custody/disclosure/Papers.tsx';
import { Partners } from './partners/Partners.tsx';
import { Tasks } from './tasks/Tasks.tsx';
import { FileTimeline } from './timeline/FileTimeline.tsx';
import { WaitingHistory } from './WaitingHistory.tsx';

interface FileSection {
  readonly code: string;
  readonly titleKey: TextKey;
  readonly element: ComponentType<FileSectionProps>;
}

/** The parts of a file's page, in the order of its rail. A part has its own heading, and its own key where one adds to it. */
export const fileSections: readonly FileSection[] = [
  { code: 'overview', titleKey: 'investigations:sections.overview', element: Overview },
  { code: 'timeline', titleKey: 'fileWork:timeline.title', element: FileTimeline },
  { code: 'people', titleKey: 'persons:section', element: People },
  { code: 'offences', titleKey: 'offences:part', element: Offences },
  { code: 'authorities', titleKey: 'investigations:sections.authorities', element: Authorities },
  { code: 'devices', titleKey: 'fileWork:devices.title', element: Devices },
  { code: 'charges', titleKey: 'investigations:sections.charges', element: ArrestsAndCharges },
  { code: 'support', titleKey: 'persons:support.title', element: Support },
  { code: 'partners', titleKey: 'fileWork:partners.title', element: Partners },
  { code: 'tasks', titleKey: 'fileWork:tasks.title', element: Tasks },
  { code: 'notes', titleKey: 'fileWork:notes.title', element: Notes },
  { code: 'papers', titleKey: 'papers:title', element: Papers },
  { code: 'links', titleKey: 'investigations:sections.links', element: Links },
  { code: 'keeping', titleKey: 'records:keeping.title', element: Keeping },
  { code: 'history', titleKey: 'investigations:sections.history', element: WaitingHistory },
];
