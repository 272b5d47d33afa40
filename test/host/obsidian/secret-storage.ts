import { Events } from "./events";
import { refuseUnknownNames } from "./private-names";

/**
 * Per vault, in the browser's storage, never in the vault ([R] d.ts and docs). The app encrypts;
 * the host does not, it is no place for a real secret beyond a trial.
 */
export class SecretStorage extends Events {
	#prefix: string;

	constructor(vaultId: string) {
		super();
		this.#prefix = `${vaultId}-secret-`;
	}

	/** @throws unless the id is lower-case letters, digits and dashes. */
	setSecret(id: string, secret: string): void {
		if (!/^[a-z0-9-]+$/.test(id))
			throw new Error(
				"Secret ID must contain only lowercase alphanumeric characters and dashes.",
			);
		window.localStorage.setItem(this.#prefix + id, secret);
		this.trigger("change", id);
	}

	getSecret(id: string): string | null {
		return window.localStorage.getItem(this.#prefix + id);
	}

	listSecrets(): string[] {
		return Object.keys(window.localStorage)
			.filter((key) => key.startsWith(this.#prefix))
			.map((key) => key.slice(this.#prefix.length))
			.sort();
	}
}

refuseUnknownNames(SecretStorage, "app.secretStorage");
