/** Slashes single and none at the ends, no-break spaces plain, NFC ([R] d.ts: normalizePath). */
export function normalizePath(path: string): string {
	const plain = path.replace(/[\u00A0\u202F]/g, " ").normalize("NFC");
	const parts = plain.split(/[\\/]/).filter((part) => part !== "");
	return parts.length === 0 ? "/" : parts.join("/");
}
