import { readdirSync, readFileSync } from "node:fs";
import { en } from "../../src/ui/i18n/en";
import { zh } from "../../src/ui/i18n/zh";
import type { Message } from "../../src/ui/i18n/translate";

const formsOf = (message: Message): readonly string[] =>
	typeof message === "string" ? [message] : Object.values(message);
const placesOf = (message: Message): readonly string[] =>
	[
		...new Set(
			formsOf(message).flatMap((form) =>
				[...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""),
			),
		),
	].sort();
/** `key: text` of what one language says wrongly, so that a failure names it. */
const saying = (messages: Readonly<Record<string, Message>>, fault: RegExp): readonly string[] =>
	Object.entries(messages).flatMap(([key, message]) =>
		formsOf(message)
			.filter((form) => fault.test(form))
			.map((form) => `${key}: ${form}`),
	);

const inEnglish: Readonly<Record<string, Message>> = en;
const inChinese: Readonly<Record<string, Message>> = zh;

describe("what the person reads", () => {
	it("has the same keys in both languages", () => {
		expect(Object.keys(inChinese).sort()).toEqual(Object.keys(inEnglish).sort());
	});

	it("fills the same places in both languages", () => {
		const differing = Object.entries(inEnglish).flatMap(([key, message]) => {
			const [here, there] = [placesOf(message), placesOf(inChinese[key] ?? "")];
			return here.join() === there.join()
				? []
				: [`${key}: en {${here.join("} {")}}, zh {${there.join("} {")}}`];
		});
		expect(differing).toEqual([]);
	});

	it("fills the same places in the singular and the plural, except for a count that goes without saying", () => {
		const differing = Object.entries({ ...inEnglish }).flatMap(([key, message]) => {
			if (typeof message === "string") return [];
			const [one, other] = [message.one ?? "", message.other].map((form) =>
				placesOf(form).filter((place) => place !== "count"),
			);
			return one?.join() === other?.join() ? [] : [key];
		});
		expect(differing).toEqual([]);
	});

	it.each([
		["an exclamation mark", /[!！]/],
		["an em dash", /—/],
		[
			"begging, regret or cheers",
			/\b(?:please|oops|sorry|successfully|congratulations|AI-powered)\b/i,
		],
		["three dots instead of an ellipsis", /\.\.\./],
		["a space twice, or one at its start", /^\s| {2}/],
	])("never says it in English with %s", (_, fault) => {
		expect(saying(inEnglish, fault)).toEqual([]);
	});

	it.each([
		["an exclamation mark", /[!！]/],
		["begging, regret or cheers", /抱歉|哎呀|恭喜|成功地/],
		["a space twice, or one at its start", /^\s| {2}/],
	])("never says it in Chinese with %s", (_, fault) => {
		expect(saying(inChinese, fault)).toEqual([]);
	});
});

describe("every word", () => {
	const code = sourceFiles("src")
		.filter((path) => !/i18n\/(?:en|zh)\//.test(path))
		.map((path) => readFileSync(path, "utf8"))
		.join("\n");
	// What is put together: `inbox.tab.${name}`, `${key}Count`.
	const parts = [...code.matchAll(/`([a-z]+\.[\w.]*)\$\{/g)].map(([, start = ""]) => start);
	const ends = [...code.matchAll(/\$\{\w+\}([A-Z]\w+)`/g)].map(([, end = ""]) => end);
	const isSaid = (key: string): boolean =>
		code.includes(`"${key}"`) || parts.some((start) => key.startsWith(start)) || ends.some((end) => key.endsWith(end));

	it("is said somewhere", () => {
		expect(Object.keys(inEnglish).filter((key) => !isSaid(key))).toEqual([]);
	});
});

function sourceFiles(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => `${folder}/${name}`);
}
