/** Reads foreign JSON a step at a time; what is not there is null, "" or an empty list. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null; // what a server sends is not always what it says
	}
}

export function part(value: unknown, ...path: readonly (string | number)[]): unknown {
	let now = value;
	for (const key of path) {
		if (typeof now !== "object" || now === null || !Object.hasOwn(now, key)) return null;
		now = (now as Readonly<Record<string | number, unknown>>)[key];
	}
	return now;
}

export function textPart(value: unknown, ...path: readonly (string | number)[]): string {
	const found = part(value, ...path);
	return typeof found === "string" ? found : "";
}

export function listPart(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
	const found = part(value, ...path);
	return Array.isArray(found) ? found : [];
}
