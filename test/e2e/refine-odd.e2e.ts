import { readdirSync } from "node:fs";
import { openHost, type Host } from "../host/open-host";
import { reviewOf } from "./refine-vault";

/** Nobody closed the comment: what follows is for nobody else. */
const OPEN =
	"# Half open\n\nIt is important to note that the rain stopped.\n\n%% from here on\n\nIn order to see why, look up.\n";
/** More than one request shows, in two sections. */
const LONG = ["One", "Two"]
	.map(
		(name) =>
			`# ${name}\n\n${"The run kept learning while nobody in the room looked at its slope. ".repeat(3_200)}`,
	)
	.join("\n\n");

describe("odd notes: outside every project", () => {
	const PATH = "Journal/Monday.md";
	const NOTE =
		"It is important to note that the the rain stopped. In order to see why, basically look up.\n";
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const files = (): readonly string[] =>
		readdirSync(host.vaultDir, { recursive: true, encoding: "utf8" })
			.filter((path) => !path.startsWith("."))
			.sort();
	beforeAll(async () => {
		host = await openHost({
			vault: { [PATH]: NOTE, "Open.md": OPEN, "Long.md": LONG },
			standIn: true,
		});
		review = reviewOf(host);
	});
	afterEach(async () => {
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	});

	it("has its map and says what is missing without a project", async () => {
		await host.open(PATH);
		await host.runCommand("Refine draft…");
		await host.see("This note belongs to no project");
		await host.see("Review these now");
	});

	it("is refined as any draft, and leaves no log, project or folder behind", async () => {
		const before = files();
		await review.start(PATH);
		await host.page.waitForSelector(".winnow-refine-list [role=option]");
		await review.isRead();
		await host.press("y", "Control+Enter");
		await host.noteSays(PATH, /^The the rain stopped\./);
		await host.page.waitForSelector(".winnow-refine-tiles");
		await host.seeNot("Refine log");
		expect(files()).toEqual(before);
	});

	it("are told once that a comment is never closed, and what follows it stays as it is", async () => {
		await review.start("Open.md");
		await host.page.waitForSelector(".winnow-refine-list [role=option]");
		await review.isRead();
		await review.hasRows(1);
		await host.press("y", "Control+Enter");
		await host.noteSays("Open.md", OPEN.replace("It is important to note that the", "The"));
	});

	it("are told what no pass sees together where one request cannot hold them", async () => {
		await host.open("Long.md");
		await host.runCommand("Refine draft…");
		await host.see("It is read in 2 parts, split at headings");
	});
});
