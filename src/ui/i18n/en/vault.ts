export const vault = {	"vault.recovered.title": "Unfinished writes",
	"vault.recovered.text": "The app ended while these notes were being written, and they were changed since. What stood in them before is kept.",
	"vault.recovered.keep": "Keep as a new note",
	"vault.recovered.forget": "Forget",
	"vault.recovered.name": "{name} before the crash",
	"vault.recovered.failed": "The note could not be written\nThe copy is kept.",
} as const;
