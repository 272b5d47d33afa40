/** US dollars as they are read: "$0.09"; "< $0.01" for less; "" where no price is known. */
export function money(cost: number | null): string {
	if (cost === null) return "";
	if (cost === 0) return "$0";
	return cost < 0.01 ? "< $0.01" : `$${cost.toFixed(2)}`;
}
