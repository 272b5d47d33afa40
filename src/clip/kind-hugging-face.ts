import { escapeText } from "./escape";
import { listPart, parseJson, part, textPart } from "./json-parts";

/** A model, data set or space of Hugging Face: where its facts are had, and where its card. */
export type HuggingFacePage = Readonly<{ api: string; card: string; name: string; owner: string }>;

const OTHER = /^(papers|blog|docs|learn|posts|collections|tasks|login|join|settings|pricing|chat|api|spaces|datasets|models|organizations|new|search)$/;

/** Null: another page. */
export function huggingFacePage(link: string): HuggingFacePage | null {
	const url = new URL(link);
	if (!/^(www\.)?huggingface\.co$/.test(url.hostname)) return null;
	const names = url.pathname.split("/").filter((name) => name !== "");
	const sort = names[0] === "datasets" || names[0] === "spaces" ? names.shift() : "models";
	const [owner = "", name = "", ...rest] = names;
	const isRoot = rest.length === 0 || (rest[0] === "tree" && rest.length === 2);
	if (OTHER.test(owner) || !isRoot || ![owner, name].every((each) => /^[\w.-]{1,100}$/.test(each))) return null;
	const prefix = sort === "models" ? "" : `${sort ?? ""}/`;
	return { api: `https://huggingface.co/api/${sort ?? ""}/${owner}/${name}`, card: `https://huggingface.co/${prefix}${owner}/${name}`, owner, name };
}

/** One line of facts out of the answer of the interface, and when it was changed last. */
export function huggingFaceFacts(json: string): Readonly<{ facts: string; changed: string }> {
	const data = parseJson(json);
	const card = part(data, "cardData");
	const count = (key: string, word: string): string => {
		const value = part(data, key);
		return typeof value === "number" ? `${value.toLocaleString("en-US")} ${word}` : "";
	};
	const licenseTag = listPart(data, "tags").find((tag): tag is string => typeof tag === "string" && tag.startsWith("license:"));
	const languages = listPart(card, "language").filter((each): each is string => typeof each === "string").slice(0, 5).join(", ");
	const changed = textPart(data, "lastModified").slice(0, 10);
	const facts = [
		textPart(data, "pipeline_tag") || textPart(data, "sdk"),
		textPart(data, "library_name"),
		textPart(card, "license") || (licenseTag ?? "").slice("license:".length),
		languages || textPart(card, "language"),
		count("downloads", "downloads last month"),
		count("likes", "likes"),
		changed === "" ? "" : `last change ${changed}`,
	];
	return { facts: facts.filter((fact) => fact !== "").map((fact) => escapeText(fact.slice(0, 200), false)).join(" · "), changed };
}
