import { readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { openHost, type Host } from "../host/open-host";
import { lineWords, rowAct, rowSays, startClip, typeLinks } from "./clip-steps";
import { openSite, type Site } from "./site";
import { until } from "./until";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n", "Plan.md": "See http://localhost:1/plan today.\n" };
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const html = (title: string, body: string) => (response: ServerResponse) =>
	response.writeHead(200, { "content-type": "text/html" }).end(`<title>${title}</title><article><h1>${title}</h1><p>${"The wind takes the husks and leaves the grain. ".repeat(12)}</p>${body}</article>`);

describe("what a person can say while clipping", () => {
	let host: Host;
	let site: Site;
	let extra = "";
	beforeAll(async () => {
		site = await openSite({
			"/pumps": html("Pumps", '<img src="/p.png" width="300" alt="A pump">'),
			"/p.png": (response) => response.writeHead(200, { "content-type": "image/png" }).end(PNG),
			"/grows": (response) => html("Growing", extra)(response),
			"/plain": html("Plain", ""),
			"/kilns": html("Kilns", `<h2>Schedule</h2><table><tr><th>#</th><th>Lecture</th></tr>${[1, 2, 3, 4, 5].map((at) => `<tr><td>${String(at)}</td><td><a href="/lecture-${String(at)}">Part ${String(at)} of it</a></td></tr>`).join("")}</table>`),
		});
		host = await openHost({ vault: VAULT });
	});
	afterAll(() => site.close());

	it("a word of one's own and a new category go into the note", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/plain`]);
		await host.page.select(".winnow-clip-choice:nth-of-type(2) select", " new");
		await host.page.type(".winnow-clip-own", "Tools");
		await host.button("Add a word of your own…").click();
		await host.page.type(".winnow-clip-word", "For the part on wind.");
		await host.button("Clip 1 source").click();
		await host.see("1 of 1 clipped");
		const note = host.readNote(`${PROJECT}/Sources/Tools/Plain.md`);
		expect(note).toMatch(/^category: Tools$/m);
		expect(note.trimEnd().endsWith("## Reading notes\n\nFor the part on wind.")).toBe(true);
		await host.press("Escape");
	});

	it("the command line takes a category and whether pictures are saved", async () => {
		const path = await host.page.evaluate((url) => window.__host.runCli("winnow:clip", { url, category: "Tools", images: "save" }), `${site.base}/pumps`);
		expect(path).toBe(`${PROJECT}/Sources/Tools/Pumps.md`);
		expect(host.readNote(String(path))).toMatch(/!\[\[p-[0-9a-f]{10}\.png\|A pump\]\]/);
	});

	it("a link in a note offers itself in the editor's menu, and only where it stands", async () => {
		await host.open("Plan.md");
		const offered = (ch: number) =>
			host.page.evaluate((at) => {
				const { workspace } = window.__host.app;
				const { editor } = workspace.activeEditor ?? {};
				if (editor === undefined) throw new Error("no editor");
				editor.setCursor({ line: 0, ch: at });
				const labels: string[] = [];
				const menu = {
					addItem(fill: (item: unknown) => void) {
						const item = { setTitle: (text: string) => (labels.push(text), item), setIcon: () => item, setSection: () => item, onClick: () => item };
						fill(item);
						return menu;
					},
				};
				workspace.trigger("editor-menu", menu, editor, workspace.activeEditor);
				return labels.includes("Clip to inbox");
			}, ch);
		expect([await offered(8), await offered(1)]).toEqual([true, false]);
	});

	it("what is here already can get what is new, or a second note, from its line", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/grows`]);
		await host.press("Control+Enter");
		await host.see("1 of 1 clipped");
		await host.press("Escape");
		extra = "<p>A paragraph that was not there before, with a reason of its own.</p>";
		for (const act of ["Add what is new", "Keep both"]) {
			await startClip(host);
			await typeLinks(host, [`${site.base}/grows`]);
			await host.see("Already here");
			await host.page.locator(".winnow-clip-state-more").click();
			await host.page.locator(`.menu-item::-p-text(${act})`).click();
			await host.noteSays(`${PROJECT}/Sources/Growing.md`, "A paragraph that was not there before");
		}
		await host.noteSays(`${PROJECT}/Sources/Growing 2.md`, "A paragraph that was not there before");
	});

	it("the lectures that a page lists are offered as lines", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/kilns`]);
		await host.press("Control+Enter");
		await host.see("1 of 1 clipped");
		await rowAct(host, "Kilns", "Its 5 lectures…");
		// They were not typed: on the person's own network they are shown and not fetched.
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-clip-state.is-refused").length === 5);
		expect(await lineWords(host)).toHaveLength(6);
		await host.press("Escape");
	});
});

/** Presses as a hand does: further pages end between down and up, and the press must not be lost by that. */
async function pressSlowly(host: Host, name: string): Promise<void> {
	const handle = await host.button(name).waitHandle();
	const { x, y } = await handle.clickablePoint();
	const before = await host.page.$eval(".winnow-clip-line", (line) => parseInt(line.textContent ?? "", 10));
	await host.page.mouse.move(x, y);
	await host.page.mouse.down();
	await host.page.waitForFunction(
		(count) => parseInt(document.querySelector(".winnow-clip-line")?.textContent ?? "", 10) > count,
		{},
		before,
	);
	await host.page.mouse.up();
}

describe("the queue", () => {
	it("lets go of what is left out, and takes back what the general undo takes back", async () => {
		const site = await openSite({ "/one": html("One", ""), "/two": html("Two", "") });
		const host = await openHost({ vault: VAULT });
		await startClip(host);
		await typeLinks(host, [`${site.base}/one`, `${site.base}/nowhere`]);
		await host.press("Control+Enter");
		await host.see("1 of 2 clipped");
		await rowSays(host, "nowhere", "The page is gone (404).");
		await rowAct(host, "nowhere", "Leave out");
		await host.noteSays("Research/Queue.md", /- \[x\] \S+\/nowhere .*· left out$/m);
		await host.noteSays("Research/Queue.md", /- \[x\] \S+\/one/);
		await host.press("Escape");
		await host.runCommand("Take back last decision");
		await host.noteSays("Research/Queue.md", /- \[ \] \S+\/one/);
		expect(readdirSync(`${host.vaultDir}/${PROJECT}/Sources`)).toEqual([]);
		await site.close();
	});

	it("of two hundred goes on after a pause and after a restart", async () => {
		const paths = Array.from({ length: 200 }, (_, at) => `/n${String(at)}`);
		const site = await openSite(Object.fromEntries(paths.map((path) => [path, html(`Page ${path.slice(2)}`, "")])));
		const host = await openHost({ vault: { ...VAULT, "Research/Queue.md": paths.map((path) => `- [ ] ${site.base}${path} → [[Wind and grain]]\n`).join("") } });
		const written = () => {
			try {
				return readdirSync(`${host.vaultDir}/${PROJECT}/Sources`).length;
			} catch {
				return 0;
			}
		};
		await host.button("Continue").click();
		await host.button("Clip 200 sources").click();
		await host.page.waitForFunction(() => /^[1-9]\d* of 200/.test(document.querySelector(".winnow-clip-line")?.textContent ?? ""));
		await host.button("Pause").click();
		await host.button("Resume").click();
		await pressSlowly(host, "Stop");
		await host.see("of 200 clipped");
		await host.settled();
		// The notes are there before their lines in the queue are ticked.
		const ticked = () => host.readNote("Research/Queue.md").match(/^- \[x\]/gm)?.length ?? 0;
		await until(() => ticked() > 0 && ticked() === written());
		const before = written();
		// The same vault, started anew.
		const later = await openHost({ beside: host });
		await later.button("Continue").click();
		await later.button(`Clip ${String(200 - before)} sources`).click();
		await later.page.waitForFunction((left) => document.querySelector(".winnow-clip .modal-title")?.textContent === `${String(left)} of ${String(left)} clipped`, { timeout: 240_000 }, 200 - before);
		expect(written()).toBe(200);
		await host.noteSays("Research/Queue.md", /^(- \[x\] .*\n){200}$/);
		await site.close();
	}, 300_000);
});
