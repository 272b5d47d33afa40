import type { DeviceFacts } from "./reachability";

const KEY = "winnow-confirmed-hosts";

/** Hosts that the person of this device lets have the key. Kept on the device, never in the settings file. */
export class HostConsent {
	constructor(private readonly facts: DeviceFacts) {}

	has(host: string): boolean {
		return this.hosts().includes(host);
	}

	give(host: string): void {
		if (!this.has(host)) this.facts.save(KEY, [...this.hosts(), host]);
	}

	private hosts(): readonly string[] {
		const stored = this.facts.load(KEY);
		return Array.isArray(stored) ? stored.filter((host) => typeof host === "string") : [];
	}
}
