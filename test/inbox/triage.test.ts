import { datetimeProperty, propertiesOf } from "../../src/inbox/triage";

const NOW = "2026-05-03T10:20:30";

describe("a decision", () => {
	it.each([
		["keeps", { kind: "keep", reason: null }, { status: "kept", decided: NOW, reason: null }],
		[
			"throws away and says why",
			{ kind: "delete", reason: "a list" },
			{ status: "deleted", decided: NOW, reason: "a list" },
		],
		[
			"makes new again and forgets the rest",
			{ kind: "reopen" },
			{ status: "new", decided: null, reason: null },
		],
	] as const)("%s", (_does, decision, properties) => {
		expect(propertiesOf(decision, NOW, "status")).toEqual(properties);
	});

	it("writes the status under the name the settings give it", () => {
		expect(propertiesOf({ kind: "reopen" }, NOW, "triage")).toEqual({
			triage: "new",
			decided: null,
			reason: null,
		});
	});

	it("writes nothing empty: no category and no box are no properties", () => {
		expect(propertiesOf({ kind: "category", category: "  " }, NOW, "status")).toEqual({
			category: null,
		});
		expect(propertiesOf({ kind: "hard", isHard: false }, NOW, "status")).toEqual({
			hard: null,
		});
		expect(propertiesOf({ kind: "project", link: null }, NOW, "status")).toEqual({
			project: null,
		});
	});

	it("is dated as the app's own date & time property", () => {
		expect(datetimeProperty(new Date(2026, 4, 3, 9, 5, 7))).toBe("2026-05-03T09:05:07");
	});
});
