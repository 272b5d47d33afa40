import { fetchPage as fetchLimited, type Request } from "../../src/clip/fetch-page";
import { readWork } from "../../src/clip/read-work";
import { noteText } from "../../src/source/source-note";
import { noteProperties } from "../../src/clip/note-properties";
import { parse } from "./clip";

// The plugin asks its window for timers; a bench has none.
Object.assign(globalThis, { window: { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, ...(globalThis as { window?: object }).window } });

/** Milliseconds and bytes as the plugin's own settings have them, but for a patience shorter than that of the bench. */
const LIMITS = { timeoutMs: 6000, maxBytes: 30_000_000 };

/**
 * Clips an address as the plugin does, through a stand-in with exactly the limits of the app's `requestUrl`: it follows
 * redirects without saying where to, gives the whole body at once, cannot be stopped, rejects what the network refuses.
 * @returns the note, or what was said instead.
 */
export async function fetchPage(url: string): Promise<Readonly<{ note: string | null; failure: string | null }>> {
	const signal = new AbortController().signal;
	const work = await readWork(url, {
		fetch: (address, accept) => fetchLimited(address, requestUrl, LIMITS, signal, accept),
		parse,
		openPdf: () => Promise.reject(new Error("pdf.js belongs to the app")),
		pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
		signal,
		missingWords: (missing) => missing.map(({ kind }) => kind).join(" "),
		lackWords: ({ kind }) => kind,
	});
	if (!work.ok) return { note: null, failure: work.error.kind };
	const place = { projectName: null, category: "", statusProperty: "status", created: "2025-01-01T00:00:00" };
	return { note: noteText(noteProperties(work.value.facts, place), work.value.markdown), failure: null };
}

const requestUrl: Request = async (request) => {
	const { url, headers } = typeof request === "string" ? { url: request, headers: {} } : request;
	const answer = await fetch(url, { headers: headers ?? {} });
	const arrayBuffer = await answer.arrayBuffer();
	return {
		status: answer.status,
		headers: Object.fromEntries(answer.headers),
		arrayBuffer,
		text: new TextDecoder().decode(arrayBuffer),
		json: null,
	};
};
