import { openHost, type Host } from "../host/open-host";

const CANVAS = "Research/Training/Outline.canvas";
const canvas = `{
	"nodes":[
		{"id":"a","type":"group","x":0,"y":0,"width":1120,"height":260,"label":"Data"},
		{"id":"b","type":"group","x":0,"y":340,"width":1120,"height":260,"label":"奖励","color":"4","my-plugin":{"keep":[1,2]}},
		{"id":"c","type":"file","file":"Research/Training/Sources/FineWeb.md","x":40,"y":40,"width":320,"height":180}
	],
	"edges":[]
}`;
const vault = {
	"Research/Training/Training.md": '---\ntype: research-project\noutline: "[[Research/Training/Outline.canvas]]"\n---\n## For whom\n\nEngineers.\n',
	"Research/Training/Sources/FineWeb.md": '---\ntitle: FineWeb\nsource: https://example.org/f\nprimary: true\nstatus: kept\nproject: "[[Training]]"\n---\nText.\n',
	"Research/Training/Sources/Reward.md": '---\ntitle: Reward models\nsource: https://example.org/r\nstatus: kept\nproject: "[[Training]]"\n---\nText.\n',
	[CANVAS]: canvas,
};

describe("the outline's list form", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault, size: { width: 1440, height: 900 } });
		await host.open(CANVAS);
		await host.runCommand("Open companion");
		await host.see("Sections, in reading order");
	});

	const labels = () => {
		const { nodes } = JSON.parse(host.readNote(CANVAS)) as { nodes: { type: string; label?: string; y: number }[] };
		const groups = nodes.filter((node) => node.type === "group").sort((one, other) => one.y - other.y);
		return groups.map((node) => node.label);
	};

	it("writes nothing by being opened", () => {
		expect(host.readNote(CANVAS)).toBe(canvas);
	});

	it("says how each section stands, to the ear as to the eye", async () => {
		await host.byRole("treeitem", "1 Data, One source").wait();
		await host.byRole("treeitem", "2 奖励, No sources").wait();
		await host.see("1 of 2");
	});

	it("renames by F2, and keeps every foreign byte", async () => {
		await host.page.focus('[data-section="b"]');
		await host.press("F2");
		await host.page.keyboard.type("Rewards");
		await host.press("Enter");
		await host.noteSays(CANVAS, '"label":"Rewards","color":"4","my-plugin":{"keep":[1,2]}}');
		expect(host.readNote(CANVAS)).toBe(canvas.replace("奖励", "Rewards"));
	});

	it("leaves all as it was on Escape", async () => {
		const before = host.readNote(CANVAS);
		await host.page.focus('[data-section="a"]');
		await host.press("F2");
		await host.page.keyboard.type("Never");
		await host.press("Escape");
		await host.byRole("treeitem", "1 Data, One source").wait();
		expect(host.readNote(CANVAS)).toBe(before);
	});

	it("keeps a heading that is being typed, though the note changes meanwhile", async () => {
		const before = host.readNote(CANVAS);
		await host.page.focus('[data-section="a"]');
		await host.press("F2");
		await host.page.keyboard.type("Half");
		await host.writeOutside(CANVAS, before.replace("Rewards", "Prizes"));
		await host.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
		await host.page.keyboard.type(" typed");
		await host.press("Escape");
		await host.byRole("treeitem", "2 Prizes, No sources").wait();
		expect(host.readNote(CANVAS)).toBe(before.replace("Rewards", "Prizes"));
		await host.writeOutside(CANVAS, before);
		await host.byRole("treeitem", "2 Rewards, No sources").wait();
	});

	it("moves a section up by a key, with its colour and keys", async () => {
		await host.page.focus('[data-section="b"]');
		await host.page.keyboard.down("Alt");
		await host.press("ArrowUp");
		await host.page.keyboard.up("Alt");
		await host.byRole("treeitem", "1 Rewards, No sources").wait();
		expect(labels()).toEqual(["Rewards", "Data"]);
		expect(host.readNote(CANVAS)).toContain('"my-plugin":{"keep":[1,2]}');
	});

	it("colors the sections by their coverage when asked, as one step to take back", async () => {
		const before = host.readNote(CANVAS);
		await host.button("More acts on the outline").click();
		await host.page.locator(".menu-item::-p-text(Color outline by coverage)").click();
		await host.noteSays(CANVAS, '"label":"Data","color":"3"');
		await host.noteSays(CANVAS, '"label":"Rewards","color":"2","my-plugin":{"keep":[1,2]}');
		await host.runCommand("Take back last decision");
		await host.noteSays(CANVAS, before);
	});

	it("opens the coverage from the canvas' own header", async () => {
		await host.page.locator('.view-actions [aria-label="Open coverage"]').click();
		await host.see("Sections, in reading order");
	});

	it("says where a broken file is broken, and writes nothing into it", async () => {
		const broken = canvas.replace('"edges"', "edges");
		await host.writeOutside(CANVAS, broken);
		await host.see("line 7, column 2");
		await host.runCommand("Tidy outline");
		await host.see("Nothing is written until that is mended.");
		expect(host.readNote(CANVAS)).toBe(broken);
	});
});
