export const estimatePath = '/counterfactual';
export const methodPath = `${estimatePath}/method`;
