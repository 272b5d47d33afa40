export const draft = {} as const;
