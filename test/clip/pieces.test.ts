import { parseHTML } from "linkedom";
import { clipSteps } from "../../src/clip/clip-page";
import { loadClipTools } from "../../src/clip/clip-tools";
import { clipHtml, prose } from "./clip-html";

const page = (inside: string) => `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${prose("water")}${inside}${prose("ice")}</main></body></html>`;
const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join("");

/** How many places to breathe a page gives. */
async function stretches(html: string): Promise<number> {
	const steps = clipSteps(parseHTML(html).document as unknown as Document, "https://site.example/a", await loadClipTools());
	let count = 1;
	while (steps.next().done !== true) count++;
	return count;
}

describe("a large page", () => {
	it.each<readonly [what: string, row: (index: number) => string, around: string]>([
		["paragraphs", (index) => `<p>Some <a href="/x${String(index)}">words</a> of a text.</p>`, ""],
		["items", (index) => `<li>item <em>${String(index)}</em></li>`, "ul"],
		["rows", (index) => `<tr><td>${String(index)}</td><td>a</td><td>b</td></tr>`, "table"],
		["pictures", (index) => `<figure><img src="/a${String(index)}.jpg"><figcaption>No. ${String(index)}</figcaption></figure>`, ""],
	])("is converted in the more pieces the more it holds: %s", async (_, row, around) => {
		const whole = (count: number) => page(around === "" ? rows(count, row) : `<${around}>${rows(count, row)}</${around}>`);
		const [few, many] = [await stretches(whole(200)), await stretches(whole(1000))];
		// Five times as much gives some times as many places, and each is after no more work than before.
		expect(many).toBeGreaterThan(few * 1.5);
		expect(1000 / many).toBeLessThan(60);
	});

	it("is the same list, table and numbers as a small one", async () => {
		const { markdown } = await clipHtml(
			page(`<ol start="5">${rows(900, (index) => `<li>step of the long way number ${String(index)}</li>`)}</ol><table><tr><th>a</th><th>b</th></tr>${rows(900, (index) => `<tr><td>row ${String(index)} of it</td><td><span class="math display">\\[x_1\\]</span></td></tr>`)}</table>`),
		);
		expect(markdown).toContain("\n5. step of the long way number 0\n6. ");
		expect(markdown).toContain("\n904. step of the long way number 899\n\n| a | b |\n| --- | --- |\n| row 0 of it | $x_1$ |\n");
		expect(markdown).toContain("| row 898 of it | $x_1$ |\n| row 899 of it | $x_1$ |");
		expect(markdown.match(/\| --- \|/g)).toHaveLength(1);
	});
});
