import { escapeText } from "./escape";
import { listPart, parseJson, part, textPart } from "./json-parts";

/** What GitHub says of a repository. "" and null: it does not. */
export type Repository = Readonly<{
	name: string;
	owner: string;
	description: string;
	/** ISO 8601 of the last push. */
	pushed: string;
	/** Its main language. */
	language: string;
	license: string;
	stars: number | null;
	/** Kilobytes, history included. */
	size: number | null;
	topics: readonly string[];
	isArchived: boolean;
}>;

/** Reads an answer of GitHub's repository API. Null: none. */
export function readRepository(json: string): Repository | null {
	const data = parseJson(json);
	const name = textPart(data, "name");
	const owner = textPart(data, "owner", "login");
	if (!/^[\w.-]{1,100}$/.test(name) || !/^[\w.-]{1,100}$/.test(owner)) return null;
	const count = (key: string): number | null => {
		const value = part(data, key);
		return typeof value === "number" ? value : null;
	};
	return {
		name,
		owner,
		description: textPart(data, "description"),
		pushed: textPart(data, "pushed_at"),
		language: textPart(data, "language"),
		license: textPart(data, "license", "name"),
		stars: count("stargazers_count"),
		size: count("size"),
		topics: listPart(data, "topics").filter((topic): topic is string => typeof topic === "string").slice(0, 8),
		isArchived: part(data, "archived") === true,
	};
}

/** One line of plain facts. @param languages with their shares; "" where only the main one is known. */
export function repositoryFacts({ language, license, stars, size, pushed, topics, isArchived }: Repository, languages: string, commit: string): string {
	const facts = [
		isArchived ? "archived" : "",
		languages === "" ? language : languages,
		license,
		stars === null ? "" : `${stars.toLocaleString("en-US")} stars`,
		size === null ? "" : size >= 1024 ? `${(size / 1024).toFixed(1)} MB` : `${size} kB`,
		commit !== "" ? `last commit ${commit}` : pushed === "" ? "" : `last push ${pushed.slice(0, 10)}`,
		topics.join(", "),
	];
	return facts.filter((fact) => fact !== "").map((fact) => escapeText(fact.slice(0, 300), false)).join(" · ");
}
