import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
	{ ignores: ["**/dist/**", "fixtures/**", "bench/.vaults/**"] },
	{
		files: ["**/*.ts", "**/*.mjs"],
		extends: [tseslint.configs.recommended],
		languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.jest } },
	},
);
