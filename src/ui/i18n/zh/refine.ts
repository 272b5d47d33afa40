export const refine = {} as const;
