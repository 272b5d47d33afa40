/** One line of the clip field, as the person typed it. */
export type ClipLine = Readonly<
	| { kind: "blank" }
	| { kind: "link"; url: string; hasPrivateHost: boolean }
	| { kind: "not-a-link"; text: string }
>;

/** Reads the clip field: one line, one item. A bare `example.org/a` counts as a link. */
export function readClipLines(text: string): readonly ClipLine[] {
	return text.split(/\r\n|\r|\n/).map(readLine);
}

function readLine(line: string): ClipLine {
	const text = line.trim();
	if (text === "") return { kind: "blank" };
	const url = linkOf(text) ?? linksIn(text)[0] ?? null;
	if (url === null) return { kind: "not-a-link", text };
	return { kind: "link", url, hasPrivateHost: isPrivateHost(new URL(url).hostname) };
}

/** The whole text as a web address; null where it is none. Only http and https are. */
function linkOf(text: string): string | null {
	if (/\s/.test(text)) return null;
	const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text);
	if (!hasScheme && !/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(text))
		return null;
	const parsed = parseUrl(hasScheme ? text : `https://${text}`);
	if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
	// `notes.md` and `paper.pdf` look like hosts; no top-level domain is called so.
	if (!hasScheme && /\.(md|pdf|html?|txt|png|jpe?g|canvas)$/i.test(parsed.hostname)) return null;
	return parsed.href;
}

/**
 * Every web address in any text: Markdown, HTML, a bookmarks or OPML file, BibTeX, CSV.
 * In the order of the text, each once.
 */
export function linksIn(text: string): readonly string[] {
	return [...new Set([...addressesIn(text)].map(({ url }) => url))];
}

/** The link that holds a place of a line: its address, or the words in brackets before it. */
export function linkAt(line: string, at: number): string | null {
	for (const { url, from, to } of addressesIn(line)) {
		const bracket = line.slice(0, from).endsWith("](") ? line.lastIndexOf("[", from) : from;
		if (bracket <= at && at <= to) return url;
	}
	return null;
}

function* addressesIn(text: string): Iterable<Readonly<{ url: string; from: number; to: number }>> {
	for (const match of text.matchAll(/https?:\/\/[^\s<>"'`{}|\\^]+/gi)) {
		const written = withoutTrailingMarks(match[0]);
		const url = parseUrl(withoutTrailingMarks(decodeAmpersands(match[0])));
		if (url !== null) yield { url: url.href, from: match.index, to: match.index + written.length };
	}
}

/** Punctuation after a link belongs to the sentence; a closing bracket only if it opened inside. */
function withoutTrailingMarks(link: string): string {
	let end = link.length;
	while (end > 0) {
		const mark = link.charAt(end - 1);
		if (".,;:!?*_~".includes(mark) || "。，；：！？、”’」』》".includes(mark)) end--;
		else if (mark === ")" && count(link, "(", end) < count(link, ")", end)) end--;
		else if (mark === "]" && count(link, "[", end) < count(link, "]", end)) end--;
		else break;
	}
	return link.slice(0, end);
}

function count(text: string, mark: string, end: number): number {
	let sum = 0;
	for (let at = 0; at < end; at++) if (text.charAt(at) === mark) sum++;
	return sum;
}

function decodeAmpersands(link: string): string {
	return link.replaceAll("&amp;", "&");
}

function parseUrl(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null; // thrown only for what is no absolute URL
	}
}

/**
 * Whether a host is on this machine or its local network. Such pages are clipped only where the person
 * typed the address. Ranges: RFC 1918, 3927, 4193, 4291, 6598, 6761.
 */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname
		.toLowerCase()
		.replace(/^\[|\]$/g, "")
		.replace(/\.$/, "");
	if (/(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid)$/.test(host)) return true;
	if (!host.includes(".") && !host.includes(":")) return true;
	if (host.includes(":")) return isPrivateV6(host);
	const parts = host.split(".").map(Number);
	if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part))) return false;
	return isPrivateV4(parts[0] ?? 0, parts[1] ?? 0);
}

function isPrivateV4(first: number, second: number): boolean {
	if (first === 0 || first === 10 || first === 127 || first >= 224) return true;
	if (first === 100) return second >= 64 && second <= 127;
	if (first === 169) return second === 254;
	if (first === 172) return second >= 16 && second <= 31;
	return first === 192 && second === 168;
}

function isPrivateV6(host: string): boolean {
	if (host === "::" || host === "::1") return true;
	// IPv4 in IPv6 as the URL parser writes it: two hexadecimal groups at the end.
	const mapped = /^::(?:ffff:)?([0-9a-f]{1,4}):[0-9a-f]{1,4}$/.exec(host);
	if (mapped?.[1] !== undefined) {
		const high = Number.parseInt(mapped[1], 16);
		return isPrivateV4(high >> 8, high & 0xff);
	}
	return /^(fc|fd|fe8|fe9|fea|feb)/.test(host);
}
