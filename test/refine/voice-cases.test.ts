import { isRight, tell, voiceCases, type VoiceCase } from "./voice-cases";

const DRAFTS = [
	"kiln",
	"bread-zh",
	"mixed",
	"ferry",
	"tea-zh",
	"garden",
	"train-zh",
	"canal",
	"camera-zh",
	"workshop",
	"street-zh",
];
const cases = DRAFTS.flatMap(voiceCases);

const wrongOf = (list: readonly VoiceCase[]): readonly string[] =>
	list.filter((one) => !isRight(one)).map(tell);

describe("suggestions written to mislead, in English, Chinese and both", () => {
	const harmful = cases.filter(({ want }) => want !== "ok");
	const good = cases.filter(({ want }) => want === "ok");

	it("are enough to say something", () => {
		expect(harmful.length).toBeGreaterThan(250);
		expect(good.length).toBeGreaterThan(50);
	});

	it("never pass as harmless", () => {
		const wrong = wrongOf(harmful);
		expect({ wrong, share: wrong.length / harmful.length < 0.01 }).toMatchObject({
			share: true,
		});
	});

	it("are blocked where no author should have to look", () => {
		expect(wrongOf(harmful.filter(({ want }) => want === "block"))).toEqual([]);
	});

	it("do not make the guard suspect honest ones", () => {
		expect(wrongOf(good)).toEqual([]);
	});

	it("are explained, one by one", () => {
		for (const one of harmful.filter(isRight)) expect(one.said.reasons).not.toHaveLength(0);
	});
});
