/** A text with `{name}` places, or one per plural category of `count`. */
export type Message = string | Readonly<{ one?: string; other: string }>;

export type Params = Readonly<Record<string, string | number>>;

/** Fills a message. Numbers are grouped as the language does; unknown places stay visible. */
export function fill(message: Message, params: Params, language: string): string {
	const text = typeof message === "string" ? message : pluralForm(message, params.count, language);
	return text.replace(/\{(\w+)\}/g, (place, name: string) => {
		const value = params[name];
		if (value === undefined) return place;
		return typeof value === "number" ? value.toLocaleString(language) : value;
	});
}

function pluralForm(
	message: Readonly<{ one?: string; other: string }>,
	count: string | number | undefined,
	language: string,
): string {
	if (typeof count !== "number") return message.other;
	const category = new Intl.PluralRules(language).select(count);
	return category === "one" ? (message.one ?? message.other) : message.other;
}
