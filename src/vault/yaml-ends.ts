/** Where a quoted YAML text ends: behind its closing quote. Null: it does not. `from` is at the opening quote. */
export function quotedEnd(text: string, from: number): number | null {
	const quote = text[from];
	for (let at = from + 1; at < text.length; at++) {
		if (text[at] === "\\" && quote === '"') at++;
		else if (text[at] === quote) {
			if (quote === "'" && text[at + 1] === "'") at++;
			else return at + 1;
		}
	}
	return null;
}

/** Where a flow list or map ends: behind its closing bracket. Null: it does not. `from` is at the opening one. */
export function flowEnd(text: string, from: number): number | null {
	let depth = 0;
	let isStart = true; // a quote inside a word is a letter
	for (let at = from; at < text.length; at++) {
		const char = text[at] ?? "";
		if (isStart && (char === '"' || char === "'")) {
			const end = quotedEnd(text, at);
			if (end === null) return null;
			at = end - 1;
			isStart = false;
		} else if (char === "[" || char === "{") {
			depth++;
			isStart = true;
		} else if (char === "]" || char === "}") {
			depth--;
			if (depth === 0) return at + 1;
			isStart = false;
		} else if (char === "#" && /\s/.test(text[at - 1] ?? "")) {
			const feed = text.indexOf("\n", at);
			if (feed === -1) return null;
			at = feed;
		} else if (char === "," || char === ":") isStart = true;
		else if (!/\s/.test(char)) isStart = false;
	}
	return null;
}
