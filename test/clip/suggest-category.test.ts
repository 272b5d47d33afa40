import { suggestCategory, type Shelved } from "../../src/clip/suggest-category";

const on = (category: string, title: string, site = ""): Shelved => ({ category, title, site, description: "", authors: [] });
const SHELVES = [
	on("Rewards", "Reward models in practice", "slow.example"),
	on("Rewards", "Why a reward model gets hacked"),
	on("Data", "Deduplication of web text"),
	on("Data", "Filtering web crawls for pretraining"),
	on("", "A note without a shelf about rewards"),
];
const suggest = (title: string, site = "") => suggestCategory({ title, site, description: "", authors: [] }, SHELVES);

describe("the shelf that fits a page", () => {
	it("is the one whose sources share its words", () => {
		expect(suggest("Training a reward model on pairs")).toBe("Rewards");
		expect(suggest("How we filter web crawls")).toBe("Data");
	});

	it("is none where nothing tells them apart", () => {
		expect(suggest("Winnowing by hand")).toBe("");
		expect(suggest("Web rewards")).toBe("");
		expect(suggestCategory({ title: "Reward", site: "", description: "", authors: [] }, [])).toBe("");
	});
});
