/**
 * Characters that show nothing and can carry hidden orders or turn text around: soft hyphens, zero-width blanks,
 * direction marks, tag characters, controls. The private use area goes too: icon fonts put pictures there, and the
 * converter uses two of its characters as marks. Joiners stay: emoji and Persian need them.
 */
const INVISIBLE =
	/[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff]|[\u{e0000}-\u{e0fff}]|[\u{f0000}-\u{10ffff}]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

export function visibleText(text: string): string {
	return text.replace(INVISIBLE, "").replace(/[\u00a0\u202f]/g, " ");
}

/** For code: every blank stays the blank it is, but none that a compiler would not know. */
export function visibleCode(code: string): string {
	return visibleText(code.replace(/\r\n?/g, "\n").replace(/[\u2028\u2029\u000b\u000c]/g, "\n"));
}
