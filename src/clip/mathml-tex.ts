import { attribute, squash, tagOf } from "./elements";

/** TeX for presentation MathML without a source of its own. Covers what browsers draw; unknown elements give their parts. */
export function mathmlToTex(math: Element): string {
	return children(math).join("").replace(/ +/g, " ").trim();
}

function children(element: Element): string[] {
	return Array.from(element.children).map(convert);
}

function convert(element: Element): string {
	const tag = tagOf(element).replace(/^m\w*:/, "");
	const parts = () => children(element);
	const text = squash(element.textContent ?? "");
	switch (tag) {
		case "mi":
			return identifier(text, attribute(element, "mathvariant"));
		case "mn":
			return text;
		case "mo":
			return operator(text);
		case "mtext":
		case "ms":
			return text === "" ? " " : `\\text{${(element.textContent ?? "").replace(/\s+/g, " ").replace(/[{}\\$]/g, "")}}`;
		case "mspace":
			return "\\ ";
		case "mfrac": {
			const [top = "", bottom = ""] = parts();
			return attribute(element, "linethickness") === "0" ? `\\binom{${top}}{${bottom}}` : `\\frac{${top}}{${bottom}}`;
		}
		case "msqrt":
			return `\\sqrt{${parts().join("")}}`;
		case "mroot": {
			const [body = "", index = ""] = parts();
			return `\\sqrt[${index}]{${body}}`;
		}
		case "msup":
		case "msub":
		case "msubsup":
		case "munder":
		case "mover":
		case "munderover":
			return scripts(tag, parts());
		case "mmultiscripts":
			return multiscripts(element);
		case "mtable":
			return table(element);
		case "mfenced":
			return `\\left${attribute(element, "open") || "("}${parts().join(attribute(element, "separators") || ",")}\\right${attribute(element, "close") || ")"}`;
		case "menclose":
			return attribute(element, "notation").includes("box") ? `\\boxed{${parts().join("")}}` : parts().join("");
		case "mphantom":
			return "";
		case "annotation":
		case "annotation-xml":
			return "";
		case "semantics":
			return parts()[0] ?? "";
		default:
			return element.children.length === 0 ? text : parts().join("");
	}
}

function group(part: string): string {
	return `{${part.trim()}}`;
}

const ACCENTS: Readonly<Record<string, string>> = {
	"^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "¯": "bar", "‾": "overline", "→": "vec", "⃗": "vec", "˙": "dot", "¨": "ddot", "⏞": "overbrace", "ˇ": "check", "_": "underline", "⏟": "underbrace", "\\rightarrow": "vec", "\\to": "vec",
};

function scripts(tag: string, [base = "", first = "", second = ""]: readonly string[]): string {
	const accent = ACCENTS[first.trim()];
	if ((tag === "mover" || tag === "munder") && accent !== undefined) return `\\${accent}${group(base)}`;
	const isLimits = /\\(sum|prod|int|lim|max|min|sup|inf|bigcup|bigcap|coprod|operatorname|arg|oint)/.test(base);
	const safe = base.trim() === "" ? "{}" : /^(\\?[a-z]+|.|\\?\W)$/iu.test(base.trim()) || isLimits ? base.trim() : group(base);
	switch (tag) {
		case "msup":
			return `${safe}^${group(first)}`;
		case "msub":
			return `${safe}_${group(first)}`;
		case "msubsup":
			return `${safe}_${group(first)}^${group(second)}`;
		case "munder":
			return isLimits ? `${safe}_${group(first)}` : `\\underset${group(first)}${group(base)}`;
		case "mover":
			return isLimits ? `${safe}^${group(first)}` : `\\overset${group(first)}${group(base)}`;
		default:
			return `${safe}_${group(first)}^${group(second)}`;
	}
}

function multiscripts(element: Element): string {
	const [base, ...rest] = Array.from(element.children);
	if (base === undefined) return "";
	const before = rest.findIndex((child) => tagOf(child) === "mprescripts");
	const script = (part: Element | undefined) => (part === undefined || tagOf(part) === "none" ? "" : convert(part));
	const after = before === -1 ? rest : rest.slice(0, before);
	const leading = before === -1 ? [] : rest.slice(before + 1);
	const pair = (list: readonly Element[]) => {
		const [low, high] = [script(list[0]), script(list[1])];
		return `${low === "" ? "" : `_${group(low)}`}${high === "" ? "" : `^${group(high)}`}`;
	};
	return `${leading.length > 0 ? `{}${pair(leading)}` : ""}${convert(base)}${pair(after)}`;
}

