export type StandIn = {
	base: string;
	/** `script`: one outcome per message call, used up in order; `requests`: what was asked. */
	state: {
		script: string[];
		requests: Record<string, unknown>[];
		answer?: (pass: string, text: string, body: object) => unknown;
	};
	close(): Promise<void>;
};
export function startStandIn(options?: {
	port?: number;
	/** Characters per second of a stream; 0: at once. */
	cps?: number;
	/** Replaces the answer of a pass, or of another purpose ("explain": plain words); undefined: its own. */
	answer?: (pass: string, text: string, body: object) => unknown;
}): Promise<StandIn>;
