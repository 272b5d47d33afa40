/** Waits for what the disk says; fails after twenty seconds. */
export async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 400; tries++) {
		if (isSo()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`never so: ${isSo.toString()}`);
}
