/** An outcome the caller must look at. `error` is expected and has words; a bug is thrown. */
export type Result<T, E> = Readonly<{ ok: true; value: T } | { ok: false; error: E }>;

export function ok<T>(value: T): Readonly<{ ok: true; value: T }> {
	return { ok: true, value };
}

export function fail<E>(error: E): Readonly<{ ok: false; error: E }> {
	return { ok: false, error };
}
