import { codeSpans } from "./block-lines";

/** The first `%%` or `$$` from `start` on that the line does not close, outside inline code. */
export function openMark(
	text: string,
	start: number,
): Readonly<{ mark: string; at: number }> | null {
	if (!text.includes("%%", start) && !text.includes("$$", start)) return null;
	const code = codeSpans(text);
	let at = start;
	while (at < text.length - 1) {
		const span = code.find((one) => one.from <= at && at < one.to);
		const mark = text.slice(at, at + 2);
		if (span !== undefined) at = span.to;
		else if (text.charAt(at) === "\\") at += 2;
		else if (mark === "%%" || mark === "$$") {
			const close = text.indexOf(mark, at + 2);
			if (close === -1) return { mark, at };
			at = close + 2;
		} else at++;
	}
	return null;
}
