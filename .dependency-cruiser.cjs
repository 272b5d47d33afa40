// The floors of docs/architecture.md: imports go down, never up or across.
const FEATURES = "clip|inbox|understand|outline|draft|refine|publish";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{
			name: "features-apart",
			comment: "A feature never imports another; draft and publish may use cores of outline.",
			severity: "error",
			from: { path: `^src/(clip|inbox|understand|outline|refine)/` },
			to: { path: `^src/(${FEATURES})/`, pathNot: "^src/$1/" },
		},
		{
			name: "draft-and-publish-use-outline",
			severity: "error",
			from: { path: "^src/(draft|publish)/" },
			to: { path: `^src/(${FEATURES})/`, pathNot: ["^src/$1/", "^src/outline/"] },
		},
		{
			name: "project-below-features",
			severity: "error",
			from: { path: "^src/project/" },
			to: { path: `^src/(${FEATURES}|main)` },
		},
		{
			name: "source-below-project",
			severity: "error",
			from: { path: "^src/source/" },
			to: { path: `^src/(${FEATURES}|project|main)` },
		},
		{
			name: "ground-floor",
			comment: "text, claude, vault and ui know nothing of sources, projects and features.",
			severity: "error",
			from: { path: "^src/(text|claude|vault|ui)/" },
			to: { path: `^src/(${FEATURES}|project|source|main)` },
		},
		{
			name: "text-knows-nobody",
			severity: "error",
			from: { path: "^src/text/" },
			to: { path: "^src/", pathNot: "^src/(text/|result\\.ts)" },
		},
		{
			name: "claude-vault-ui-apart",
			severity: "error",
			from: { path: "^src/(claude|vault)/" },
			to: { path: "^src/(claude|vault|ui)/", pathNot: ["^src/$1/", "^src/ui/(i18n|task|report-bug|notice)"] },
		},
		{
			name: "pure-core",
			comment: "Only faces, register.ts, main.ts, claude/, vault/ and ui/ import obsidian at run time.",
			severity: "error",
			from: {
				path: "^src/",
				pathNot: [
					"-(view|face|modal|commands|menu|block|extension|suggest|settings)\\.ts$",
					"/register\\.ts$",
					"^src/main\\.ts$",
					"^src/(claude|vault|ui)/",
				],
			},
			to: { path: "^(obsidian|node_modules/obsidian)", dependencyTypesNot: ["type-only"] },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		moduleSystems: ["es6", "cjs"],
		// The obsidian package holds types alone.
		enhancedResolveOptions: { mainFields: ["main", "types"], exportsFields: ["exports"], conditionNames: ["import", "require", "types"], extensions: [".ts", ".d.ts", ".js", ".mjs"] },
	},
};
