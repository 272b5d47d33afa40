export const understand = {} as const;
