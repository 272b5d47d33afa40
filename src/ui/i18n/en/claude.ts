export const claude = {} as const;
