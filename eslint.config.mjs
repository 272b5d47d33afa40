// What the directory's review scan runs: the recommended rules, on what the scan reads.
// Tests and tools are linted by test/eslint.config.mjs.
import obsidianmd from "eslint-plugin-obsidianmd";
import { defineConfig, globalIgnores } from "eslint/config";

export default defineConfig([
	globalIgnores(["main.js", "test/**", "docs/**", "*.mjs", "*.cjs", "try-vault/**", "shots/**"]),
	...obsidianmd.configs.recommended,
	{
		files: ["src/**/*.ts"],
		languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
	},
	{
		files: ["src/**/*.ts"],
		ignores: ["src/ui/notice.ts", "src/ui/task-notice.ts"],
		rules: {
			// What happened, what is safe, what is next: one look and one life for all notices.
			"no-restricted-syntax": ["error", { selector: 'NewExpression[callee.name="Notice"]', message: "Say it by ui/notice.ts." }],
		},
	},
]);
