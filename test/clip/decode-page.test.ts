import { decodePage } from "../../src/clip/decode-page";

const bytes = (...parts: (string | readonly number[])[]): ArrayBuffer => {
	const list = parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [...part]));
	return new Uint8Array(list).buffer;
};

describe("the text of a page", () => {
	it.each([
		["by its byte order mark before all else", bytes([0xef, 0xbb, 0xbf], [0xc3, 0xa9]), "windows-1252", "é"],
		["by the header before the page", bytes('<meta charset="utf-8">', [0xcf, 0xf0]), "windows-1251", '<meta charset="utf-8">Пр'],
		["by a meta tag", bytes('<meta http-equiv="Content-Type" content="text/html; charset=gbk">', [0xc4, 0xe3]), null, '<meta http-equiv="Content-Type" content="text/html; charset=gbk">你'],
		["as UTF-8 where nothing says otherwise", bytes([0xe4, 0xbd, 0xa0]), null, "你"],
		["with a name nobody knows skipped", bytes([0xc3, 0xa9]), "utf-nine", "é"],
	])("is read %s", (_, page, header, text) => {
		expect(decodePage(page, header)).toBe(text);
	});
});
