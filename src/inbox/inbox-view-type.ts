/** The list's view type, as saved layouts name it. */
export const INBOX_VIEW = "winnow-inbox";
