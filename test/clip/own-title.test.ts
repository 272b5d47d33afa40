import { withoutOwnTitle } from "../../src/clip/own-title";

describe("a clipped body", () => {
	it.each([
		["# Why small batches\n\nText.", "Why small batches", "Text."],
		["# A \\*star\\* & more\n\n## Part\n", "A *star* & more", "## Part\n"],
		["# 奖励模型\n\n正文", "奖励模型", "正文"],
		["# Why small batches", "Why small batches", ""],
		["# [Why small batches](https://a.example/)\n\nText.", "Why small batches", "Text."],
		["![](https://a.example/1.png)\n\n3 May\n\n# Why small batches\n\nText.", "Why small batches", "![](https://a.example/1.png)\n\n3 May\n\nText."],
		["# Why small batches of grain\n\nText.", "Why small batches of grain (part 2)", "Text."],
	])("begins behind the title that the note has already: %j", (body, title, wanted) => {
		expect(withoutOwnTitle(body, title)).toBe(wanted);
	});

	it.each([
		["# Another heading\n\nText.", "Why small batches"],
		[`${"Text that was there before. ".repeat(5)}\n\n# Why small batches\n`, "Why small batches"],
		["```\n# Why small batches\n```", "Why small batches"],
		["## Why small batches\n\nText.", "Why small batches"],
	])("keeps every other heading: %j", (body, title) => {
		expect(withoutOwnTitle(body, title)).toBe(body);
	});
});
