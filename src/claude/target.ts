import { fail, ok, type Result } from "../result";
import type { ClaudeFailure } from "./claude";

export const OFFICIAL_HOST = "api.anthropic.com";
const OFFICIAL_ORIGIN = `https://${OFFICIAL_HOST}`;

/** Whom the settings name, and with what. */
export type Target = Readonly<{
	baseUrl: string;
	host: string;
	origin: string;
	isOfficial: boolean;
	/** Null: none is named, and the host may need none. */
	key: string | null;
}>;

/** @param secret gives the key of a name on this device; null: there is none. */
export function targetOf(
	{ baseUrl, keyName }: Readonly<{ baseUrl: string; keyName: string }>,
	secret: (name: string) => string | null,
): Result<Target, ClaudeFailure> {
	const url = serverOf(baseUrl);
	if (url === null) return fail({ kind: "odd-answer", status: 0, detail: baseUrl, received: "" });
	const { host, origin } = url;
	const key = keyName === "" ? null : secret(keyName);
	if (keyName !== "" && key === null) return fail({ kind: "no-key-here", name: keyName });
	// Anthropic wants a key; a gateway or a server on this machine may not.
	if (key === null && host === OFFICIAL_HOST) return fail({ kind: "no-key" });
	return ok({ baseUrl, host, origin, isOfficial: origin === OFFICIAL_ORIGIN, key });
}

/** "": no address of a server. */
export function hostOf(baseUrl: string): string {
	return serverOf(baseUrl)?.host ?? "";
}

function serverOf(baseUrl: string): URL | null {
	try {
		const url = new URL(baseUrl);
		return /^https?:$/.test(url.protocol) ? url : null;
	} catch {
		return null; // thrown only for what is no absolute URL
	}
}
