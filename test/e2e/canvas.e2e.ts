import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";

const probe = join(__dirname, "..", "host", "probe-plugin");
// Two blanks and keys nobody knows: another program wrote this.
const outline = JSON.stringify(
	{
		nodes: [
			{
				id: "g",
				type: "group",
				x: 0,
				y: 0,
				width: 600,
				height: 300,
				label: "Bread",
				winnow: { seq: 3 },
			},
			{
				id: "t",
				type: "text",
				x: 20,
				y: 40,
				width: 200,
				height: 100,
				text: "Readers **should** know",
			},
			{
				id: "f",
				type: "file",
				x: 300,
				y: 60,
				width: 200,
				height: 120,
				file: "Oven.md",
				styleAttributes: {},
			},
			{ id: "o", type: "text", x: 0, y: 400, width: 200, height: 100, text: "Outside" },
			{ id: "s", type: "something-new", x: 700, y: 0, width: 10, height: 10 },
		],
		edges: [{ id: "e", fromNode: "t", toNode: "f", label: "heats" }],
		metadata: { version: "1.0" },
	},
	null,
	2,
);
const vault = {
	"Outline.canvas": outline,
	"Oven.md": "---\nkind: web\n---\nAn oven keeps heat.\n",
	"Yeast.md": "Yeast breathes.\n",
	"Broken.canvas": "{ nodes: ",
};

type Box = {
	id: string;
	x: number;
	y: number;
	width: number;
	height: number;
	label?: string;
	file?: string;
	text?: string;
};

async function openCanvas(): Promise<Host> {
	const host = await openHost({ vault, pluginDir: probe });
	await host.open("Outline.canvas");
	await host.see("An oven keeps heat.");
	return host;
}

function onDisk(host: Host): { nodes: Box[]; edges: { id: string }[]; metadata: unknown } {
	return JSON.parse(host.readNote("Outline.canvas")) as ReturnType<typeof onDisk>;
}

const node = (host: Host, id: string): Box | undefined =>
	onDisk(host).nodes.find((one) => one.id === id);

async function drag(
	host: Host,
	selector: string,
	dx: number,
	dy: number,
	grip: "middle" | "corner" = "middle",
): Promise<void> {
	const box = await (await host.page.waitForSelector(selector))?.boundingBox();
	if (box == null) throw new Error(`${selector} is not on screen`);
	const [x, y] =
		grip === "middle"
			? [box.x + box.width / 2, box.y + box.height / 2]
			: [box.x + box.width - 12, box.y + box.height - 12];
	await host.page.mouse.move(x, y);
	await host.page.mouse.down();
	await host.page.mouse.move(x + dx / 2, y + dy / 2);
	await host.page.mouse.move(x + dx, y + dy);
	await host.page.mouse.up();
}

const saved = (host: Host, words: string | RegExp): Promise<void> =>
	host.noteSays("Outline.canvas", words);

it("Opening a canvas shows groups, cards, titles and edges, and writes nothing", async () => {
	const host = await openCanvas();
	for (const words of ["Bread", "Readers should know", "Oven", "heats", "Outside"])
		await host.see(words);
	await host.open("Oven.md");
	expect(host.readNote("Outline.canvas")).toBe(outline);
});

it("A group takes along what lies inside, whole numbers and foreign keys stay, one undo brings all back", async () => {
	const host = await openCanvas();
	await drag(host, '.canvas-node[data-id="g"] > .canvas-node-container', 90, 60, "corner");
	await saved(host, /^\t\t\{"id":"g"/m);
	const [group, text, outside] = [node(host, "g"), node(host, "t"), node(host, "o")];
	expect(Number.isInteger(group?.x) && (group?.x ?? 0) > 50).toBe(true);
	expect((text?.x ?? 0) - 20).toBe(group?.x);
	expect((text?.y ?? 0) - 40).toBe(group?.y);
	expect(outside).toMatchObject({ x: 0, y: 400 });
	expect(group).toMatchObject({ winnow: { seq: 3 } });
	expect(onDisk(host).metadata).toEqual({ version: "1.0" });
	expect(node(host, "s")).toEqual({
		id: "s",
		type: "something-new",
		x: 700,
		y: 0,
		width: 10,
		height: 10,
	});
	await host.press("Control+z");
	await saved(host, /^ {6}"id": "g"/m);
	expect(host.readNote("Outline.canvas")).toBe(outline);
});

it("A group is renamed by a double click on its name", async () => {
	const host = await openCanvas();
	await host.page.locator(".canvas-group-label").click({ count: 2 });
	await host.page.keyboard.type("Loaves");
	await host.press("Enter");
	await saved(host, '"label":"Loaves"');
});

it("A card is written into, and deleting it takes its edges along", async () => {
	const host = await openCanvas();
	await host.page.locator('.canvas-node[data-id="t"]').click({ count: 2 });
	await host.page.waitForSelector(".canvas-text-editor");
	await host.press("Control+a");
	await host.page.keyboard.type("New words");
	await host.press("Escape");
	await host.see("New words");
	await saved(host, '"text":"New words"');
	await host.press("Delete");
	await saved(host, /"edges":\[\]/);
	expect(node(host, "t")).toBeUndefined();
});

it("Buttons add a card and a group, and a note from the vault", async () => {
	const host = await openCanvas();
	await host.button("Add card").click();
	await host.page.keyboard.type("A thought");
	await host.press("Escape");
	await saved(host, '"text":"A thought"');
	await host.button("Add group").click();
	await host.page.keyboard.type("A section");
	await host.press("Enter");
	await saved(host, '"label":"A section"');
	expect(onDisk(host).nodes[0]?.label).toBe("A section");
	await host.button("Add note from vault").click();
	await host.page.type(".prompt-input", "yeast");
	await host.press("Enter");
	await host.see("Yeast breathes.");
	await saved(host, '"file":"Yeast.md"');
});

it("A link dropped on the canvas becomes a card of its note", async () => {
	const host = await openCanvas();
	await host.page.evaluate(() => {
		const data = new DataTransfer();
		data.setData("text/plain", "[[Yeast]]");
		const at = {
			clientX: 900,
			clientY: 500,
			dataTransfer: data,
			bubbles: true,
			cancelable: true,
		};
		document.querySelector(".canvas-wrapper")?.dispatchEvent(new DragEvent("drop", at));
	});
	await host.see("Yeast breathes.");
	await saved(host, '"file":"Yeast.md"');
});

it("A change from outside is read at once and is a step of its own to undo", async () => {
	const host = await openCanvas();
	await host.writeOutside("Outline.canvas", outline.replace("Outside", "From elsewhere"));
	await host.see("From elsewhere");
	await host.page.locator(".canvas-wrapper").click({ offset: { x: 20, y: 20 } });
	await host.press("Control+z");
	await host.see("Outside");
	await saved(host, '"text": "Outside"');
	expect(host.readNote("Outline.canvas")).toBe(outline);
});

it("What is no canvas is shown as such and kept byte for byte", async () => {
	const host = await openCanvas();
	await host.open("Broken.canvas");
	await host.see("This canvas could not be read.");
	await host.page.locator(".canvas-wrapper").click({ offset: { x: 300, y: 300 }, count: 2 });
	await host.open("Oven.md");
	expect(host.readNote("Broken.canvas")).toBe("{ nodes: ");
});
