import type { DeviceStore } from "../vault/device-store";

const KEY = "inbox reasons";
const MOST = 5;

/** The last reasons given on this device, newest first. */
export class RecentReasons {
	private reasons: readonly string[] = [];

	constructor(private readonly store: Pick<DeviceStore, "get" | "put">) {}

	async load(): Promise<void> {
		const saved = await this.store.get(KEY);
		if (!Array.isArray(saved)) return;
		this.reasons = saved.filter((reason) => typeof reason === "string").slice(0, MOST);
	}

	all(): readonly string[] {
		return this.reasons;
	}

	async add(reason: string): Promise<void> {
		this.reasons = [reason, ...this.reasons.filter((other) => other !== reason)].slice(0, MOST);
		await this.store.put(KEY, this.reasons);
	}
}
