/**
 * `requestUrl` of the app, with its limits: no CORS, redirects followed without a word, the body
 * whole at the end. The page learns status, headers and bytes, never the last address.
 */
const NOT_OURS = new Set(["host", "content-length", "connection", "origin", "referer"]);
const AS_ELECTRON =
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) obsidian/1.13.1 Chrome/142.0.0.0 Electron/43.0.0 Safari/537.36";

/**
 * @param {{ url: string, method: string, headers: Record<string, string>, hasBody: boolean }} asked
 * @param {Buffer} body
 * @returns {Promise<{ status: number, headers: Record<string, string>, bytes: Buffer }>}
 */
export async function sendOutside(asked, body) {
	const url = new URL(asked.url);
	if (url.protocol !== "http:" && url.protocol !== "https:")
		throw new Error("net::ERR_UNKNOWN_URL_SCHEME");
	const headers = { "user-agent": AS_ELECTRON };
	for (const [name, value] of Object.entries(asked.headers))
		if (!NOT_OURS.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
	const init = { method: asked.method, headers, redirect: /** @type {const} */ ("follow") };
	let response;
	try {
		response = await fetch(url, asked.hasBody ? { ...init, body } : init);
	} catch (error) {
		throw new Error(netError(error));
	}
	const received = {};
	for (const [name, value] of response.headers)
		if (name !== "content-encoding") received[name] = value;
	return {
		status: response.status,
		headers: received,
		bytes: Buffer.from(await response.arrayBuffer()),
	};
}

/** The words Electron has for the usual failures. */
function netError(error) {
	const code = error?.cause?.code ?? "";
	const words = {
		ENOTFOUND: "net::ERR_NAME_NOT_RESOLVED",
		EAI_AGAIN: "net::ERR_NAME_NOT_RESOLVED",
		ECONNREFUSED: "net::ERR_CONNECTION_REFUSED",
		ECONNRESET: "net::ERR_CONNECTION_RESET",
		ETIMEDOUT: "net::ERR_CONNECTION_TIMED_OUT",
		UND_ERR_SOCKET: "net::ERR_EMPTY_RESPONSE",
		UND_ERR_CONNECT_TIMEOUT: "net::ERR_CONNECTION_TIMED_OUT",
	};
	return words[code] ?? "net::ERR_FAILED";
}
