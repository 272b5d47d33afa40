import type { Definition } from "../host/obsidian/settings/definitions";
import { searchSettings } from "../host/obsidian/settings/search-settings";

const tabs: readonly (readonly Definition[])[] = [
	[{ name: "Theme", desc: "Light or dark." }],
	[
		{
			type: "group",
			heading: "Clipping",
			items: [
				{ name: "Images", desc: "Where they go.", aliases: ["pictures"] },
				{ name: "Secret", searchable: false },
				{ name: "Hidden images", visible: () => false },
				{ type: "page", name: "Names", items: [{ name: "Folder of images" }] },
			],
		},
	],
];
const found = (query: string) => searchSettings(tabs, query).map(({ tab, pages, name }) => [tab, ...pages, name].join("/"));

describe("searching the settings", () => {
	it("finds by name, description and alias, in groups and on pages", () => {
		expect(found("IMAGES")).toEqual(["1/Images", "1/Names/Folder of images"]);
		expect(found("pictures")).toEqual(["1/Images"]);
		expect(found("dark light")).toEqual(["0/Theme"]);
	});

	it("finds nothing hidden, nothing that must not be found, and nothing for nothing", () => {
		expect([found("secret"), found("hidden"), found("  ")]).toEqual([[], [], []]);
	});
});
