import { listPart, parseJson, part, textPart } from "./json-parts";

/** What GitHub says of a repository. */
export type Repository = Readonly<{
	name: string;
	owner: string;
	description: string;
	/** ISO 8601 of the last push; "" unknown. */
	pushed: string;
	/** One line of plain facts: language, license, stars, last push. */
	facts: string;
	/** Where its rendered README is had, with the media type that asks for HTML. */
	readme: Readonly<{ url: string; accept: string }>;
}>;

/** Reads an answer of GitHub's repository API. Null: none. */
export function readRepository(json: string): Repository | null {
	const data = parseJson(json);
	const name = textPart(data, "name");
	const owner = textPart(data, "owner", "login");
	if (name === "" || owner === "") return null;
	const stars = part(data, "stargazers_count");
	const pushed = textPart(data, "pushed_at");
	const facts = [
		textPart(data, "language"),
		textPart(data, "license", "name"),
		typeof stars === "number" ? `${stars.toLocaleString("en-US")} stars` : "",
		pushed === "" ? "" : `last push ${pushed.slice(0, 10)}`,
		listPart(data, "topics").filter((topic) => typeof topic === "string").slice(0, 8).join(", "),
	];
	return {
		name,
		owner,
		description: textPart(data, "description"),
		pushed,
		facts: facts.filter((fact) => fact !== "").join(" · "),
		readme: {
			url: `https://api.github.com/repos/${owner}/${name}/readme`,
			accept: "application/vnd.github.html+json",
		},
	};
}
