export const refineStart = {
	"refine.hand.title": "Without a key: copy a request, paste an answer",
	"refine.hand.hint":
		"Paste the request into any chat, and its answer here. It passes the same checks.",
	"refine.hand.copy": "Copy request",
	"refine.hand.paste": "Paste answer",
	"refine.hand.placeholder": "The answer of the chat",
	"refine.hand.copied": "The request of {pass} is on the clipboard.",
	"refine.hand.nothingNew": "The answer holds nothing that can be used.",
	"refine.hand.pass": "Pass",
	"refine.hand.copiedPart":
		"Part {part} of {pass} is on the clipboard, up to “{upTo}”. Paste its answer, then copy the next part.",
	"refine.hand.tooLong": "A paragraph of this draft is too long for one request.",
	"refine.hand.taken": {
		one: "{count} suggestion so far. Copy the next part, or look at it.",
		other: "{count} suggestions so far. Copy the next part, or look at them.",
	},
	"refine.hand.show": "Show suggestions",
	"refine.local.repeat": "Said twice",
	"refine.local.near-repeat": "Said twice, in other words",
	"refine.local.table-prose": "Walks through the table above it",
	"refine.local.doubled-word": "“{word}” twice in a row",
	"refine.local.long-sentence": {
		one: "A sentence of {count} word",
		other: "A sentence of {count} words",
	},
	"refine.local.early-term": "“{term}” is used before it is explained",
	"refine.local.empty-heading": "A heading without text",
	"refine.local.large-section": "{percent} % of the draft; the brief gives it no such weight",
	"refine.local.small-section": "{percent} % of the draft, and the brief asks for it",
	"refine.passHint.cut": "Filler, repeats, wordy turns. Takes away, adds almost nothing.",
	"refine.passHint.connect": "Weak transitions, only with words you already use.",
	"refine.passHint.logic": "Gaps, jumps and contradictions. Questions only.",
	"refine.passHint.background": "Terms and facts a reader may lack. Questions only.",
	"refine.passHint.typos": "Spelling and slips. Dialect and style are left alone.",
	"refine.passHint.questions": "Gaps, jumps, terms a reader may not know. Questions only.",
	"refine.passRow.questions": "Questions: logic and background",
	"refine.start.read": "Read",
	"refine.start.draft": "Whole draft",
	"refine.start.section": "This section",
	"refine.start.selection": "Selection",
	"refine.start.button": "Start",
	"refine.start.overBudget":
		"About {cost}, more than your limit of {budget}. Choose a section, or raise it in the settings.",
	"refine.start.sees":
		"Claude sees the draft without its comments, and for background {sources} kept sources. {words} of your words and {passages} passages are out of bounds. It has no tools and cannot change a note.",
	"refine.start.standIn": "A local stand-in plays Claude here.",
	"refine.start.whatIsSent": "See what is sent",
	"refine.start.addKey": "Add a key",
	"refine.start.openSettings": "Open settings",
	"refine.start.replaces":
		"An unfinished review of this draft is kept. Passes started here take its place; Continue review goes on with it.",
	"refine.start.noProject":
		"This note belongs to no project: there is no brief and there are no sources.",
	"refine.start.unclosed":
		"A comment, formula or code block is never closed. Everything after it is left alone.",
	"refine.start.aboutTime": {
		one: "About {cost}, {count} minute",
		other: "About {cost}, {count} minutes",
	},

	"refine.hand.titleKeyless": "Or use any chat, without a key",

	"refine.check.twice": "Sentences that stand twice",
	"refine.check.table": "Prose that repeats a table",
	"refine.check.doubled": "Doubled words",
	"refine.check.long": "Very long sentences",
	"refine.check.term": "Terms before they are explained",
	"refine.check.heading": "Headings without text",
	"refine.check.weight": "Sections out of proportion",
	"refine.checkHint.twice": "Word for word or nearly, anywhere in the draft.",
	"refine.checkHint.table": "A paragraph that walks through the rows above it.",
	"refine.checkHint.doubled": "Such as “{example}”.",
	"refine.checkHint.long": "Over 45 words or 110 Chinese characters. Marked, never changed.",
	"refine.checkHint.term": "Such as “{example}”.",
	"refine.checkHint.heading": "Nothing stands below them.",
	"refine.checkHint.weight": "Much more or much less room than the brief gives them.",
	"refine.found.twice": {
		one: "{count} sentence that stands twice",
		other: "{count} sentences that stand twice",
	},
	"refine.found.table": {
		one: "{count} paragraph that repeats a table",
		other: "{count} paragraphs that repeat a table",
	},
	"refine.found.doubled": { one: "{count} doubled word", other: "{count} doubled words" },
	"refine.found.long": {
		one: "{count} very long sentence",
		other: "{count} very long sentences",
	},
	"refine.found.term": {
		one: "{count} term used before it is explained",
		other: "{count} terms used before they are explained",
	},
	"refine.found.heading": {
		one: "{count} heading without text",
		other: "{count} headings without text",
	},
	"refine.found.weight": {
		one: "{count} section out of proportion",
		other: "{count} sections out of proportion",
	},
	"refine.found.and": ", ",
	"refine.found.line": "Found without Claude: {kinds}.",
	"refine.found.review": "Review these now",
	"refine.found.nothing": "The local checks found nothing to look at.",
	"refine.found.quiet": "Nothing found: {kinds}.",
	"refine.found.button": { one: "Review {count} finding", other: "Review {count} findings" },
	"refine.found.title": { one: "{count} finding", other: "{count} findings" },
	"refine.found.hint":
		"Found on this device. Each one leads to its place; nothing is changed for you.",
	"refine.found.list": "Findings",
	"refine.found.twin": "The other place",
	"refine.found.go": "Go to place",
	"refine.found.back": "Back",
	"refine.style.line":
		"How you write: half of your sentences have up to {median} words, nine in ten up to {long}. Per 1,000 words: contractions {contractions}, “I” or “we” {firstPerson}, hedges {hedges}, dashes {dashes}.",
	"refine.style.lineCjk":
		"How you write: half of your sentences have up to {median} characters, nine in ten up to {long}. Per 1,000 characters: “I” or “we” {firstPerson}, hedges {hedges}, dashes {dashes}.",

	"refine.start.keyless":
		"You have no API key yet. These checks run on your device, cost nothing and send nothing.",
	"refine.start.localOnly":
		"{why} These checks run on your device, cost nothing and send nothing.",
	"refine.start.withKey":
		"With a Claude API key: passes that cut, connect and ask, for {cost} with a draft like this.",
	"refine.start.withKeyNoPrice": "With a Claude API key: passes that cut, connect and ask.",
	"refine.start.model": "Model",
	"refine.start.modelByPass": "As in the settings",
	"refine.start.modelWindow": "{name}, reads {tokens} tokens",
	"refine.start.noPriceTime": {
		one: "Price not known for this model, {count} minute",
		other: "Price not known for this model, {count} minutes",
	},
	"refine.start.standInTime": {
		one: "Costs nothing here, {count} minute",
		other: "Costs nothing here, {count} minutes",
	},
	"refine.start.nothingChosen": "Choose at least one pass.",
	"refine.start.parts":
		"This draft is longer than one request can hold. It is read in {count} parts, split at headings; what one part says against another is not seen.",
	"refine.start.aboutCost": "about {cost}",
	"refine.start.lessCost": "less than $0.01",
} as const;
