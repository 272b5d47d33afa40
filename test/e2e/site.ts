import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export type Site = Readonly<{
	/** `http://localhost:port`, without a slash at the end. */
	base: string;
	/** Paths that were asked for, in order. */
	asked: readonly string[];
	close(): Promise<void>;
}>;

/** An answer other than a page of `test/fixtures/site`. */
export type Answer = (response: ServerResponse) => void;

/** A web site on this machine, of pages written for the tests. `answers` are by path. */
export async function openSite(answers: Readonly<Record<string, Answer>> = {}): Promise<Site> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? "/", "http://localhost").pathname;
		asked.push(path);
		const answer = answers[path];
		if (answer !== undefined) return answer(response);
		try {
			const page = readFileSync(join("test/fixtures/site", `${path.slice(1)}.html`));
			response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
		} catch {
			response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not here</h1>");
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		base: `http://localhost:${port}`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
