import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../host/obsidian/app";
import { Component } from "../host/obsidian/component";
import { renderMarkdownInto } from "../host/obsidian/markdown/render-markdown";
import { describeWithShared } from "../shared";

const app = {
	vault: { getFileByPath: () => null },
	metadataCache: { getFirstLinkpathDest: () => null, getFileCache: () => null },
} as unknown as App;

async function rendered(text: string): Promise<HTMLElement> {
	const el = document.createElement("div");
	await renderMarkdownInto(el, {
		app,
		text,
		sourcePath: "Clip.md",
		component: new Component(),
		depth: 0,
	});
	return el;
}

/** What a browser would run or load by itself. */
function dangers(root: HTMLElement): string[] {
	return [...root.querySelectorAll("*")].flatMap((el) => {
		const found = el.matches(
			"script, iframe, object, embed, style, link, meta, base, form, foreignObject",
		)
			? [`<${el.tagName}>`]
			: [];
		for (const { name, value } of el.attributes) {
			if (name.startsWith("on")) found.push(name);
			const address = value.replace(/[\u0000-\u0020]+/g, "").toLowerCase();
			if (
				/^(?:xlink:)?(?:href|src|action|formaction|data)$/.test(name) &&
				/^(?:javascript|vbscript):/.test(address)
			)
				found.push(`${name}=${value}`);
		}
		return found;
	});
}

it("Links that run code lose their address, in Markdown and in HTML", async () => {
	const el = await rendered(
		'[a](javascript:alert(1)) <a href="javascript:alert(1)">b</a> <img src=x onerror=alert(1)> [[javascript:alert(1)]]\n\n<script>alert(1)</script>',
	);
	expect(dangers(el).filter((danger) => danger !== "href=javascript:alert(1)")).toEqual([]);
	expect(el.querySelectorAll('a:not(.internal-link)[href^="javascript"]')).toHaveLength(0);
});

it("Nothing hostile takes the words beside it along", async () => {
	const el = await rendered(
		"<frameset onload=alert(1)>\n\nWords stay.\n\n<plaintext>\n\nTo the end.\n",
	);
	expect(el.textContent).toContain("Words stay.");
	expect(el.textContent).toContain("To the end.");
});

describeWithShared("Hostile HTML in a note runs nothing", (shared) => {
	const folder = join(shared, "corpora", "hostile", "xss");
	for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
		it(name, async () => {
			const { items } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
				items: { id: string; payload: string }[];
			};
			const bad: string[] = [];
			for (const { id, payload } of items) {
				const found = dangers(await rendered(payload));
				if (found.length > 0) bad.push(`${id}: ${found.join(", ")}`);
			}
			expect(items.length).toBeGreaterThan(0);
			expect(bad).toEqual([]);
		});
	}
});
