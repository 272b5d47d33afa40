import type { Funnel } from "./inbox-parts";

/** Two changes within this time ask once. */
const SOON_MS = 2000;

/** The last known funnel of each project, asked for anew behind, so that nothing on the screen waits for it. */
export class FunnelMemory {
	private readonly funnels = new Map<string, Funnel>();
	private readonly asking = new Set<string>();
	private readonly stale = new Set<string>();
	private readonly listeners = new Set<() => void>();

	constructor(private readonly ask: (project: string) => Promise<Funnel>) {}

	/** Null: not known yet; listeners hear when it is. */
	known(project: string): Funnel | null {
		const funnel = this.funnels.get(project) ?? null;
		if (funnel === null || this.stale.has(project)) this.askFor(project);
		return funnel;
	}

	/** Something may differ: the next look asks again. */
	forget(): void {
		for (const project of this.funnels.keys()) this.stale.add(project);
	}

	/** What this project's outline or draft says may differ. Asked only where somebody looked before. */
	changed(project: string): void {
		if (!this.funnels.has(project)) return;
		this.stale.add(project);
		this.askFor(project);
	}

	onChange(callback: () => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	private askFor(project: string): void {
		if (this.asking.has(project)) return;
		this.asking.add(project);
		const isFirst = !this.funnels.has(project);
		window.setTimeout(() => void this.fetch(project), isFirst ? 0 : SOON_MS);
	}

	private async fetch(project: string): Promise<void> {
		this.stale.delete(project);
		try {
			const funnel = await this.ask(project);
			const before = this.funnels.get(project);
			this.funnels.set(project, funnel);
			if (before === undefined || !isSame(before, funnel))
				for (const listener of [...this.listeners]) listener();
		} finally {
			this.asking.delete(project);
		}
	}
}

function isSame(a: Funnel, b: Funnel): boolean {
	const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
		one.size === other.size && [...one].every((path) => other.has(path));
	return (
		a.published === b.published &&
		a.readings === b.readings &&
		sameSet(a.outlined, b.outlined) &&
		sameSet(a.cited, b.cited)
	);
}
