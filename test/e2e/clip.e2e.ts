import { existsSync, readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";
import { column, makePdf } from "../clip/make-pdf";
import { lineWords, rowAct, rowSays, startClip, typeLinks } from "./clip-steps";
import { openSite, type Site } from "./site";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n" };

/** Ten pages of ten kinds: what their notes must hold, and what they must not. */
const PAGES: readonly (readonly [path: string, holds: readonly RegExp[], holdsNot: RegExp])[] = [
	["article", [/^title: Why small batches/m, /^author:\n {2}- Ines Marlow$/m, /\| 4,096 \| 9,200 \| diverged \|/, /\[\^1\]: Width here/], /cookies|newsletter/],
	["paper", [/^kind: paper$/m, /^doi: .*10\.5555/m, /\$r_\\theta\(x, y\)\$/], /Download PDF/],
	["docs", [/```python\nfrom sieve/], /Copy/],
	["question", [/loss is twice as high/, /```python\ntorch\.save/, /throw both away/, /warm-up counter/], /shard a dataset|Cookie settings/],
	["forum", [/two cubic meters/, /> Is a fan in the door enough/, /39 degrees/], /Quiet supplies/],
	["encyclopedia", [/stream of air/, /^## Tools$/m, /\[\^1\]: .*Harrow/, /terminal velocity/], /Random page|\[edit\]/],
	["newsletter", [/^site: Margins$/m, /three hundred and twelve lines/, /^1\. Write the question\.$/m], /Subscribe to get|Log in to comment/],
	["course", [/^## Three tenants$/m, /\| Optimizer \| 12 \|/, /outgrow the optimizer state/], /Next lecture/],
	["chinese", [/^language: zh/m, /^title: "?小模型为什么更难训练/m, /^> 少而干净，胜过多而杂乱。$/m], /版权所有|首页/],
	["repository", [/needs no service/, /```sh\npipx install sieve-text\nsieve --version\n```/, /menus are cut/], /Pull requests/],
];

describe("ten pages of ten kinds", () => {
	let host: Host;
	let site: Site;
	beforeAll(async () => {
		site = await openSite();
		host = await openHost({ vault: VAULT });
	});
	afterAll(() => site.close());

	it("clip through the sheet into clean notes of the project", async () => {
		await startClip(host);
		await typeLinks(host, PAGES.map(([path]) => `${site.base}/${path}`));
		await host.see("10 new");
		await host.button("Clip 10 sources").click();
		await host.see("10 of 10 clipped");

		const folder = join(host.vaultDir, PROJECT, "Sources");
		const notes = readdirSync(folder).map((name) => host.readNote(`${PROJECT}/Sources/${name}`));
		expect(notes).toHaveLength(10);
		for (const [path, holds, holdsNot] of PAGES) {
			// The note that says most of it, so that a failure names what is missing.
			const said = (text: string) => holds.filter((words) => words.test(text)).length;
			const [note = ""] = [...notes].sort((a, b) => said(b) - said(a));
			expect([path, holds.filter((words) => !words.test(note))]).toEqual([path, []]);
			expect(note).not.toMatch(holdsNot);
			expect(note).toMatch(/^---\ntitle: .*\nsource: "?http/);
			expect(note).toMatch(/^project: "?\[\[Wind and grain\]\]"?$/m);
			expect(note).toMatch(/^status: new$/m);
		}
	});

	it("take them all back with one click", async () => {
		await host.button("Undo all 10").click();
		await host.see("Undone. 10 notes are in your trash.");
		expect(readdirSync(join(host.vaultDir, PROJECT, "Sources"))).toEqual([]);
	});
});

const KEPT = "---\ntitle: Sieves\nsource: https://sieves.example/how?utm_source=feed\nstatus: kept\ndecided: 2025-11-03\n---\n\nWords.\n";
const GONE = "---\ntitle: Ten prompts\nsource: https://lists.example/ten-prompts\nstatus: deleted\ndecided: 2026-05-03\nreason: listicle\n---\n\nWords.\n";

describe("the start sheet", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({
			vault: { ...VAULT, [`${PROJECT}/Sources/Sieves.md`]: KEPT, [`${PROJECT}/Sources/Ten prompts.md`]: GONE },
		});
	});

	it("says beside each line what will happen to it", async () => {
		await startClip(host);
		await typeLinks(host, [
			"https://new.example/page",
			"sieves.example/how",
			"https://lists.example/ten-prompts#top",
			"http://www.new.example/page/",
			"notes about wind",
			"http://192.168.1.4/wiki",
		]);
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-clip-state").length === 6);
		expect(await lineWords(host)).toEqual([
			"New",
			"Already here, kept since 3 November 2025",
			expect.stringMatching(/^You threw this away on 3 May.*: “listicle”$/),
			"Same as a line above",
			"Not a link",
			"New, on your own network",
		]);
		await host.see("2 new · 1 already here · 1 thrown away, skipped");
		await host.button("Clip it anyway").click();
		await host.see("Clip 3 sources");
		await host.press("Escape");
	});

	it("keeps what is here for the end of the run, which lists it and counts it with what needs the person", async () => {
		const site = await openSite();
		await startClip(host);
		await typeLinks(host, ["https://sieves.example/how", `${site.base}/article`, `${site.base}/no-such-page`]);
		await host.button("Clip 2 sources").click();
		await host.see("1 of 3 clipped");
		await host.see("1 was already here, 1 needs you.");
		await rowSays(host, "Sieves", "Already here, kept since");
		await rowAct(host, "Sieves", "Open");
		await host.see("Words.");
		expect(existsSync(join(host.vaultDir, "Research/Queue.md")) ? host.readNote("Research/Queue.md") : "").not.toContain("sieves.example");
		await site.close();
	});

	it("shows a link from outside and fetches nothing; an address on the own network is refused", async () => {
		await host.page.evaluate(() => window.__host.openProtocol("winnow", { url: "http://192.168.1.1/reboot" }));
		await host.see("On your own network; type it yourself to clip it");
		expect(await host.page.$eval(".winnow-clip button.mod-cta", (button) => (button as HTMLButtonElement).disabled)).toBe(true);
		await host.press("Escape");
		await host.page.evaluate(() => window.__host.openProtocol("winnow", { url: "https://outside.example/a" }));
		await host.see("Clip 1 source");
		await host.press("Escape");
		await host.page.evaluate(() => window.__host.openProtocol("winnow", { url: "javascript:alert(1)" }));
		await host.page.waitForSelector(".winnow-clip-field");
		expect(await host.page.$eval(".winnow-clip-field", (field) => (field as HTMLTextAreaElement).value)).toBe("");
		await host.press("Escape");
	});

	it("takes links out of whatever is dropped on the field", async () => {
		await startClip(host);
		await host.page.evaluate(() => {
			const transfer = new DataTransfer();
			const opml = '<opml><outline text="A" htmlUrl="https://a.example/?x=1&amp;y=2"/></opml>';
			transfer.items.add(new File([opml], "feeds.opml"));
			transfer.items.add(new File(["@article{k, url = {https://b.example/paper}}"], "refs.bib"));
			transfer.items.add(new File(['name,link\n"C","https://c.example/c"\n'], "list.csv"));
			transfer.items.add(new File(["# Awesome\n- [D](https://d.example/d) - good\n"], "awesome.md"));
			transfer.items.add(new File(['<DT><A HREF="https://e.example/e" ADD_DATE="1">E</A>'], "bookmarks.html"));
			document.querySelector(".winnow-clip-field")?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
		});
		await host.see("Clip 5 sources");
		expect(await host.page.$eval(".winnow-clip-field", (field) => (field as HTMLTextAreaElement).value)).toBe(
			"https://a.example/?x=1&y=2\nhttps://b.example/paper\nhttps://c.example/c\nhttps://d.example/d\nhttps://e.example/e\n",
		);
		await host.press("Escape");
	});
});

describe("pages that cannot be had", () => {
	let host: Host;
	let site: Site;
	let isMended = false;
	beforeAll(async () => {
		const html = { "content-type": "text/html" };
		site = await openSite({
			"/login": (response) => response.writeHead(403, html).end("<h1>No</h1>"),
			"/empty": (response) => response.writeHead(200, html).end(),
			"/script": (response) => response.writeHead(200, html).end("<title>App</title><div id=root></div><script src=a.js></script>"),
			"/picture": (response) => response.writeHead(200, { "content-type": "image/png" }).end(Buffer.from([137, 80, 78, 71])),
			"/large": (response) => response.writeHead(200, html).end(Buffer.alloc(31_000_000, "x")),
			"/slow": () => undefined,
			"/mended": (response) => (isMended ? response.writeHead(200, html).end(`<title>Mended</title><article><h1>Mended</h1><p>${"Now it answers again. ".repeat(20)}</p></article>`) : response.writeHead(500, html).end()),
			"/gb": (response) => response.writeHead(200, html).end(Buffer.concat([Buffer.from("<meta charset=gb18030><title>Wind</title><article><h1>Wind</h1><p>"), GB, Buffer.from(`</p><p>${"More words of the page. ".repeat(20)}</p></article>`)])),
			"/cp1252": (response) => response.writeHead(200, { "content-type": "text/html; charset=iso-8859-1" }).end(Buffer.from(`<title>Quotes</title><article><h1>Quotes</h1><p>\x93na\xefve\x94 \x96 \x805</p><p>${"More words of the page. ".repeat(20)}</p></article>`, "latin1")),
		});
		host = await openHost({ vault: VAULT, settings: { clipTimeoutSeconds: 5 } });
	});
	afterAll(() => site.close());

	const paths = ["nowhere", "login", "empty", "script", "picture", "large", "mended", "gb", "cp1252", "slow"];
	const noteOf = (name: string): string => host.readNote(`${PROJECT}/Sources/${name}.md`);

	it("each end with what happened and a next step; the others are clipped", async () => {
		await startClip(host);
		await typeLinks(host, paths.map((path) => `${site.base}/${path}`));
		await host.press("Control+Enter");
		await host.see("2 of 10 clipped");
		const rows: readonly (readonly [string, string, string])[] = [
			["/nowhere", "The page is gone (404). Nothing was saved.", "Save the link"],
			["/login", "The site wants a login (403).", "Paste text…"],
			["/empty", "The site sent an empty page.", "Try again"],
			["/script", "The page shows its text only with scripts.", "Paste text…"],
			["/picture", "This is no web page (image/png).", "Save the link"],
			["/large", "The page has 31 MB, more than Winnow reads.", "Save the link"],
			["/mended", "The site answered with an error (500).", "Try again"],
			["/slow", "No answer after 5 seconds.", "Try again"],
		];
		for (const [path, words, act] of rows) {
			await rowSays(host, path, words);
			await rowSays(host, path, act);
		}
		expect(noteOf("Wind")).toContain("中文文章");
		expect(noteOf("Quotes")).toContain("“naïve” – €5");
	});

	it("can be tried again after the end, or saved as a link", async () => {
		isMended = true;
		await rowAct(host, "/mended", "Try again");
		await host.see("3 of 10 clipped");
		expect(noteOf("Mended")).toContain("Now it answers again.");
		await rowAct(host, "/login", "Save the link");
		await host.see("4 of 10 clipped");
		const saved = noteOf("localhost login");
		expect(saved).toMatch(/^capture: link$/m);
		expect(saved).toContain(`source: "${site.base}/login"`);
	});

	it("can be pasted, with what the clipboard's HTML knows", async () => {
		await rowAct(host, "/script", "Paste text…");
		await host.page.waitForSelector(".winnow-clip-paste");
		await host.page.evaluate(() => {
			const field = document.querySelector<HTMLTextAreaElement>(".winnow-clip-paste");
			if (field === null) throw new Error("no field");
			const clipboardData = new DataTransfer();
			clipboardData.setData("text/plain", "Tools\nBaskets and forks.");
			clipboardData.setData("text/html", "<h1>Tools</h1><p>Baskets and <a href='https://f.example/'>forks</a>.</p><script>alert(1)</script>");
			field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
			field.value = "Tools\nBaskets and forks.";
			field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		});
		await host.see("Formatted text.");
		await host.button("Save").click();
		await host.see("5 of 10 clipped");
		const note = noteOf("Tools");
		expect(note).toContain("Baskets and [forks](https://f.example/).");
		expect(note).toMatch(/^capture: pasted$/m);
		expect(note).not.toContain("alert");
	});

	it("are undone all together", async () => {
		await host.button("Undo all 5").click();
		await host.see("Undone. 5 notes are in your trash.");
		expect(readdirSync(join(host.vaultDir, PROJECT, "Sources"))).toEqual([]);
	});

	it("give the hand back at once when the person stops", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/slow`, `${site.base}/slow?again`]);
		await host.press("Control+Enter");
		await host.see("Fetching the page");
		await host.button("Stop").click();
		await host.see("0 of 2 clipped");
		await host.see("2 wait in the note Queue.");
		await host.press("Escape");
	});
});

/** 中文文章 in GB 18030. */
const GB = Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0xce, 0xc4, 0xd5, 0xc2]);

describe("a batch that was cut short", () => {
	it("stands in the queue, is offered after the start and clipped at the person's word", async () => {
		const site = await openSite();
		const queue = `Things from the train:\n- [ ] ${site.base}/article → [[Wind and grain]]\n- [ ] ${site.base}/nowhere\n- [x] https://old.example/ · [[Old]]\n`;
		const host = await openHost({ vault: { ...VAULT, "Research/Queue.md": queue } });
		await host.see("2 links wait in the queue.");
		await host.button("Continue").click();
		// Addresses on the own network are shown before they are fetched.
		await host.button("Clip 2 sources").click();
		await host.see("1 of 2 clipped");
		await host.noteSays("Research/Queue.md", "The page is gone (404).");
		const lines = host.readNote("Research/Queue.md").split("\n");
		expect(lines).toEqual([
			"Things from the train:",
			`- [x] ${site.base}/article → [[Wind and grain]] · [[${PROJECT}/Sources/Why small batches forgive you|Why small batches forgive you]]`,
			`- [ ] ${site.base}/nowhere · The page is gone (404). Nothing was saved.`,
			"- [x] https://old.example/ · [[Old]]",
			"",
		]);
		await host.press("Escape");
		await host.runCommand("Open queue");
		await host.see("Things from the train:");
		await site.close();
	});
});

describe("one work under three addresses", () => {
	it("is clipped once", async () => {
		const page = (response: ServerResponse) =>
			response
				.writeHead(200, { "content-type": "text/html" })
				.end(`<title>One</title><link rel="canonical" href="/one"><article><h1>One</h1><p>${"The same words each time. ".repeat(30)}</p></article>`);
		const site = await openSite({ "/one": page, "/uno": page, "/eins": page });
		const host = await openHost({ vault: VAULT });
		await startClip(host);
		await typeLinks(host, [`${site.base}/one`, `${site.base}/uno`, `${site.base}/eins`]);
		await host.press("Control+Enter");
		await host.see("of 3 clipped");
		expect(await host.page.$eval(".winnow-clip", (sheet) => (sheet as HTMLElement).innerText)).toContain("1 of 3 clipped");
		await host.see("2 were already here.");
		expect(readdirSync(join(host.vaultDir, PROJECT, "Sources"))).toEqual(["One.md"]);
		await site.close();
	});
});

/** A page of text with a picture in it. */
const PAPER = makePdf({
	pages: [column(["The husk is separated by wind, and the grain falls", "back into the basket."], { x: 72, y: 700, size: 12, leading: 14 })],
	info: { Title: "On husks", Author: "Ada Rye" },
	picture: true,
});

describe("one link without the sheet", () => {
	let host: Host;
	let site: Site;
	let body = "<p>The first words of the page, which are enough for a note about it.</p><p>A second paragraph, so that it is an article.</p>";
	beforeAll(async () => {
		const page = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/html" }).end(`<title>Growing page</title><article><h1>Growing page</h1>${body}</article>`);
		site = await openSite({
			"/grows": page,
			"/paper.pdf": (response) => response.writeHead(200, { "content-type": "application/pdf" }).end(PAPER),
		});
		host = await openHost({ vault: VAULT });
	});
	afterAll(() => site.close());

	const copied = (text: string) =>
		host.page.evaluate((words) => Object.defineProperty(navigator, "clipboard", { configurable: true, value: { readText: () => Promise.resolve(words) } }), text);
	const choose = (event: string, title: string, subject: string) => chooseIn(host, event, title, subject);

	it("comes from the clipboard, with a notice that can undo it", async () => {
		await copied(`Look at ${site.base}/grows please`);
		await host.runCommand("Clip link from clipboard");
		await host.see("Clipped: Growing page");
		expect(host.exists(`${PROJECT}/Sources/Growing page.md`)).toBe(true);
		await copied(`${site.base}/grows`);
		await host.runCommand("Clip link from clipboard");
		await host.see("Already here: Growing page");
		await copied("no link");
		await host.runCommand("Clip link from clipboard");
		await host.see("There is no link on the clipboard");
	});

	it("from a menu of a page never reaches the own network", async () => {
		const before = site.asked.length;
		await choose("url-menu", "Clip to inbox", `${site.base}/article`);
		await host.see("This address is on your own network and was not typed by you. Nothing was fetched.");
		expect(site.asked.length).toBe(before);
	});

	it("clipped again adds what is new and keeps the reader's words", async () => {
		const path = `${PROJECT}/Sources/Growing page.md`;
		const mine = `${host.readNote(path)}\nMy own thought.\n`;
		await host.writeOutside(path, mine);
		await host.settled();
		body += "<p>A third paragraph that was not there before, with a reason of its own.</p>";
		await choose("file-menu", "Clip again…", path);
		await host.button("Add 1 passage").click();
		await host.noteSays(path, "A third paragraph");
		expect(host.readNote(path)).toBe(`${mine}\nA third paragraph that was not there before, with a reason of its own.\n`);
	});

	it("from the command line answers with the note's path, or with why not", async () => {
		const run = (url: string) => host.page.evaluate((link) => window.__host.runCli("winnow:clip", { url: link }), url);
		expect(await run(`${site.base}/docs`)).toBe(`${PROJECT}/Sources/Streaming datasets.md`);
		expect(await run(`${site.base}/nowhere`)).toBe("The page is gone (404). Nothing was saved.");
		expect(await run("words")).toBe("Not a link");
	});

	it("to a PDF becomes its text, and says what is missing", async () => {
		await copied(`${site.base}/paper.pdf`);
		await host.runCommand("Clip link from clipboard");
		await host.see("Clipped: On husks");
		const note = host.readNote(`${PROJECT}/Sources/On husks.md`);
		expect(note).toMatch(/^author:\n {2}- Ada Rye$/m);
		expect(note).toContain("falls back into the basket. ^page-1");
		expect(note).toMatch(/^capture: partial$/m);
		expect(note).toContain("figures, tables and formulas are missing");
	});
});

describe("files", () => {
	const file = (name: string, text: string) => ({ name, text });
	const saved = file("Saved.mhtml", `Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://saved.example/tools\r\n\r\n<title>Tools</title><article><h1>Tools</h1><p>${"Baskets, forks and a dry afternoon. ".repeat(10)}</p></article>\r\n--cut--\r\n`);

	it("of the vault become sources by their menu, once, with links to their pages", async () => {
		const host = await openHost({ vault: { ...VAULT, "Papers/placeholder.md": "" } });
		await host.page.evaluate(async (bytes) => {
			await window.__host.app.vault.createBinary("Papers/On husks.pdf", new Uint8Array(bytes).buffer);
		}, [...PAPER]);
		await chooseIn(host, "file-menu", "Clip to inbox", "Papers/On husks.pdf");
		await host.see("Clipped: On husks");
		const note = host.readNote(`${PROJECT}/Sources/On husks.md`);
		expect(note).toContain('source: "[[Papers/On husks.pdf]]"');
		expect(note).toContain("[[Papers/On husks.pdf#page=1|p. 1]] ^page-1");
		await host.settled();
		await chooseIn(host, "file-menu", "Clip to inbox", "Papers/On husks.pdf");
		await host.see("This file is a source already: On husks");
	});

	it("dropped on the sheet become notes, lists among them become lines", async () => {
		const host = await openHost({ vault: VAULT });
		await startClip(host);
		await host.page.evaluate((given) => {
			const dataTransfer = new DataTransfer();
			for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
			document.querySelector(".winnow-clip-field")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
		}, [saved, file("list.md", "- https://new.example/page")]);
		await host.see("Clipped: Tools");
		await host.see("1 new");
		const note = host.readNote(`${PROJECT}/Sources/Tools.md`);
		expect(note).toMatch(/^source: "?https:\/\/saved\.example\/tools"?$/m);
		expect(note).toContain("Baskets, forks and a dry afternoon.");
	});
});

/** Clicks an entry of a menu that the plugin fills, as the app would show it. */
function chooseIn(host: Host, event: string, title: string, subject: string): Promise<void> {
	return host.page.evaluate(
		(name, wanted, about) => {
			const { workspace, vault } = window.__host.app;
			const acts = new Map<string, () => void>();
			const menu = {
				addItem(fill: (item: unknown) => void) {
					let label = "";
					const item = { setTitle: (text: string) => ((label = text), item), setIcon: () => item, setSection: () => item, onClick: (act: () => void) => (acts.set(label, act), item) };
					fill(item);
					return menu;
				},
			};
			workspace.trigger(name, menu, name === "file-menu" ? vault.getFileByPath(about) : about);
			const act = acts.get(wanted);
			if (act === undefined) throw new Error(`No ${wanted} among ${[...acts.keys()].join(", ")}`);
			act();
		},
		event,
		title,
		subject,
	);
}
