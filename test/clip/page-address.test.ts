import { readWork } from "../../src/clip/read-work";
import { article, toolsFor, type Answers } from "./works";

async function read(url: string, answers: Answers) {
	const work = await readWork(url, toolsFor(answers));
	if (!work.ok) throw new Error(work.error.kind);
	return { ...work.value.facts, markdown: work.value.markdown };
}

const LINK = '<p>More in the <a href="more.html">second part</a> of the same text, which is longer.</p>';

describe("the address a page's links start from", () => {
	it("is what the page's base says", async () => {
		const page = article("T", '<base href="https://site.example/deep/">', LINK);
		expect((await read("https://site.example/x", { "https://site.example/x": page })).markdown).toContain("(https://site.example/deep/more.html)");
	});

	it("is the canonical address where the page's own links agree", async () => {
		const head = '<link rel="canonical" href="https://real.example/a/b"><link rel="stylesheet" href="https://real.example/s.css">';
		expect((await read("https://old.example/1", { "https://old.example/1": article("T", head, LINK) })).markdown).toContain("(https://real.example/a/more.html)");
	});

	it("is the typed address where they do not", async () => {
		const head = '<link rel="canonical" href="https://thief.example/a/b"><link rel="stylesheet" href="https://old.example/s.css">';
		expect((await read("https://old.example/1", { "https://old.example/1": article("T", head, LINK) })).markdown).toContain("(https://old.example/more.html)");
	});

	it("is unknown behind a shortener that no page explains: such links go, and the note says so", async () => {
		const work = await read("https://bit.ly/3xYz", { "https://bit.ly/3xYz": article("T", "", LINK) });
		expect(work.markdown).toContain("second part");
		expect(work.markdown).not.toContain("more.html");
		expect(work).toMatchObject({ capture: "partial", captureNote: "base-unknown" });
	});

	it("is what the handle service knows of a DOI", async () => {
		const handle = JSON.stringify({ values: [{ type: "HS_ADMIN" }, { type: "URL", data: { value: "https://press.example/paper/9" } }] });
		const work = await read("https://doi.org/10.5555/x", {
			"https://doi.org/api/handles/10.5555/x?type=URL": handle,
			"https://press.example/paper/9": article("T", "", LINK),
		});
		expect(work.markdown).toContain("(https://press.example/paper/more.html)");
	});

	it("is the next page's where one only forwards, once, and never into the own network", async () => {
		const forward = (to: string) => `<html><head><title>Moving</title><meta http-equiv="refresh" content="0; url=${to}"></head><body></body></html>`;
		const moved = await read("https://t.co/a", { "https://t.co/a": forward("https://there.example/"), "https://there.example/": article("There", "", LINK) });
		expect(moved).toMatchObject({ title: "There", url: "https://there.example/" });
		const inward = readWork("https://t.co/b", toolsFor({ "https://t.co/b": forward("http://192.168.0.1/"), "http://192.168.0.1/": article("Router", "", "") }));
		expect(await inward).toMatchObject({ ok: false });
	});
});
