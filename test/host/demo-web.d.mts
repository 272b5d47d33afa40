export function demoPage(address: string): { status: number; headers: Record<string, string>; bytes: Buffer } | null;
