/**
 * Compares what the host exports with `obsidian.d.ts`, both ways: nothing documented may be missing or
 * of another type, and nothing else may be public. Host-only members (`#private`, symbol keys) are cut
 * out of our declarations first, since they are what the two can never share.
 * Prints one line per export that differs.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const require = createRequire(import.meta.url);
const { options } = ts.parseJsonConfigFileContent(
	ts.readConfigFile(join(root, "test", "tsconfig.json"), ts.sys.readFile).config,
	ts.sys,
	join(root, "test"),
);

const realDeclarations = join(dirname(require.resolve("obsidian/package.json")), "obsidian.d.ts");
const declared = readFileSync(realDeclarations, "utf8");
const names = (kind) =>
	[...declared.matchAll(new RegExp(`^export (?:abstract )?(?:${kind}) (\\w+)`, "gm"))].map(
		(match) => match[1],
	);
const classes = [...new Set(names("class"))];
const values = [...new Set(names("function|const|let|enum"))];

const declarations = publicDeclarations();
const lines = [
	'import type * as Real from "obsidian";',
	'import type * as Ours from "./obsidian/module";',
	"type Instance<T> = T extends abstract new (...args: never[]) => infer I ? I : T extends { prototype: infer P } ? P : never;",
	...classes.map(
		(name) =>
			`export const ${name}: Instance<typeof Real["${name}"]> = null as never as Instance<typeof Ours["${name}"]>;`,
	),
	...values.map(
		(name) =>
			`export const ${name}: typeof Real["${name}"] = null as never as typeof Ours["${name}"];`,
	),
];
const checkFile = join(here, "conformance-check.ts");
const differing = new Map();
for (const diagnostic of diagnose(checkFile, lines.join("\n"))) {
	const line = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line;
	const name = /export const (\w+)/.exec(lines[line])?.[1] ?? lines[line];
	const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n").split("\n");
	differing.set(
		name,
		process.argv.includes("--verbose") ? message.join("\n") : message.at(-1).trim(),
	);
}
for (const [name, message] of differing) console.info(`${name}: ${message}`);

function publicDeclarations() {
	const program = ts.createProgram([join(here, "obsidian", "module.ts")], {
		...options,
		noEmit: false,
		declaration: true,
		emitDeclarationOnly: true,
		outDir: join(here, ".declarations"),
		rootDir: root,
		stripInternal: true,
		allowImportingTsExtensions: false,
	});
	const written = new Map();
	program.emit(undefined, (name, text) => {
		if (!name.includes("node_modules"))
			written.set(name.replace(join(here, ".declarations"), root), withoutHostMembers(text));
	});
	return written;
}

function withoutHostMembers(text) {
	const file = ts.createSourceFile("a.d.ts", text, ts.ScriptTarget.Latest, true);
	const cuts = [];
	const visit = (node) => {
		const isMember =
			(ts.isClassElement(node) || ts.isTypeElement(node)) && node.name !== undefined;
		const isPrivate =
			isMember &&
			(node.modifiers ?? []).some(
				(modifier) => modifier.kind === ts.SyntaxKind.PrivateKeyword,
			);
		if (
			isMember &&
			(isPrivate || ts.isPrivateIdentifier(node.name) || ts.isComputedPropertyName(node.name))
		)
			cuts.push([node.pos, node.end]);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return cuts.reverse().reduce((left, [from, to]) => left.slice(0, from) + left.slice(to), text);
}

function diagnose(name, text) {
	const compilerHost = ts.createCompilerHost(options);
	const { getSourceFile, fileExists, readFile } = compilerHost;
	// Protected members are nominal, as private constructors are: the comparison is by shape.
	const byShape = (source) =>
		source
			.replace(/^(\s*)protected (?!constructor)/gm, "$1")
			.replace(/^\s*(private|protected) constructor\(.*\);$/gm, "");
	const virtual = new Map(
		[[name, text], ...declarations].map(([path, source]) => [path, byShape(source)]),
	);
	virtual.set(realDeclarations, byShape(declared));
	// Our sources give way to their declarations.
	const isHidden = (path) =>
		path.startsWith(join(here, "obsidian")) && /(?<!\.d)\.ts$/.test(path);
	compilerHost.fileExists = (path) => !isHidden(path) && (virtual.has(path) || fileExists(path));
	compilerHost.readFile = (path) => virtual.get(path) ?? readFile(path);
	compilerHost.getSourceFile = (path, version) =>
		virtual.has(path)
			? ts.createSourceFile(path, virtual.get(path), version, true)
			: getSourceFile(path, version);
	const program = ts.createProgram([name], { ...options, noEmit: true }, compilerHost);
	return program.getSemanticDiagnostics(program.getSourceFile(name));
}
