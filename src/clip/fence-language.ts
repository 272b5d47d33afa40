/**
 * Languages a fence may name. Obsidian and its plugins *run* some fences (`dataviewjs`, `tasks`, `chart` …), and
 * there is no list of all of them, so only names of known languages are let through. Left out on purpose because a
 * plugin claims them: base, button, chart, embed, http, query, react, toc, widget.
 */
const LANGUAGES: ReadonlySet<string> = new Set(
	(
		"curl bsh abap actionscript ada agda apacheconf apex apl applescript arduino armasm asciidoc asm asp aspnet autohotkey autoit awk " +
		"azurecli azurepowershell bash bat batch bazel bibtex bicep bnf brainfuck c c++ c# cf cmake cmd cobol conf config cfg coffee coffeescript clojure clj cpp crystal cs csharp csp css csv cuda cypher cython " +
		"d dart delphi diff django dns docker dockerfile dos dot dts ebnf edn eiffel elixir elm emacs-lisp env erb erl erlang excel " +
		"f# fish fennel forth fortran fsharp gcode gdscript gherkin git gitconfig glsl gml gnuplot go golang gradle graphql graphviz groovy " +
		"h haml handlebars hack haskell haxe hbs hcl hlsl hocon hpp hs html htmlbars idris ignore ini io ipython ipython3 j java javascript jinja jinja2 js json json5 jsonc jsonl jsonld jsonnet jsp jsx julia " +
		"kotlin kql kt kusto latex ldif lean less lisp liquid livescript llvm log logo lua make makefile markdown markup mathematica matlab maxima md mdx mediawiki mermaid mips mlir mojo mongodb mysql " +
		"nasm nginx nim nix nsis nu nushell objc objective-c objectivec ocaml octave odin opencl openscad org pascal patch perl pgsql php pl plantuml plsql postgresql powershell prolog promql properties proto protobuf ps1 pug puppet purescript py pycon pycon+sql python python2 python3 " +
		"q qml r racket raku rb reason rego regex restructuredtext rs rst ruby rust sas sass scala scheme scss sed sh shell shellscript shell-session smali smalltalk sml solidity sparql sql sqlite stan stata styl stylus svelte svg swift systemverilog " +
		"tcl tex text terraform tf toml triton ts tsql tsv tsx turtle twig txt typescript typst v vb vba vbnet verilog vhdl vim viml vue wasm wat wgsl wolfram x86asm xml xquery yaml yml zig zsh console output plaintext plain none dockercompose cjs mjs"
	).split(" "),
);

const PLAIN: ReadonlySet<string> = new Set(["none", "plain", "plaintext", "text", "txt", "output"]);

/** The name to write after a fence: "" for plain text, for what no language is called and for what a plugin may run. */
export function fenceLanguage(name: string, code: string): string {
	const language = name.trim().toLowerCase();
	if (!LANGUAGES.has(language) || PLAIN.has(language)) return "";
	// A diagram is drawn when the note is opened; one with script in it stays code.
	if (language === "mermaid" && /javascript:|<[a-z]|securitylevel|click\s/i.test(code)) return "";
	return ALIASES[language] ?? language;
}

const ALIASES: Readonly<Record<string, string>> = {
	ipython: "python", ipython3: "python", python3: "python", python2: "python",
	golang: "go", markup: "html", bsh: "bash", curl: "bash",
};

export function isLanguage(name: string): boolean {
	return LANGUAGES.has(name.toLowerCase());
}
