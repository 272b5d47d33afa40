/** What a link alone says of its work: "slowgradients.net: what a teacher costs". */
export function titleFromUrl(link: string): string {
	const url = new URL(link);
	const host = url.hostname.replace(/^www\./, "");
	const last =
		url.pathname
			.split("/")
			.filter((part) => part !== "")
			.at(-1) ?? "";
	const words = safeDecode(last)
		.replace(/\.\w{2,5}$/, "")
		.replace(/[-_+]+/g, " ")
		.trim();
	return words === "" ? host : `${host}: ${words}`;
}

function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // a lone percent sign is no escape
	}
}
