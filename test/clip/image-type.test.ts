import { imageType } from "../../src/clip/image-type";

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

describe("what a picture is, by its bytes", () => {
	it.each([
		["\x89PNG\r\n\x1a\nrest", "png"],
		["\xff\xd8\xff\xe0rest", "jpg"],
		["GIF89arest", "gif"],
		["RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"],
		["\x00\x00\x00\x20ftypavif\x00\x00\x00\x00mif1", "avif"],
		["\x00\x00\x00\x20ftypmif1\x00\x00\x00\x00avifmif1", "avif"],
		[`BM${"\x00".repeat(12)}\x28${"\x00".repeat(20)}`, "bmp"],
		['<?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"],
		['\n <svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', "svg"],
	])("%#: %j", (text, type) => expect(imageType(bytes(text))).toBe(type));

	it.each(["", "<!doctype html><html><body><svg></svg></body></html>", "BMW drives", "RIFF\x10\x00\x00\x00WAVE", "<!-- never closed <svg>", "%PDF-1.4", "\x00\x00\x00\x20ftypmp42\x00\x00"])("%j is none", (text) =>
		expect(imageType(bytes(text))).toBeNull(),
	);
});
