export function ensureChromium(machine?: {
	find(): string | null;
	isDebianRoot(): boolean;
	install(): void;
}): string;
