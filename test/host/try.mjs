// `npm run try`: sets up what is missing, builds, lays out a demo vault and opens the host.
// The first lines run on any Node: whatever a newer one is needed for is imported behind the check.
"use strict";

const needed = [20, 19];
const own = process.versions.node.split(".").map(Number);
if (own[0] < needed[0] || (own[0] === needed[0] && own[1] < needed[1])) {
	console.error(
		"Winnow needs Node " +
			needed.join(".") +
			" or newer; this is " +
			process.versions.node +
			".",
	);
	process.exit(1);
}
import("./try-host.mjs")
	.then(
		function (module) {
			return module.tryHost(process.argv.slice(2));
		},
		function (error) {
			console.error(error.message);
			process.exit(1);
		},
	)
	.catch(function (error) {
		console.error(error.message);
		process.exit(1);
	});
