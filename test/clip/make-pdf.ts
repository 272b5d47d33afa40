/** Text at a place of a page. Points from the lower left corner; `font`: 1 Helvetica, 2 Helvetica bold. */
export type Words = Readonly<{ text: string; x: number; y: number; size?: number; font?: 1 | 2; isSideways?: boolean }>;

export type PdfPlan = Readonly<{ pages: readonly (readonly Words[])[]; info?: Readonly<Record<string, string>>; picture?: boolean; locked?: boolean }>;

/** A small PDF of its own making: two fonts, text where the test puts it, a grey square as a picture. */
export function makePdf({ pages, info = {}, picture = false, locked = false }: PdfPlan): Uint8Array {
	const kids = pages.map((_, index) => `${7 + index * 2} 0 R`).join(" ");
	const objects = [
		"<< /Type /Catalog /Pages 2 0 R >>",
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
		`<< ${Object.entries(info).map(([name, value]) => `/${name} (${escaped(value)})`).join(" ")} >>`,
		stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x80"),
	];
	for (const [index, words] of pages.entries()) {
		const draw = [...words.map(drawn), ...(picture ? ["q 90 0 0 90 72 300 cm /Im1 Do Q"] : [])].join("\n");
		objects.push(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${8 + index * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im1 6 0 R >> >> >>`,
			stream("", draw),
		);
	}
	return fileOf(objects, locked);
}

/** A column of lines, each `leading` under the one before. */
export function column(lines: readonly string[], at: Readonly<{ x: number; y: number; size?: number; leading?: number; font?: 1 | 2 }>): readonly Words[] {
	const { size = 10, leading = 12, font = 1 } = at;
	return lines.map((text, index) => ({ text, x: at.x, y: at.y - index * leading, size, font }));
}

function drawn({ text, x, y, size = 10, font = 1, isSideways = false }: Words): string {
	const turn = isSideways ? "0 1 -1 0" : "1 0 0 1";
	return `BT /F${font} ${size} Tf ${turn} ${x} ${y} Tm (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
	return text.replace(/[\\()]/g, "\\$&");
}

function stream(head: string, content: string): string {
	return `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function fileOf(objects: readonly string[], locked: boolean): Uint8Array {
	let text = "%PDF-1.4\n";
	const offsets = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const start = text.length;
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
	// A key that no password was ever made for: every reader asks for one.
	const key = "00".repeat(32);
	const lock = locked ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]` : "";
	text += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R${lock} >>\nstartxref\n${start}\n%%EOF`;
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}
