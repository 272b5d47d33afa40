/** A short fingerprint of a text (FNV-1a, twice 32 bits). Tells texts apart; protects nothing. */
export function hashText(text: string): string {
	let a = 0x811c9dc5;
	let b = 0x1b873593;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		a = Math.imul(a ^ unit, 0x01000193);
		b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
	}
	return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
