import {
  IconUsersGroup,
  IconCalendarDue,
  IconChartLine,
  IconCoin,
  IconDevices,
  IconArrowsSplit2,
  IconFileCertificate,
  IconFileText,
  IconFolders,
  IconInbox,
  IconInfoCircle,
  IconListDetails,
  IconPackage,
  IconReportAnalytics,
  IconScale,
  IconSettings,
  IconSum,
  IconTargetArrow,
  IconTransfer,
  IconUpload,
  IconUsers,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Role, WorkspaceKind } from '#contract/codes';
import type { TextKey } from '../i18n/text.ts';

export interface Screen {
  /** The screen also gets every path below it: its own `<Route>`s divide them. */
  readonly path: string;
  readonly navKey: TextKey;
  readonly icon: Icon;
  readonly roles: readonly Role[] | 'anyone';
  /** Absent: both kinds of workspace. */
  readonly workspace?: WorkspaceKind;
  /** Menu entries of one section stand together. */
  readonly section: 'files' | 'figures' | 'workspace';
  readonly element: LazyExoticComponent<ComponentType>;
  /** Stands beside the menu entry: how much waits behind it. */
  readonly badge?: LazyExoticComponent<ComponentType>;
  /** Mounted wherever one is: keys that open the screen. */
  readonly everywhere?: LazyExoticComponent<ComponentType>;
}

/** Every screen, in the order of the menu. A feature adds its line here and its `nav` key to its own namespace. */
export const screens: readonly Screen[] = [
  {
    path: '/inbox',
    navKey: 'triage:inbox.nav',
    icon: IconInbox,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({ default: (await import('../features/referrals/InboxScreen.tsx')).InboxScreen })),
    badge: lazy(async () => ({ default: (await import('../features/referrals/InboxCount.tsx')).InboxCount })),
  },
  {
    path: '/referrals',
    navKey: 'referrals:nav',
    icon: IconListDetails,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/referrals/ReferralsScreen.tsx')).ReferralsScreen,
    })),
    everywhere: lazy(async () => ({
      default: (await import('../features/referrals/LogReferralKey.tsx')).LogReferralKey,
    })),
  },
  {
    path: '/investigations',
    navKey: 'investigations:nav',
    icon: IconFolders,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/investigations/InvestigationsScreen.tsx')).InvestigationsScreen,
    })),
  },
  {
    path: '/due',
    navKey: 'due:nav',
    icon: IconCalendarDue,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({ default: (await import('../features/due/DueScreen.tsx')).DueScreen })),
    badge: lazy(async () => ({ default: (await import('../features/due/DueCount.tsx')).DueCount })),
  },
  {
    path: '/devices',
    navKey: 'fileWork:queue.nav',
    icon: IconDevices,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/devices/DeviceQueueScreen.tsx')).DeviceQueueScreen,
    })),
  },
  {
    path: '/transfers',
    navKey: 'fileWork:transfers.nav',
    icon: IconTransfer,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/transfers/TransfersScreen.tsx')).TransfersScreen,
    })),
    badge: lazy(async () => ({ default: (await import('../features/transfers/TransferCount.tsx')).TransferCount })),
  },
  {
    path: '/handover',
    navKey: 'fileWork:handover.nav',
    icon: IconUserShare,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/handover/HandoverScreen.tsx')).HandoverScreen,
    })),
  },
  {
    path: '/operations',
    navKey: 'fileWork:operations.nav',
    icon: IconTargetArrow,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({
      default: (await import('../features/operations/OperationsScreen.tsx')).OperationsScreen,
    })),
  },
  {
    path: '/imports',
    navKey: 'imports:nav',
    icon: IconUpload,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({ default: (await import('../features/imports/ImportsScreen.tsx')).ImportsScreen })),
  },
  {
    path: '/tips',
    navKey: 'tips:nav',
    icon: IconFileText,
    roles: ['investigator', 'supervisor'],
    workspace: 'unit',
    section: 'files',
    element: lazy(async () => ({ default: (await import('../features/imports/tips/TipsScreen.tsx')).TipsScreen })),
  },
  {
    path: '/backlog',
    navKey: 'backlog:nav',
    icon: IconChartLine,
    roles: ['investigator', 'supervisor', 'coordinator'],
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/backlog/BacklogScreen.tsx')).BacklogScreen })),
  },
  {
    path: '/counterfactual',
    navKey: 'counterfactual:nav',
    icon: IconArrowsSplit2,
    roles: ['supervisor', 'coordinator'],
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/counterfactual/CounterfactualScreen.tsx')).CounterfactualScreen,
    })),
  },
  {
    path: '/staffing',
    navKey: 'staffing:nav',
    icon: IconUsersGroup,
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/staffing/StaffingScreen.tsx')).StaffingScreen })),
  },
  {
    path: '/victims',
    navKey: 'victims:nav',
    icon: IconUsers,
    roles: ['supervisor'],
    workspace: 'unit',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/victims/VictimsScreen.tsx')).VictimsScreen })),
  },
  {
    path: '/funding',
    navKey: 'funding:nav',
    icon: IconCoin,
    roles: ['coordinator', 'administrator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/funding/FundingScreen.tsx')).FundingScreen })),
  },
  {
    path: '/reports',
    navKey: 'reports:nav',
    icon: IconCalendarDue,
    roles: ['coordinator', 'administrator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen })),
    badge: lazy(async () => ({ default: (await import('../features/reports/ReportCount.tsx')).ReportCount })),
  },
  {
    path: '/frameworks',
    navKey: 'frameworks:nav',
    icon: IconListDetails,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/frameworks/FrameworksScreen.tsx')).FrameworksScreen,
    })),
  },
  {
    path: '/returns',
    navKey: 'returns:nav',
    icon: IconReportAnalytics,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/returns/ReturnsScreen.tsx')).ReturnsScreen })),
  },
  {
    path: '/rollup',
    navKey: 'rollup:nav',
    icon: IconSum,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/returns/rollup/RollupScreen.tsx')).RollupScreen,
    })),
  },
  {
    path: '/packs',
    navKey: 'packs:nav',
    icon: IconPackage,
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/packs/PacksScreen.tsx')).PacksScreen })),
  },
  {
    path: '/packs',
    navKey: 'packs:nav',
    icon: IconPackage,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({ default: (await import('../features/packs/PacksScreen.tsx')).PacksScreen })),
  },
  {
    path: '/reference',
    navKey: 'laboratory:nav',
    icon: IconScale,
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/counterfactual/reference/ReferenceScreen.tsx')).ReferenceScreen,
    })),
  },
  {
    path: '/reference',
    navKey: 'laboratory:nav',
    icon: IconScale,
    roles: ['coordinator'],
    workspace: 'coordination',
    section: 'figures',
    element: lazy(async () => ({
      default: (await import('../features/counterfactual/reference/ReferenceScreen.tsx')).ReferenceScreen,
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
      default: (await import('../features/agreements/AgreementsScreen.tsx')).AgreementsScreen,
    })),
  },
  {
    path: '/admin',
    navKey: 'shell:nav.admin',
    icon: IconSettings,
    roles: ['administrator'],
    section: 'workspace',
    element: lazy(async () => ({ default: (await import('../features/admin/AdminScreen.tsx')).AdminScreen })),
  },
  {
    path: '/about',
    navKey: 'shell:nav.about',
    icon: IconInfoCircle,
    roles: 'anyone',
    section: 'workspace',
    element: lazy(async () => ({ default: (await import('../features/about/AboutScreen.tsx')).AboutScreen })),
  },
];
