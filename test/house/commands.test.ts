import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithShared } from "../shared";

describeWithShared("the commands that the interface's page lists", (shared) => {
	const page = readFileSync(join(shared, "design", "UI.md"), "utf8");
	const list = page.split(/^## 5\. Commands$/m)[1]?.split("**Menus.**")[0] ?? "";
	const wanted = [...list.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, id = ""]) => id);
	const code = readdirSync("src", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => readFileSync(join("src", name), "utf8"))
		.join("\n");

	it("are registered, each by the name given there", () => {
		expect(wanted.length).toBeGreaterThan(35);
		expect(wanted.filter((id) => !code.includes(`"${id}"`))).toEqual([]);
	});
});
