import { clip } from "./clip";
import { clipSheet } from "./clip-sheet";
import { common } from "./common";
import { draft } from "./draft";
import { inbox } from "./inbox";
import { inboxActs } from "./inbox-acts";
import { outline } from "./outline";
import { project } from "./project";
import { publish } from "./publish";
import { refine } from "./refine";
import { refineReview } from "./refine-review";
import { refineStart } from "./refine-start";
import { source } from "./source";
import { understand } from "./understand";
import { claude } from "./claude";
import { vault } from "./vault";

import type { en } from "../en";
import type { Message } from "../translate";

export const zh: Readonly<Record<keyof typeof en, Message>> = {
	...common,
	...claude,
	...clip,
	...clipSheet,
	...draft,
	...inbox,
	...inboxActs,
	...outline,
	...project,
	...publish,
	...refine,
	...refineReview,
	...refineStart,
	...source,
	...understand,
	...vault,
};
