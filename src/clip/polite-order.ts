/** An order of links in which each host comes once before any comes again, so that no lane waits for another's. */
export function spreadHosts(urls: readonly string[]): readonly number[] {
	const byHost = new Map<string, number[]>();
	urls.forEach((url, index) => {
		const host = hostOf(url);
		byHost.set(host, [...(byHost.get(host) ?? []), index]);
	});
	const order: number[] = [];
	const queues = [...byHost.values()];
	for (let round = 0; order.length < urls.length; round++) {
		for (const queue of queues) {
			const index = queue[round];
			if (index !== undefined) order.push(index);
		}
	}
	return order;
}

/** Politeness: a site gets one request at a time, however many lanes there are. */
export function hostInTurn(): <T>(url: string, work: () => Promise<T>) => Promise<T> {
	const last = new Map<string, Promise<unknown>>();
	return (url, work) => {
		const host = hostOf(url);
		const before = last.get(host) ?? Promise.resolve();
		const mine = before.then(work, work);
		const settled = mine.catch(() => undefined);
		last.set(host, settled);
		void settled.then(() => {
			if (last.get(host) === settled) last.delete(host);
		});
		return mine;
	};
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : "";
}
