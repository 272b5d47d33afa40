import type { DeviceFacts } from "./reachability";

const KEY = "winnow-spent";

/** What this month's answers cost on this device, and how far the person let it go. US dollars. */
type Month = Readonly<{ month: string; spent: number; allowed: number }>;

export type SpendingParts = Readonly<{
	facts: DeviceFacts;
	now(): Date;
	/** Null: no limit. */
	limit(): number | null;
	/** Asks whether the month may go on up to `next`. */
	askToGoOn(month: Readonly<{ spent: number; limit: number; next: number }>): Promise<boolean>;
}>;

/** A person who goes on is asked again after so much of the limit. */
const STEP = 0.2;

/** Counts what answers cost, and asks before a month goes over its limit. */
export class Spending {
	private asking: Promise<boolean> | null = null;

	constructor(private readonly parts: SpendingParts) {}

	get spent(): number {
		return this.month().spent;
	}

	add(cost: number | null): void {
		const month = this.month();
		if (cost !== null && cost > 0) this.save({ ...month, spent: month.spent + cost });
	}

	/** Whether a question of this cost may be sent. Questions side by side are asked about once. */
	async mayCost(cost: number | null): Promise<boolean> {
		const limit = this.parts.limit();
		if (limit === null || cost === null) return true;
		const { spent, allowed } = this.month();
		if (spent + cost <= Math.max(limit, allowed)) return true;
		this.asking ??= this.goOn(limit).finally(() => (this.asking = null));
		return this.asking;
	}

	private async goOn(limit: number): Promise<boolean> {
		const { spent } = this.month();
		const next = Math.max(spent, limit) + Math.max(limit * STEP, 1);
		if (!(await this.parts.askToGoOn({ spent, limit, next }))) return false;
		this.save({ ...this.month(), allowed: next });
		return true;
	}

	private month(): Month {
		const month = this.parts.now().toISOString().slice(0, "2026-11".length);
		const stored = this.parts.facts.load(KEY);
		const fresh = { month, spent: 0, allowed: 0 };
		if (typeof stored !== "object" || stored === null) return fresh;
		const { month: then, spent, allowed } = stored as Readonly<Record<string, unknown>>;
		if (then !== month || typeof spent !== "number" || typeof allowed !== "number")
			return fresh;
		return { month, spent, allowed };
	}

	private save(month: Month): void {
		this.parts.facts.save(KEY, month);
	}
}
