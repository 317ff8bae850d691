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
import { lazy } from 'react';
import type { Screen } from './screen.ts';

/** What a coordination workspace alone has, in the order of its menu. */
export const coordinationScreens: readonly Screen[] = [
  {
    path: '/funding',
    navKey: 'funding:nav',
    icon: IconCoin,
    roles: ['coordinator', 'administrator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/funding/FundingScreen.tsx')).FundingScreen,
    })),
  },
  {
    path: '/reports',
    navKey: 'reports:nav',
    icon: IconCalendarDue,
    roles: ['coordinator', 'administrator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/reportingDeadlines/ReportsScreen.tsx')).ReportsScreen,
    })),
    badge: lazy(async () => ({
      default: (await import('../features/reporting/reportingDeadlines/ReportCount.tsx')).ReportCount,
    })),
  },
  {
    path: '/frameworks',
    navKey: 'frameworks:nav',
    icon: IconListDetails,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/frameworks/FrameworksScreen.tsx')).FrameworksScreen,
    })),
  },
  {
    path: '/returns',
    navKey: 'returns:nav',
    icon: IconReportAnalytics,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/returns/ReturnsScreen.tsx')).ReturnsScreen,
    })),
  },
  {
    path: '/rollup',
    navKey: 'rollup:nav',
    icon: IconSum,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/rollup/RollupScreen.tsx')).RollupScreen,
    })),
  },
  {
    path: '/packs',
    navKey: 'packs:nav',
    icon: IconPackage,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/reporting/packs/PacksScreen.tsx')).PacksScreen })),
  },
  {
    path: '/reference',
    navKey: 'laboratory:nav',
    icon: IconScale,
    roles: ['coordinator'],
    allAgreements: true,
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/statistics/estimate/reference/ReferenceScreen.tsx')).ReferenceScreen,
    })),
  },
  {
    path: '/agreements',
    navKey: 'agreements:nav',
    icon: IconFileCertificate,
    roles: ['coordinator', 'administrator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/reporting/agreements/AgreementsScreen.tsx')).AgreementsScreen,
    })),
  },
];
