export const root: string;
export function areInPlace(folder: string): boolean;
export function installPackages(): void;
export function installFault(status: number | null): string | null;
