/**
 * Characters that show nothing and can carry hidden orders or turn text around: soft hyphens, zero-width blanks,
 * direction marks, tag characters, controls. The private use area goes too: icon fonts put pictures there, and the
 * converter uses three of its characters as marks. Joiners and variation selectors stay: emoji and Persian need them.
 */
const INVISIBLE = /(?![\t\n\r]|\u200c|\u200d|[\ufe00-\ufe0f])(?:\p{Cc}|\p{Default_Ignorable_Code_Point}|\p{Co}|[\u2028\u2029\ufff9-\ufffb])/gu;

export function visibleText(text: string): string {
	return text.replace(INVISIBLE, "").replace(/[\u00a0\u202f]/g, " ");
}

/** `â` and two controls: an arrow that was encoded twice. The halves stay together. */
const TWICE_ENCODED = /[\u00c2-\u00f4][\u0080-\u00bf]{1,3}/g;

/** For code: every blank stays the blank it is, but none that a compiler would not know. */
export function visibleCode(code: string): string {
	const lines = code.replace(/\r\n?/g, "\n").replace(/[\u2028\u2029\v\f]/g, "\n");
	let out = "";
	let at = 0;
	for (const found of lines.matchAll(TWICE_ENCODED)) {
		out += visibleText(lines.slice(at, found.index)) + found[0].replace(/\u0085/g, "");
		at = found.index + found[0].length;
	}
	return out + visibleText(lines.slice(at));
}
