/** A picture of a note that stands on the web. */
export type RemoteImage = Readonly<{ url: string; alt: string }>;

// Words in brackets may hold escaped signs; an address may hold one level of round brackets.
const IMAGE = /!\[((?:[^[\]\\\n]|\\.)*)\]\((https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)(?:[ \t]+"[^"\n]*")?\)/g;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})/;
/** What Obsidian shows as a player or a post is no picture. */
const PLAYER = /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|twitter\.com|x\.com)\//i;

/** The pictures on the web that a note shows, in its order, each once. Those that code writes about are none. */
export function remoteImages(markdown: string): readonly RemoteImage[] {
	const found = new Map<string, RemoteImage>();
	withImages(markdown, (image) => {
		if (!found.has(image.url)) found.set(image.url, image);
		return null;
	});
	return [...found.values()];
}

/** Puts links to files of the vault in place of pictures on the web. @param link null: this one stays. */
export function withLocalImages(markdown: string, link: (image: RemoteImage) => string | null): string {
	return withImages(markdown, (image, line) => {
		const local = link(image);
		// In a table a bare bar would end the cell.
		return local !== null && /^[\s>]*\|/.test(line) ? local.replace(/\|/g, "\\|") : local;
	});
}

function withImages(markdown: string, replace: (image: RemoteImage, line: string) => string | null): string {
	let fence = "";
	const body = bodyStart(markdown);
	const lines = markdown.slice(body).split("\n").map((line) => {
		const mark = FENCE.exec(line)?.[1] ?? "";
		if (fence !== "") {
			if (mark.startsWith(fence)) fence = "";
			return line;
		}
		if (mark !== "") {
			fence = mark;
			return line;
		}
		return line.includes("](http") ? inLine(line, replace) : line;
	});
	return markdown.slice(0, body) + lines.join("\n");
}

function inLine(line: string, replace: (image: RemoteImage, line: string) => string | null): string {
	return outsideCode(line)
		.map(({ text, isCode }) =>
			isCode ? text : text.replace(IMAGE, (whole: string, alt: string, url: string) => (PLAYER.test(url) ? null : replace({ url, alt }, line)) ?? whole),
		)
		.join("");
}

/** A line cut at its code spans: as many backticks close one as opened it. */
function outsideCode(line: string): readonly Readonly<{ text: string; isCode: boolean }>[] {
	const parts: { text: string; isCode: boolean }[] = [];
	const ticks = [...line.matchAll(/`+/g)];
	let at = 0;
	for (let index = 0; index < ticks.length; index++) {
		const open = ticks[index];
		const close = ticks.findIndex((each, later) => later > index && each[0] === open?.[0]);
		const end = ticks[close];
		if (open === undefined || end === undefined || line.charAt(open.index - 1) === "\\") continue;
		parts.push({ text: line.slice(at, open.index), isCode: false });
		at = end.index + end[0].length;
		parts.push({ text: line.slice(open.index, at), isCode: true });
		index = close;
	}
	parts.push({ text: line.slice(at), isCode: false });
	return parts;
}

/** Where the text begins behind the properties. */
function bodyStart(markdown: string): number {
	if (!markdown.startsWith("---\n")) return 0;
	const end = markdown.indexOf("\n---\n", 3);
	return end === -1 ? 0 : end + 5;
}
