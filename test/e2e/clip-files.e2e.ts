import { makePdf } from "../clip/make-pdf";
import { openHost, type Host } from "../host/open-host";
import { startClip } from "./clip-steps";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n" };
const WORDS = "Baskets, forks and a dry afternoon. ";

type Given = Readonly<{ name: string; bytes: readonly number[] }>;
const text = (name: string, words: string): Given => ({ name, bytes: [...new TextEncoder().encode(words)] });

const PDF = makePdf({ pages: [[{ x: 72, y: 700, text: "A page of a scanned letter, with enough of a line to be a text." }]] });
const NOTEBOOK = JSON.stringify({ nbformat: 4, metadata: { language_info: { name: "python" } }, cells: [{ cell_type: "markdown", source: ["# Sieving\n", "\n", `${WORDS.repeat(6)}`] }, { cell_type: "code", source: ["print(1 + 1)"], outputs: [{ output_type: "stream", name: "stdout", text: ["2\n"] }] }] });
const FILES: readonly Given[] = [
	text("Page.html", `<!-- saved from url=(0031)https://saved.example/the-page -->\n<title>Forks</title><article><h1>Forks</h1><p>${WORDS.repeat(10)}</p><img src="./Page_files/fork.png" width="400"></article>`),
	text("Archive.mhtml", `Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://saved.example/tools\r\n\r\n<title>Tools</title><article><h1>Tools</h1><p>${WORDS.repeat(10)}</p></article>\r\n--cut--\r\n`),
	text("My own words.md", `# On mills\n\n${WORDS.repeat(10)}\n`),
	text("sieve.ipynb", NOTEBOOK),
	{ name: "Letter.pdf", bytes: [...PDF] },
	text("list.txt", "See https://new.example/page and https://new.example/other"),
	text("picture.png", "not for us"),
];

/** Puts files on the sheet's field: by dropping them, or through the button that opens the system's dialog. */
async function give(host: Host, files: readonly Given[], way: "drop" | "choose"): Promise<void> {
	await host.page.evaluate(
		(given, how) => {
			const dataTransfer = new DataTransfer();
			for (const { name, bytes } of given) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
			const picker = document.querySelector<HTMLInputElement>(".winnow-clip input[type=file]");
			if (how === "drop") document.querySelector(".winnow-clip-field")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
			else if (picker !== null) {
				picker.files = dataTransfer.files;
				picker.dispatchEvent(new Event("change", { bubbles: true }));
			}
		},
		files,
		way,
	);
}

describe("files on the clip sheet", () => {
	it.each(["drop", "choose"] as const)("become notes of what they hold, lists among them lines (%s)", async (way) => {
		const host = await openHost({ vault: VAULT });
		await startClip(host);
		await give(host, FILES, way);
		await host.see("2 new");
		expect(await host.page.$eval(".winnow-clip-field", (field) => (field as HTMLTextAreaElement).value)).toBe("https://new.example/page\nhttps://new.example/other\n");
		const at = (name: string) => `${PROJECT}/Sources/${name}.md`;
		await host.noteSays(at("Letter"), "A page of a scanned letter");
		await host.noteSays(at("Forks"), /^source: "?https:\/\/saved\.example\/the-page"?$/m);
		// A picture beside the saved page cannot be had from the note.
		expect(host.readNote(at("Forks"))).not.toContain("Page_files");
		await host.noteSays(at("Tools"), WORDS.trim());
		await host.noteSays(at("On mills"), WORDS.trim());
		await host.noteSays(at("Sieving"), "```python\nprint(1 + 1)\n```");
		await host.press("Escape");
	});
});
