import { FilePartsContext, type FileParts } from '../features/casework/investigations/fileParts.ts';
import { FileAccess } from '../features/casework/investigations/FileAccess.tsx';
import { InvestigationsScreen } from '../features/casework/investigations/InvestigationsScreen.tsx';
import { FileCorrections } from '../features/casework/investigations/FileCorrections.tsx';
import { Transfers } from '../features/casework/investigations/Transfers.tsx';
import { Authorities } from '../features/casework/investigations/authorities/Authorities.tsx';
import { ArrestsAndCharges } from '../features/casework/investigations/charges/ArrestsAndCharges.tsx';
import { Devices } from '../features/casework/investigations/devices/Devices.tsx';
import { Hearings } from '../features/casework/investigations/hearings/Hearings.tsx';
import { Links } from '../features/casework/investigations/links/Links.tsx';
import { Notes } from '../features/casework/investigations/notes/Notes.tsx';
import { Offences } from '../features/casework/investigations/offences/Offences.tsx';
import { Partners } from '../features/casework/investigations/partners/Partners.tsx';
import { People } from '../features/casework/investigations/people/People.tsx';
import { Support } from '../features/casework/investigations/people/Support.tsx';
import { Tasks } from '../features/casework/investigations/tasks/Tasks.tsx';
import { PaperPage } from '../features/custody/disclosure/PaperPage.tsx';
import { Papers } from '../features/custody/disclosure/Papers.tsx';
import { FileRetention } from '../features/custody/records/FileRetention.tsx';
import { SealFile } from '../features/custody/seals/SealFile.tsx';
import { SealPerson } from '../features/custody/seals/SealPerson.tsx';

const parts: FileParts = {
  /** In the order of the page. A part has its own heading, and its own key where one adds to it. */
  sections: [
    { code: 'people', titleKey: 'common:personsAndIdentifiers', element: People },
    { code: 'offences', titleKey: 'offences:part', element: Offences },
    { code: 'authorities', titleKey: 'investigations:sections.authorities', element: Authorities },
    { code: 'devices', titleKey: 'codes:paperSection.devices', element: Devices },
    { code: 'charges', titleKey: 'investigations:sections.charges', element: ArrestsAndCharges },
    { code: 'hearings', titleKey: 'fileWork:hearings.title', element: Hearings },
    { code: 'support', titleKey: 'persons:support.title', element: Support },
    { code: 'partners', titleKey: 'codes:paperSection.partners', element: Partners },
    { code: 'tasks', titleKey: 'codes:paperSection.tasks', element: Tasks },
    { code: 'notes', titleKey: 'codes:heading.notes', element: Notes },
    { code: 'papers', titleKey: 'papers:title', element: Papers },
    { code: 'links', titleKey: 'codes:paperSection.links', element: Links },
    { code: 'transfers', titleKey: 'fileWork:transfers.nav', element: Transfers },
    { code: 'corrections', titleKey: 'codes:paperSection.corrections', element: FileCorrections },
    { code: 'keeping', titleKey: 'records:keeping.title', element: FileRetention },
    { code: 'access', titleKey: 'admin:audit.ofFile', element: FileAccess },
  ],
  SealFile,
  SealPerson,
  DisclosurePage: PaperPage,
};

/** The investigations, with the parts of a file's page that come from the custody room. */
export function FileScreens() {
  return (
    <FilePartsContext value={parts}>
      <InvestigationsScreen />
    </FilePartsContext>
  );
}
