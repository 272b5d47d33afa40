import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
	{ ignores: ["**/dist/**", "fixtures/**", "bench/.vaults/**"] },
	{
		files: ["**/*.ts", "**/*.mjs"],
		extends: [tseslint.configs.recommended],
		// A method says what it is handed also where it needs none of it.
		rules: { "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }] },
		languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.jest } },
	},
);
