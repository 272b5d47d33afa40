/** Big libraries that the app loads on first use; the server hands them out as files of their own. */
let pdfJs: Promise<unknown> | null = null;

/** The app's pdf.js, with its worker set up. */
export function loadPdfJs(): Promise<unknown> {
	pdfJs ??= importFrom("/lib/pdfjs/pdf.mjs").then((library) => {
		const { GlobalWorkerOptions } = library as { GlobalWorkerOptions: { workerSrc: string } };
		GlobalWorkerOptions.workerSrc = "/lib/pdfjs/pdf.worker.mjs";
		return library;
	});
	return pdfJs;
}

/** The host draws no diagrams and colours no code in reading mode: it says so instead of pretending. */
export function loadMermaid(): Promise<never> {
	return Promise.reject(new Error("The browser host has no Mermaid."));
}

export function loadPrism(): Promise<never> {
	return Promise.reject(new Error("The browser host has no Prism."));
}

export function loadMathJax(): Promise<void> {
	return Promise.resolve(); // KaTeX is in the bundle
}

export function finishRenderMath(): Promise<void> {
	return Promise.resolve();
}

function importFrom(url: string): Promise<unknown> {
	// A variable keeps the bundler from following it.
	return import(url) as Promise<unknown>;
}