function table(element: Element): string {
	const [first] = Array.from(element.children);
	// A numbered equation: one row whose first cell is the number.
	if (first !== undefined && element.children.length === 1 && tagOf(first) === "mlabeledtr") {
		const [label, ...cells] = Array.from(first.children);
		const number = squash(label?.textContent ?? "").replace(/^\(|\)$/g, "").replace(/[{}\\$]/g, "");
		return `${cells.map((cell) => children(cell).join("")).join(" ")}${number === "" ? "" : ` \\tag{${number}}`}`;
	}
	const rows = Array.from(element.children).map((row) => Array.from(row.children).map((cell) => children(cell).join("")).join(" & "));
	if (/right.*left|left.*right/.test(attribute(element, "columnalign"))) return `\\begin{aligned}${rows.join(" \\\\ ")}\\end{aligned}`;
	return `\\begin{matrix}${rows.join(" \\\\ ")}\\end{matrix}`;
}

const FUNCTIONS: ReadonlySet<string> = new Set("sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp lim max min sup inf det dim ker deg gcd arg Pr hom limsup liminf".split(" "));
const VARIANTS: Readonly<Record<string, string>> = {
	bold: "mathbf", "bold-italic": "boldsymbol", "double-struck": "mathbb", script: "mathcal", fraktur: "mathfrak", "sans-serif": "mathsf", monospace: "mathtt", normal: "mathrm",
};

function identifier(text: string, variant: string): string {
	const symbol = SYMBOLS[text];
	if (symbol !== undefined) return `${symbol} `;
	if (FUNCTIONS.has(text)) return `\\${text} `;
	const command = VARIANTS[variant];
	if (command !== undefined && !(variant === "normal" && text.length === 1 && !/[a-z]/i.test(text))) return `\\${command}{${text}}`;
	const folded = text.normalize("NFKC");
	const plain = SYMBOLS[folded];
	if (plain !== undefined) return `${plain} `;
	if (folded !== text && /^[a-z]$/i.test(folded)) return doubleStruck(text, folded);
	return text.length > 1 && /^[a-z]+$/i.test(text) ? `\\operatorname{${text}}` : escaped(text);
}

/** ℝ and 𝔼 are letters of their own in Unicode and a style in TeX. */
function doubleStruck(text: string, letter: string): string {
	const code = text.codePointAt(0) ?? 0;
	if (/[ℂℍℕℙℚℝℤ]/u.test(text) || (code >= 0x1d538 && code <= 0x1d56b)) return `\\mathbb{${letter}}`;
	if ((code >= 0x1d49c && code <= 0x1d503) || /[ℬℰℱℋℐℒℳℛℯℊℴ]/u.test(text)) return `\\mathcal{${letter}}`;
	if (code >= 0x1d504 && code <= 0x1d59f) return `\\mathfrak{${letter}}`;
	if (code >= 0x1d400 && code <= 0x1d433) return `\\mathbf{${letter}}`;
	return letter;
}

function operator(text: string): string {
	if (/^[\u2061-\u2064]$/.test(text)) return "";
	const symbol = SYMBOLS[text];
	if (symbol !== undefined) return `${symbol} `;
	if (FUNCTIONS.has(text)) return `\\${text} `;
	return escaped(text);
}

function escaped(text: string): string {
	return text.replace(/[{}%#&$_]/g, "\\$&");
}

const SYMBOLS: Readonly<Record<string, string>> = Object.fromEntries(
	(
		"α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon ϕ phi φ varphi χ chi ψ psi ω omega " +
		"Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∑ sum ∏ prod ∫ int ∬ iint ∭ iiint ∮ oint ∂ partial ∇ nabla ∞ infty ± pm ∓ mp × times ÷ div ⋅ cdot · cdot ∗ ast ∘ circ • bullet " +
		"≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∖ setminus ∅ emptyset ∀ forall ∃ exists ¬ neg ∧ wedge ∨ vee ⊕ oplus ⊗ otimes ⊙ odot ⊥ perp ∥ parallel ∣ mid " +
		"→ to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ⟶ longrightarrow ⟹ implies ↑ uparrow ↓ downarrow … ldots ⋯ cdots ⋮ vdots ⋱ ddots ′ prime ℓ ell ℏ hbar ℜ Re ℑ Im ℵ aleph ∠ angle △ triangle √ surd ⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ‖ Vert † dagger ‡ ddagger ⋆ star ⊤ top ≜ triangleq ≔ coloneqq ⊢ vdash ⊨ models ∎ blacksquare ⊔ sqcup ⊓ sqcap ⨁ bigoplus ⨂ bigotimes ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge"
	)
		.split(" ")
		.reduce<[string, string][]>((pairs, word, index, words) => {
			if (index % 2 === 0) pairs.push([word, `\\${words[index + 1] ?? ""}`]);
			return pairs;
		}, [])
		.concat([["−", "-"], ["{", "\\{"], ["}", "\\}"], ["<", "<"], [">", ">"]]),
);
