import { attribute, childNodes, isElement, isText, tagOf } from "./elements";
import { isLanguage } from "./fence-language";

const ATTRIBUTES = ["data-lang", "data-language", "data-code-language", "data-snippet-language", "data-enlighter-language", "lang-name", "language"];

/** Says the language of a code block, from it, its `code` and up to three parents that hold nothing else. Null: unsaid. */
export function codeLanguage(pre: Element): string | null {
	for (const element of holders(pre)) {
		for (const name of ATTRIBUTES) {
			const said = languageName(attribute(element, name));
			if (said !== null) return said;
		}
		const said = fromClass(`${attribute(element, "class")} ${attribute(element, "data-syntaxhighlighter-params")}`.trim());
		if (said !== null) return said;
	}
	return null;
}

function holders(pre: Element): readonly Element[] {
	const found = [pre, ...Array.from(pre.querySelectorAll("pre, code")).slice(0, 2)];
	let parent = pre.parentElement;
	for (let step = 0; step < 3 && parent !== null && holdsNothingElse(parent, pre); step++, parent = parent.parentElement) {
		found.push(parent);
	}
	return found;
}

/** Captions and buttons stand beside code; another block of code or prose means that the parent is not about this one. */
function holdsNothingElse(parent: Element, pre: Element): boolean {
	if (/^(body|main|article|li|blockquote)$/.test(tagOf(parent))) return false;
	if (parent.querySelectorAll("pre").length > 2) return false;
	let other = 0;
	for (const node of childNodes(parent)) {
		if (node.contains(pre)) continue;
		if (isElement(node) && /^(p|h[1-6]|ul|ol|blockquote)$/.test(tagOf(node))) return false;
		if (isElement(node) || isText(node)) other += (node.textContent ?? "").trim().length;
	}
	return other < 120;
}

/** Longer names are first: `language-` says it plainly, a bare `python` may mean anything but a language. */
function fromClass(names: string): string | null {
	if (names === "") return null;
	const words = names.split(/\s+/);
	for (const word of words) {
		const plain = /^(?:language|lang|sourcecode|src)[-:_](.+)$/i.exec(word)?.[1];
		if (plain !== undefined && !plain.includes("__")) {
			const said = languageName(plain);
			if (said !== null) return said;
		}
	}
	const brush = /brush:\s*([\w+#-]+)/i.exec(names)?.[1];
	// A long row of short classes is made by a tool, and some of them look like languages.
	const bare = words.length <= 4 ? words : [];
	for (const word of [brush ?? "", ...words.map((each) => /^(?:highlight-source|highlight|hljs|hl|code|prism)[-_](.+)$/i.exec(each)?.[1] ?? ""), ...bare]) {
		const said = languageName(word);
		if (said !== null && isLanguage(said)) return said;
	}
	return null;
}

const NO_LANGUAGE: ReadonlySet<string> = new Set("none default nohighlight no-highlight auto code block box snippet toolbar wrapper container line lines copy header example content highlight output".split(" "));
const SHORT: Readonly<Record<string, string>> = { "text-html-basic": "html", "source-shell": "shell", ipython3: "python", "objective-c++": "objectivec" };

function languageName(raw: string): string | null {
	const name = raw.trim().toLowerCase().replace(/^source[-.]/, "");
	// Of two languages in one block highlighters know the first.
	const first = SHORT[name] ?? (/^[a-z][\w#-]*\+[a-z]/.test(name) && !isLanguage(name) ? (name.split("+")[0] ?? "") : name);
	if (first === "" || first.length > 30 || NO_LANGUAGE.has(first)) return null;
	return /^[a-z][\w.+#-]*$/.test(first) ? first : null;
}
