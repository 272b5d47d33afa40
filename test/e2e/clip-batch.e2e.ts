import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";
import { describeWithShared } from "../shared";
import { startClip, typeLinks } from "./clip-steps";
import { openSite, type Site } from "./site";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n" };
const GOOD = ["article", "paper", "docs", "question", "forum", "encyclopedia", "newsletter", "course", "chinese", "repository"];

/** Pages that the bench's server plays badly, one failure each. Those that only cost memory are left to the fetch's own tests. */
const BAD =
	"204 304 404 410 429 500 503 ok redirect-once redirect-loop redirect-chain-30 redirect-private redirect-file redirect-js redirect-empty redirect-meta never-answers headers-then-hangs never-ends cut reset length-too-short bad-chunk not-http gzip-cut gzip-lie charset-lie-utf8 shift-jis-meta gbk-header utf16le-bom xhtml-declaration empty-200 blank-200 401-basic 403-cloudflare 200-challenge login-wall paywall soft-404 cookie-wall app-shell pdf pdf-as-html html-as-octets json image xml-entities svg attachment no-content-type".split(" ");

type Row = Readonly<{ state: string; title: string; says: string; acts: readonly string[] }>;

describeWithShared("sixty mixed links, most of them bad pages", (shared) => {
	let host: Host;
	let site: Site;
	let chaos: Readonly<{ base: string; stop(): void }>;
	beforeAll(async () => {
		site = await openSite();
		chaos = await startChaos(join(shared, "bench", "hostile", "lib", "chaos-server.mjs"));
		host = await openHost({ vault: VAULT, settings: { clipTimeoutSeconds: 5 } });
	});
	afterAll(async () => {
		await site.close();
		chaos.stop();
	});

	const rows = (): Promise<readonly Row[]> =>
		host.page.$$eval(".winnow-clip-row", (all) =>
			all.map((row) => ({
				state: /is-([\w-]+)/.exec(row.className)?.[1] ?? "",
				title: row.querySelector(".winnow-clip-row-title")?.textContent ?? "",
				says: row.querySelector(".winnow-clip-row-says")?.textContent ?? "",
				acts: [...row.querySelectorAll("button")].map(({ textContent }) => textContent ?? ""),
			})),
		);

	it("each end with what happened and what is next; the good ones are notes", async () => {
		const links = [...BAD.map((name) => `${chaos.base}/web/${name}`), ...GOOD.map((path) => `${site.base}/${path}`)];
		expect(links).toHaveLength(60);
		await startClip(host);
		await host.page.evaluate((text) => {
			const field = document.querySelector<HTMLTextAreaElement>(".winnow-clip-field");
			if (field === null) throw new Error("no field");
			field.value = text;
			field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		}, links.join("\n"));
		await host.button("Clip 60 sources").click();
		await host.page.waitForFunction(() => /^\d+ of 60 clipped$/.test(document.querySelector(".winnow-clip .modal-title")?.textContent ?? ""), { timeout: 240_000 });

		const ended = await rows();
		for (const row of ended) expect([row.title, ["problem", "here"].includes(row.state), row.says !== "", row.acts.length > 0]).toEqual([row.title, true, true, true]);
		const clipped = Number(/^\d+/.exec(await host.page.$eval(".winnow-clip .modal-title", (title) => title.textContent ?? ""))?.[0]);
		const failed = ended.filter(({ state, acts }) => state === "problem" && !acts.includes("Open"));
		const here = ended.filter(({ state }) => state === "here");
		expect(clipped + failed.length + here.length).toBe(60);
		const notes = readdirSync(join(host.vaultDir, PROJECT, "Sources"));
		expect(notes).toHaveLength(clipped);
		expect(clipped).toBeGreaterThanOrEqual(GOOD.length + 5);
		for (const name of ["404", "500", "redirect-loop", "never-answers", "never-ends", "reset", "empty-200", "login-wall", "app-shell", "image", "xml-entities"])
			expect(failed.map(({ title }) => title)).toContain(`${new URL(chaos.base).host}/web/${name}`);
	}, 300_000);

	it("and the hand is free at once where a page never answers", async () => {
		await host.press("Escape");
		await startClip(host);
		await typeLinks(host, ["never-answers", "headers-then-hangs", "never-ends"].map((name) => `${chaos.base}/web/${name}?again`));
		await host.press("Control+Enter");
		await host.see("Fetching the page");
		await host.button("Stop").click();
		await host.see("0 of 3 clipped");
		await host.see("3 wait in the note Queue.");
	});
});

async function startChaos(path: string): Promise<Readonly<{ base: string; stop(): void }>> {
	// The server only starts when it is called by its own name; a linked folder gives it another.
	const server: ChildProcess = spawn(process.execPath, [realpathSync(path), "0"], { stdio: ["ignore", "pipe", "inherit"] });
	const base = await new Promise<string>((resolve, reject) => {
		server.stdout?.on("data", (words: Buffer) => {
			const found = /^(http:\/\/[\w.]+:\d+)/.exec(words.toString())?.[1];
			if (found !== undefined) resolve(found);
		});
		server.once("exit", () => reject(new Error("The bench's server did not start.")));
	});
	return { base, stop: () => void server.kill() };
}
