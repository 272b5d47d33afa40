import { contradicts, spokenLanguage } from "../../src/clip/spoken-language";
import { clipHtml, prose } from "./clip-html";

const GERMAN = "Der Müller ging am Abend noch einmal in die Mühle, denn es war nicht sicher, ob der Wind mit dem Wetter drehen würde und ob das Korn für den nächsten Tag reichte. ";
const SPANISH = "El molinero volvió por la tarde al molino, porque no estaba seguro de que el viento cambiara con el tiempo y de que el grano alcanzara para los días que venían. ";

describe("the language of a text", () => {
	it.each([
		["de", GERMAN.repeat(2)],
		["es", SPANISH.repeat(2)],
		["fr", "Le meunier est revenu le soir au moulin, car il ne savait pas si le vent allait tourner avec le temps et si les grains qui restaient dans les sacs suffiraient pour une journée. "],
		["en", "The miller went back to the mill, for it was not certain that the wind would turn."],
		["zh", "磨坊主傍晚又回到磨坊，因为他不知道风会不会变。"],
		["ja", "粉屋は夕方もう一度水車小屋へ行った。"],
		[null, "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore magna aliqua veniam quis nostrud exercitation"],
		[null, "pump.open() pump.close() valve.set(3)"],
	])("is told by its letters and its commonest words: %s", (code, text) => {
		expect(spokenLanguage(text)).toBe(code);
	});

	it("is set against what the page says only where that is plainly wrong", () => {
		expect(contradicts("de-DE", GERMAN.repeat(20))).toBe(false);
		expect(contradicts("de", prose("wind").repeat(20))).toBe(true);
		expect(contradicts("de", prose("wind"))).toBe(false); // too short to say so
		expect(contradicts("gsw", GERMAN.repeat(20))).toBe(false);
	});

	it("is the note's, where the page names none or another country's", async () => {
		const page = (lang: string) => `<html${lang}><head><title>Molino</title></head><body><article><h1>Molino</h1>${`<p>${SPANISH}</p>`.repeat(12)}</article></body></html>`;
		for (const lang of ["", ' lang="en"', ' lang="es-MX"']) expect((await clipHtml(page(lang))).metadata.language).toBe(lang.includes("es-MX") ? "es-MX" : "es");
	});
});
