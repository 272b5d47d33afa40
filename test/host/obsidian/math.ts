import katex from "katex";

/** The app draws with MathJax; KaTeX stands in, so some macros differ. */
export function renderMath(source: string, display: boolean): HTMLElement {
	const el = createEl("span", {
		cls: ["math", display ? "math-block" : "math-inline", "is-loaded"],
	});
	katex.render(source, el, {
		displayMode: display,
		throwOnError: false,
		output: "htmlAndMathml",
	});
	return el;
}
