export const root: string;
export function areInPlace(folder: string): boolean;
export function installPackages(): void;
