/** How this device reaches a base URL. */
export type Reach = "streams" | "no-streaming" | "offline";

/** Small facts of this device; `App.loadLocalStorage` in the app. */
export interface DeviceFacts {
	load(key: string): unknown;
	save(key: string, value: unknown): void;
}

const PREFIX = "winnow-reach:";
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000;

/** What was found out about a base URL within the last seven days; null: nothing. */
export function knownReach(
	facts: DeviceFacts,
	base: string,
	now: number,
): Exclude<Reach, "offline"> | null {
	const stored = facts.load(PREFIX + base);
	if (typeof stored !== "object" || stored === null) return null;
	const { reach, at } = stored as { reach?: unknown; at?: unknown };
	if (typeof at !== "number" || now - at > REMEMBERED_MS || at > now) return null;
	return reach === "streams" || reach === "no-streaming" ? reach : null;
}

export function rememberReach(facts: DeviceFacts, base: string, reach: Reach, now: number): void {
	facts.save(PREFIX + base, reach === "offline" ? null : { reach, at: now });
}

/**
 * Asks the models endpoint by both ways. A failed `fetch` says nothing about CORS by itself: only where it fails
 * and `requestUrl` answers, or where the API itself refuses browsers, there is no streaming here.
 */
export async function probeReach(
	byFetch: () => Promise<Response>,
	byRequestUrl: () => Promise<Response>,
): Promise<Reach> {
	const direct = await answered(byFetch);
	if (direct !== null && !(await isCorsRefusal(direct))) return "streams";
	const roundabout = await answered(byRequestUrl);
	return roundabout === null ? "offline" : "no-streaming";
}

async function answered(ask: () => Promise<Response>): Promise<Response | null> {
	try {
		return await ask();
	} catch {
		return null; // no route, or CORS: the browser does not tell which
	}
}

/** The two 401s that mean "not from a browser" rather than "wrong key". */
async function isCorsRefusal(response: Response): Promise<boolean> {
	return response.status === 401 && isCorsWords(await response.text());
}

export function isCorsWords(text: string): boolean {
	return /CORS requests (?:must set|are not allowed)/i.test(text);
}
