/** What is computed from confirmed months: estimates and plans. */
export const estimateMethods: Record<string, string> = {
  'counterfactual.lastMonth': 'read: supervisor, coordinator',
  'counterfactual.run': 'read: supervisor, coordinator',
  'counterfactual.first': 'read: supervisor, coordinator',
  'counterfactual.sensitivity': 'read: supervisor, coordinator',
  'counterfactual.placebos': 'read: supervisor, coordinator',
  'counterfactual.replicate': 'action: coordinator (coordination)',
  'plans.list': 'read: supervisor, coordinator',
  'plans.save': 'write: supervisor, coordinator',
  'plans.remove': 'write: supervisor, coordinator',
  'plans.project': 'read: supervisor, coordinator',
  'plans.print': 'action: supervisor, coordinator',
  'plans.backtest': 'read: supervisor, coordinator',
  'plans.findStaff': 'read: supervisor, coordinator',
};
