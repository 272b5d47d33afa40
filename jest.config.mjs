const swc = {
	transform: {
		"^.+\\.(ts|mts|mjs|js)$": [
			"@swc/jest",
			{ jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
		],
	},
	transformIgnorePatterns: [],
	modulePathIgnorePatterns: ["<rootDir>/test/host/dist", "<rootDir>/test/doors/dist", "<rootDir>/try-vault"],
	injectGlobals: true,
};

/** Data logic runs in Node, DOM logic in jsdom, whole surfaces in Chromium (`*.e2e.ts`). */
export default {
	projects: [
		{
			...swc,
			displayName: "unit",
			testEnvironment: "node",
			testMatch: ["<rootDir>/test/**/*.test.ts"],
			testPathIgnorePatterns: ["\\.dom\\.test\\.ts$"],
			moduleNameMapper: { "^obsidian$": "obsidian-test-mocks/obsidian" },
		},
		{
			...swc,
			displayName: "dom",
			testEnvironment: "jsdom",
			testMatch: ["<rootDir>/test/**/*.dom.test.ts"],
			testEnvironmentOptions: { customExportConditions: ["node", "require", "default"] },
			moduleNameMapper: { "^obsidian$": "obsidian-test-mocks/obsidian" },
			setupFiles: ["obsidian-test-mocks/jest-setup"],
		},
		{
			...swc,
			displayName: "e2e",
			testEnvironment: "node",
			testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"],
		},
	],
	testTimeout: 60000,
};
