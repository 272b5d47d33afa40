export const claude = {
	"claude.failed.noKey": "There is no API key yet. Add one in the settings.",
	"claude.failed.noKeyHere":
		"The settings name the key “{name}”, but this device has no such key. Choose or add one in the settings; keys are not synced.",
	"claude.failed.hostNotConfirmed":
		"{host} did not get your key, because you did not allow it. Try again to be asked.",
	"claude.failed.wrongKey": "Claude did not accept the key. Check it in the settings.",
	"claude.failed.noCredit":
		"The account has no credit left, or its spending limit is reached. Change that with Anthropic, then try again.",
	"claude.failed.notAllowed": "This key may not do that ({detail}). Choose another model or key.",
	"claude.failed.unknownModel":
		"There is no model “{model}” for this key. Choose another in the settings.",
	"claude.failed.tooLarge": "This is more than the model can read at once. Choose a section.",
	"claude.failed.rateLimit": "The rate limit is reached. Try again in {seconds} s.",
	"claude.failed.overloaded": "Claude is overloaded. Try again in a moment.",
	"claude.failed.refused": "Claude declined to answer this. Try a shorter part.",
	"claude.failed.cutOff": "The answer stopped half way.",
	"claude.failed.broke":
		"The line broke before an answer came. A proxy or a redirect may be in between. Try again, or check the base URL.",
	"claude.failed.offline": "Claude cannot be reached. You may be offline.",
	"claude.failed.oddAnswer":
		"The answer made no sense (status {status}); a proxy or login page may be in between. Check the base URL in the settings.",
	"claude.confirm.title": "Send your key to {host}?",
	"claude.confirm.text":
		"The settings name {host} as the server for Claude. It will get your API key and the texts you send. Allow it only if you know this server.",
	"claude.confirm.titleRoundabout": "Send your key to {host} another way?",
	"claude.confirm.textRoundabout":
		"{host} does not let this device connect directly. The app's own connection gets through, but it follows redirects that nobody can see: if {host} sends a request on to another server, that server gets your API key too. Safer: let {host} allow cross-origin requests, then press Test in the settings.",
	"claude.confirm.openLine":
		"The line to it is not encrypted: whoever is in between can read all of it.",
	"claude.confirm.allow": "Allow {host}",
	"claude.settings.heading": "Claude",
	"claude.settings.key": "API key",
	"claude.settings.keyDesc":
		"Kept in this device's keychain, never in a note or a settings file.",
	"claude.settings.modelTighten": "Model that suggests edits",
	"claude.settings.modelTightenDesc": "For the passes that cut, connect and mend typos.",
	"claude.settings.modelQuestions": "Model that asks",
	"claude.settings.modelQuestionsDesc": "For logic, background, explanations and translations.",
	"claude.settings.budget": "Limit per run",
	"claude.settings.budgetDesc":
		"US dollars. A run that would cost more does not start. Empty means no limit.",
	"claude.settings.baseUrl": "Base URL",
	"claude.settings.baseUrlDesc":
		"For a gateway or a local server that speaks the same protocol. A new host gets your key only after you allow it on this device.",
	"claude.settings.connection": "Connection",
	"claude.settings.connectionDesc":
		"Whether answers can stream on this device, and which models the key may use.",
	"claude.settings.test": "Test",
	"claude.settings.testing": "Asking…",
	"claude.settings.models": "Models: {models}",
	"claude.reach.streams": "Reached; answers stream.",
	"claude.reach.no-streaming":
		"Reached, but answers cannot stream here: they come whole at the end.",
	"claude.reach.offline": "Not reached. You may be offline, or the base URL is wrong.",
} as const;
