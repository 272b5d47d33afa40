import type { DeviceFacts } from "./reachability";

/**
 * A way on which a host may get the key. `direct`: by `fetch`, which stops at a redirect. `roundabout`: by the app's
 * `requestUrl`, which follows redirects unseen and may take the key along to another host.
 */
export type Permit = Readonly<{ origin: string; way: "direct" | "roundabout" }>;

const KEY = "winnow-permits";

/** What the person of this device allowed. Kept on the device, never in the settings file. */
export class HostConsent {
	constructor(private readonly facts: DeviceFacts) {}

	has(permit: Permit): boolean {
		return this.names().includes(nameOf(permit));
	}

	give(permit: Permit): void {
		if (!this.has(permit)) this.facts.save(KEY, [...this.names(), nameOf(permit)]);
	}

	private names(): readonly string[] {
		const stored = this.facts.load(KEY);
		return Array.isArray(stored) ? stored.filter((name) => typeof name === "string") : [];
	}
}

function nameOf({ origin, way }: Permit): string {
	return `${way} ${origin}`;
}

/** Whether others on the line can read what is sent: not encrypted, and not to this machine itself. */
export function isOpenLine(origin: string): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
