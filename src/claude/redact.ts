/** Takes a key out of a text that somebody else wrote: a server may echo it in its error. */
export function redact(text: string, key: string | null): string {
	const known = key === null || key === "" ? text : text.split(key).join("[key]");
	return known.replace(/\bsk-[\w-]{8,}/g, "[key]").slice(0, MAX_DETAIL);
}

const MAX_DETAIL = 300;
