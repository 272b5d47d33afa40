import { parse, stringify } from "yaml";

/** [R] d.ts names the `yaml` package's YAMLParseError. An empty document is null. */
export function parseYaml(yaml: string): unknown {
	return parse(yaml, {
		schema: "core",
		logLevel: "error",
		uniqueKeys: false,
		merge: true,
	}) as unknown;
}

export function stringifyYaml(obj: unknown): string {
	return stringify(obj, {
		schema: "core",
		lineWidth: 0,
		nullStr: "",
		aliasDuplicateObjects: false,
	});
}
