// Plain old syntax on purpose: this must run, and say its one line, on a Node that is too old for the rest.
"use strict";
var wanted = [20, 19];
var have = process.versions.node.split(".").map(Number);
if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
	console.error("Winnow needs Node " + wanted.join(".") + " or newer; this is " + process.versions.node + ".");
	process.exit(1);
}
