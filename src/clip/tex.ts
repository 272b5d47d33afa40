import { visibleCode } from "./visible-text";

/** Commands that leave a formula: links, files, styles, own definitions. */
const UNSAFE = /\\(href|url|style|class|cssid|data|unicode|require|includegraphics|html\w*|def|gdef|edef|xdef|let|newcommand|renewcommand|input|include|write|openout|catcode|csname)(?![a-z])/i;

/** TeX as it may stand between dollars; null where it holds a command that does more than set a formula. */
export function safeTex(raw: string): string | null {
	const source = visibleCode(raw)
		.replace(/^\s*\\displaystyle(?![a-z])/i, "")
		.replace(/^\s*\{\\displaystyle\s+([\s\S]*)\}\s*$/, "$1")
		.trim();
	if (UNSAFE.test(source)) return null;
	// What Obsidian or a plugin would read as its own syntax before it sees the formula. Blanks change nothing in TeX.
	return source
		.replace(/\n\s*\n+/g, "\n")
		.replace(/\[(?=\[)/g, "[ ")
		.replace(/\](?=\()/g, "] ")
		.replace(/<(?=[a-z/!?%])/gi, "< ")
		.replace(/%%+/g, "%")
		.replace(/=(?==)/g, "= ")
		.replace(/:(?=:)/g, ": ")
		.replace(/\s+\^/g, "^")
		.replace(/\^(?=\[)/g, "^ ")
		.replace(/`/g, "'")
		.replace(/(^|[^\\])\$/g, "$1\\$");
}
