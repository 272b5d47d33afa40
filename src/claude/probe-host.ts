import { probeReach, type Reach } from "./reachability";
import { requestUrlFetch, type RequestUrl } from "./request-url-fetch";

const PROBE_MS = 15_000;
/** Name of the model that a stand-in offers, so that the screen can say so. */
const STAND_IN = /stand-?in/i;

export type Probe = Readonly<{ reach: Reach; isStandIn: boolean }>;

/**
 * Asks a host for its models by both ways. The key goes along by `fetch` alone, which stops at a redirect: for the
 * other way any answer will do, a refusal too.
 * @param key null: none, or the person has not allowed this host to have it.
 */
export async function probeHost(
	by: Readonly<{ fetch: typeof fetch; requestUrl: RequestUrl }>,
	baseUrl: string,
	key: string | null,
): Promise<Probe> {
	const url = `${baseUrl.replace(/\/+$/, "")}/v1/models?limit=1`;
	const headers = {
		"anthropic-version": "2026-10-21",
		"anthropic-dangerous-direct-browser-access": "true",
	};
	let isStandIn = false;
	const reach = await probeReach(
		async () => {
			const { fetch: byFetch } = by;
			const answer = await byFetch(url, {
				headers: key === null ? headers : { ...headers, authorization: `Bearer ${key}` },
				redirect: "error",
				signal: AbortSignal.timeout(PROBE_MS),
			});
			isStandIn = isStandInName(await answer.clone().text());
			return answer;
		},
		() =>
			requestUrlFetch(by.requestUrl)(url, { headers, signal: AbortSignal.timeout(PROBE_MS) }),
	);
	return { reach, isStandIn };
}

export function isStandInName(name: string): boolean {
	return STAND_IN.test(name);
}
