import {
  IconCalendarDue,
  IconCoin,
  IconFileCertificate,
  IconListDetails,
  IconPackage,
  IconReportAnalytics,
  IconScale,
  IconSum,
} from '@tabler/icons-react';
import { screen, type Screen } from './screen.ts';

const coordination = { roles: ['coordinator'], workspace: 'coordination', section: 'figures' } as const;
const alsoAdministrators = { ...coordination, roles: ['coordinator', 'administrator'] } as const;

/** What a coordination workspace alone has, in the order of its menu. */
export const coordinationScreens: readonly Screen[] = [
  {
    path: '/funding',
    navKey: 'funding:nav',
    icon: IconCoin,
    ...alsoAdministrators,
    element: screen(() => import('../features/reporting/funding/FundingScreen.tsx'), 'FundingScreen'),
  },
  {
    path: '/reports',
    navKey: 'reports:nav',
    icon: IconCalendarDue,
    ...alsoAdministrators,
    element: screen(() => import('../features/reporting/reportingDeadlines/ReportsScreen.tsx'), 'ReportsScreen'),
    badge: screen(() => import('../features/reporting/reportingDeadlines/ReportCount.tsx'), 'ReportCount'),
  },
  {
    path: '/frameworks',
    navKey: 'frameworks:nav',
    icon: IconListDetails,
    ...coordination,
    element: screen(() => import('../features/reporting/frameworks/FrameworksScreen.tsx'), 'FrameworksScreen'),
  },
  {
    path: '/returns',
    navKey: 'returns:nav',
    icon: IconReportAnalytics,
    ...coordination,
    element: screen(() => import('../features/reporting/returns/ReturnsScreen.tsx'), 'ReturnsScreen'),
  },
  {
    path: '/rollup',
    navKey: 'rollup:nav',
    icon: IconSum,
    ...coordination,
    element: screen(() => import('../features/reporting/rollup/RollupScreen.tsx'), 'RollupScreen'),
  },
  {
    path: '/packs',
    navKey: 'packs:nav',
    icon: IconPackage,
    ...coordination,
    element: screen(() => import('../features/reporting/packs/PacksScreen.tsx'), 'PacksScreen'),
  },
  {
    path: '/reference',
    navKey: 'laboratory:nav',
    icon: IconScale,
    roles: ['coordinator'],
    allAgreements: true,
    workspace: 'coordination',
    section: 'figures',
    element: screen(() => import('../features/statistics/estimate/reference/ReferenceScreen.tsx'), 'ReferenceScreen'),
  },
  {
    path: '/agreements',
    navKey: 'agreements:nav',
    icon: IconFileCertificate,
    ...alsoAdministrators,
    element: screen(() => import('../features/reporting/agreements/AgreementsScreen.tsx'), 'AgreementsScreen'),
  },
];
