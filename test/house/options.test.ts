import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULTS } from "../../src/settings";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const textOf = (wanted: (name: string) => boolean) =>
	files
		.filter(wanted)
		.map((name) => readFileSync(join("src", name), "utf8"))
		.join("\n");
const pages = textOf((name) => name.endsWith("-settings.ts"));
const rest = textOf((name) => !name.endsWith("-settings.ts") && !name.includes("i18n"));

describe.each(Object.keys(DEFAULTS))("the option %s", (key) => {
	it("can be set", () => {
		// Its type and its default name it without quotes.
		expect(pages).toMatch(new RegExp(`"${key}"`));
	});

	it("does something", () => {
		expect(rest).toMatch(new RegExp(`\\b${key}\\b`));
	});
});
