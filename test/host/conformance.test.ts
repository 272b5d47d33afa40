import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What the host does not have, with the reason. A plugin that wants one of them fails at once. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		[
			"Date",
			"Duration",
			"File",
			"HTML",
			"Icon",
			"Image",
			"Link",
			"Object",
		]
			.concat("RegExp", "RelativeDate", "Tag", "Url")
			.map((name) => [`${name}Value`, "a value of Bases that no view of ours reads"]),
	),
	MarkdownRenderer: "its file may be null: `render` works without one",
	MarkdownEditView: "the Markdown view edits by itself; no plugin can construct this one",
	livePreviewState: "says whether the mouse is down in Live Preview; nobody has asked for it yet",
};

it("offers what obsidian.d.ts declares, and nothing else", () => {
	const script = join(__dirname, "check-conformance.mjs");
	const output = execFileSync(process.execPath, [script], { encoding: "utf8" });
	const differing = output.split("\n").filter((line) => line !== "");
	expect(differing.filter((line) => !((line.split(":")[0] ?? "") in EXCEPTIONS))).toEqual([]);
	expect(differing.map((line) => line.split(":")[0]).sort()).toEqual(
		Object.keys(EXCEPTIONS).sort(),
	);
});
