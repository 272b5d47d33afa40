import { readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { openHost, type Host } from "../host/open-host";
import { rowAct, rowSays, startClip, typeLinks } from "./clip-steps";
import { openSite, type Site } from "./site";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n" };
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><rect width="9" height="9"/></svg>';

describe("pictures of a page", () => {
	let host: Host;
	let site: Site;
	let isMended = false;
	const page = (title: string, pictures: string) => (response: ServerResponse) =>
		response.writeHead(200, { "content-type": "text/html" }).end(`<title>${title}</title><article><h1>${title}</h1><p>${"The wind takes the husks. ".repeat(20)}</p>${pictures}<p>${"The grain stays. ".repeat(20)}</p></article>`);
	const png = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/plain" }).end(PNG);
	beforeAll(async () => {
		site = await openSite({
			"/one": page("One", '<img src="/curve.jpg" alt="Loss curve"><img src="/drawing" alt="Drawing"><img src="/late.png" alt="Late">'),
			"/two": page("Two", '<img src="/copy.png" alt="The same curve">'),
			"/curve.jpg": png,
			"/copy.png": png,
			"/drawing": (response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end(SVG),
			"/late.png": (response) => (isMended ? png(response) : response.writeHead(500).end()),
		});
		host = await openHost({ vault: VAULT });
	});
	afterAll(() => site.close());
	const files = (ending: string): readonly string[] => readdirSync(host.vaultDir).filter((name) => name.endsWith(ending));
	const sources = (): readonly string[] => readdirSync(`${host.vaultDir}/${PROJECT}/Sources`);

	it("are saved where the vault keeps attachments, each once, with the ending of what they are", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/one`, `${site.base}/two`]);
		await host.page.select(".winnow-clip-choice:nth-last-child(1) select", "save");
		await host.button("Clip 2 sources").click();
		await host.see("2 of 2 clipped");
		await rowSays(host, "One", "2 images");
		await rowSays(host, "One", "1 image stays on the web: the site answered with an error (500).");
		const note = host.readNote(`${PROJECT}/Sources/One.md`);
		expect(note).toMatch(/!\[\[c(urve|opy)-[0-9a-f]{10}\.png\|Loss curve\]\]/);
		expect(note).toMatch(/!\[\[drawing-[0-9a-f]{10}\.svg\|Drawing\]\]/);
		expect(note).toContain(`![Late](${site.base}/late.png)`);
		expect(host.readNote(`${PROJECT}/Sources/Two.md`)).toMatch(/!\[\[c(urve|opy)-[0-9a-f]{10}\.png\|The same curve\]\]/);
		expect([files(".png").length, files(".svg").length]).toEqual([1, 1]);
		expect(host.readNote(files(".svg")[0] ?? "")).not.toContain("alert");
	});

	it("that failed are tried again at the person's word", async () => {
		isMended = true;
		await rowAct(host, "One", "Try images again");
		await host.noteSays(`${PROJECT}/Sources/One.md`, /!\[\[c(urve|opy)-[0-9a-f]{10}\.png\|Late\]\]/);
		await host.see("1 image is in your vault.");
	});

	it("go with their notes when the run is undone, but not those that another note shows", async () => {
		const shared = files(".png")[0] ?? "";
		await host.writeOutside("Mine.md", `![[${shared}]]`);
		await host.settled();
		await host.button("Undo all 2").click();
		await host.see("Undone. 2 notes are in your trash.");
		expect(sources()).toEqual([]);
		expect(files(".svg")).toEqual([]);
		expect(files(".png")).toEqual([shared]);
	});

	it("can be picked one by one, and the pick is undone", async () => {
		await startClip(host);
		await typeLinks(host, [`${site.base}/one`]);
		await host.page.select(".winnow-clip-choice:nth-last-child(1) select", "choose");
		await host.button("Clip 1 source").click();
		await host.see("1 of 1 clipped");
		await rowAct(host, "One", "Choose images…");
		await host.see("Images of “One” that stand on the web.");
		await host.page.locator(".winnow-clip-image input").click();
		await host.button("Save 2 images").click();
		await host.noteSays(`${PROJECT}/Sources/One.md`, /!\[\[drawing-/);
		const note = host.readNote(`${PROJECT}/Sources/One.md`);
		expect(note).toContain(`![Loss curve](${site.base}/curve.jpg)`);
		await host.button("Undo it").click();
		await host.see("Undone. 1 note is in your trash.");
		expect([sources(), files(".svg")]).toEqual([[], []]);
		const [svg] = note.match(/drawing-[0-9a-f]{10}\.svg/) ?? [];
		await host.press("Escape");
		// The clip and the pick were two acts: note and picture are there again, as they were.
		await host.runCommand("Redo last decision");
		await host.noteSays(`${PROJECT}/Sources/One.md`, `/drawing)`);
		await host.runCommand("Redo last decision");
		await host.noteSays(`${PROJECT}/Sources/One.md`, /!\[\[drawing-/);
		await host.settled();
		expect(files(".svg")).toEqual([svg]);
		expect(host.readNote(svg ?? "")).toContain("<rect");
	});
});
