/** How one forum software marks its posts. Selectors are tried in order; the first with content wins. */
export type Platform = Readonly<{
	name: string;
	post: string;
	body: readonly string[];
	author: readonly string[];
	date: readonly string[];
}>;

const DATE = ["time[datetime]", "[itemprop~=datePublished]", "[itemprop~=dateCreated]", "[title*='20']"];

/** Software of forums, question sites and comment pages. Order matters little: the set with most text wins by far. */
export const PLATFORMS: readonly Platform[] = [
	{ name: "Discourse, for crawlers", post: ".crawler-post, .topic-body.crawler-post, #topic-title ~ [itemprop=comment]", body: [".post", "[itemprop=text]"], author: [".creator [itemprop=name]", "[itemprop=author] [itemprop=name]", ".creator"], date: [".post-time", "time"] },
	{ name: "Discourse, the app", post: ".topic-post article, article[data-post-id]", body: [".cooked"], author: [".names .username", ".names .first", ".topic-meta-data .username"], date: [".post-date [data-time]", ".relative-date", "time"] },
	{ name: "XenForo 2", post: "article.message--post, article.message, .message.message--post", body: [".message-body .bbWrapper", ".bbWrapper", ".message-content .message-userContent"], author: [".message-name .username", ".message-name", ".message-attribution-user"], date: [".message-attribution-main time", "time.u-dt", "time"] },
	{ name: "XenForo 1", post: "li.message[data-author]", body: [".messageText", ".messageContent"], author: [".userText .username", ".username"], date: [".DateTime", "abbr[data-time]"] },
	{ name: "Stack Exchange", post: "#question, .answer, .question[data-questionid]", body: [".s-prose", ".js-post-body", ".post-text"], author: [".post-signature.owner .user-details a", ".post-signature:last-child .user-details a", ".user-details a", ".user-details [itemprop=name]"], date: [".user-action-time .relativetime", "time[itemprop=dateCreated]", "time"] },
	{ name: "NodeBB", post: "[component=post], li[component='post']", body: ["[component='post/content']", ".content"], author: ["[data-username]", "[component='post/header'] a[href*='/user/']", "a[href*='/user/']"], date: [".timeago", "time"] },
	{ name: "phpBB 3", post: ".post.has-profile, div.post[id^=p], .postbody:not(.post .postbody)", body: [".content", ".postbody .content", ".postbody"], author: [".author .username", ".author .username-coloured", ".postprofile .username", ".author strong", ".username"], date: [".author time", "time", ".author"] },
	{ name: "phpBB 2", post: "table.forumline tr.row1, table.forumline tr.row2, .postrow", body: [".postbody"], author: [".name b", ".postauthor", ".name"], date: [".postdetails"] },
	{ name: "vBulletin 5", post: ".b-post, li.js-post", body: [".js-post__content-text", ".b-post__content"], author: [".author [itemprop=name]", ".author a", ".username"], date: ["time", ".b-post__timestamp"] },
	{ name: "vBulletin 4", post: "li.postbit, li.postbitlegacy, li.postcontainer", body: [".postcontent", ".content"], author: [".username strong", ".username"], date: [".postdate .date", ".date"] },
	{ name: "vBulletin 3", post: "table[id^=post]:not([id^=post_]), div[id^=edit] > table", body: ["[id^=post_message_]"], author: [".bigusername", "[id^=postmenu] a"], date: ["td.thead"] },
	{ name: "SMF", post: ".post_wrapper, .windowbg .post_container, div[id^=msg].windowbg", body: [".post .inner", ".inner", ".post"], author: [".poster h4 a", ".poster h4", ".poster a"], date: [".keyinfo .smalltext", ".postinfo .smalltext", ".smalltext"] },
	{ name: "MyBB", post: "div.post.classic, div.post[id^=post_], table[id^=post_]", body: [".post_body", ".scaleimages"], author: [".author_information strong a", ".author_information strong", ".largetext a"], date: [".post_date"] },
	{ name: "Invision", post: "article.cPost, article.ipsComment, [data-controller*='comment'] article, .ipsEntry--post, .ipsComment", body: ["[data-role=commentContent]", ".ipsType_richText", ".cPost_contentWrap", ".ipsRichText"], author: [".cAuthorPane_author a", ".ipsComment_author a", ".ipsEntry__username", "[class*=author] a"], date: ["time"] },
	{ name: "Khoros and Lithium", post: ".lia-message-view-wrapper, .MessageView, .lia-component-message-view, [data-testid='MessageView'], .lia-message-view", body: [".lia-message-body-content", ".lia-message-body", "[class*=MessageBody]"], author: [".lia-user-name-link", ".UserName a", "[data-testid='userLink']"], date: [".local-friendly-date", ".local-date", "time", ".DateTime"] },
	{ name: "Flarum", post: "article.Post, .CommentPost, #flarum-content article, .PostStream-item", body: [".Post-body"], author: [".PostUser .username", "h3", ".username"], date: ["time"] },
	{ name: "Vanilla", post: ".ItemDiscussion, .ItemComment, .MessageList .Item", body: [".Message.userContent", ".Message", ".userContent"], author: [".Author .Username", ".Author a[title]", ".Author"], date: ["time"] },
	{ name: "Hacker News", post: "table.fatitem, tr.comtr", body: [".toptext", ".commtext", ".titleline"], author: [".hnuser"], date: [".age"] },
	{ name: "Lobsters", post: ".story_content, .comments .comment[id^=c_]", body: [".story_text", ".comment_text"], author: [".byline a[href^='/~']", ".byline a[href^='/u/']"], date: ["time", ".byline [title]"] },
	{ name: "GitHub and GitLab", post: ".timeline-comment, .js-comment-container .comment, [data-testid='issue-viewer-container'] [data-testid*='issue-body'], [data-testid*='comment-viewer-outer-box'], .react-issue-comment, [data-testid='issue-viewer-issue-container'], .note-wrapper, .discussion-timeline .js-comment", body: [".comment-body", ".markdown-body", ".note-text"], author: [".author", "[data-testid*='author-login']", "a[data-testid='avatar-link']", "[data-testid='issue-body-header-author']", ".note-header-author-name"], date: ["relative-time", "time"] },
	{ name: "Reddit, old", post: ".thing.link, .thing.comment", body: [".usertext-body .md"], author: [".tagline .author"], date: ["time"] },
	{ name: "Reddit", post: "shreddit-post, shreddit-comment", body: ["[slot=text-body] .md", "[slot=comment] .md", "[slot=text-body]", "[slot=comment]"], author: ["[slot=authorName]", "[author]", "a[href*='/user/']"], date: ["time", "faceplate-timeago"] },
	{ name: "bbPress", post: ".bbp-body > .topic, .bbp-body > .reply, div.type-topic, div.type-reply", body: [".bbp-topic-content", ".bbp-reply-content"], author: [".bbp-author-name", ".bbp-author-link"], date: [".bbp-reply-post-date", ".bbp-topic-post-date"] },
	{ name: "WoltLab", post: "article.wbbPost, li.wbbPost, article.message.wbbPost", body: [".messageText", ".messageBody"], author: [".messageSidebar .username", ".messageAuthor .username", "[itemprop=author] [itemprop=name]"], date: ["time", "woltlab-core-date-time"] },
	{ name: "wpForo", post: ".wpforo-post, .wpf-post, .post-wrap[id^=post-]", body: [".wpforo-post-content", ".wpf-post-content", ".wpforo-post-text"], author: [".wpf-author-name a", ".author-name a", ".author-name", ".wpforo-post-author-name"], date: [".wpf-post-date", ".post-date"] },
	{ name: "Discuz", post: "#postlist > div[id^=post_]", body: ["td.t_f", ".t_fsz", ".message"], author: [".authi .xw1", ".authi a"], date: ["[id^=authorposton] [title]", "[id^=authorposton]"] },
	{ name: "PunBB and FluxBB", post: ".blockpost, .posts .post", body: [".postmsg", ".entry-content", ".post-entry"], author: [".postleft dt strong", ".post-byline strong", ".post-author .username"], date: ["h2 a", ".post-link"] },
	{ name: "Simple list of Insided", post: ".qa-topic-first-post, .qa-topic-post-box, .post--reply, .topic-view_post", body: [".post__content", ".qa-topic-post-content", ".topic_content"], author: [".qa-topic-post-username", ".user-name", ".username"], date: ["time", ".qa-topic-meta-last-reply"] },
	{ name: "UBB.threads", post: "table.t_inner.post_inner, .post_inner, div[id^=postrow]", body: ["[id^=body]", ".post-content", ".post_body"], author: [".author-content a", ".bold.author a"], date: [".date"] },
	{ name: "JForum and JavaRanch", post: "[data-post-id], table.post, tr.trPosts", body: [".post-content", ".postbody", "[itemprop=text]"], author: [".author-name", ".genmed b", "[itemprop=author]"], date: [".postDate", "time"] },
	{ name: "ProBoards", post: "tr.item.post, .post.item", body: [".message"], author: [".mini-profile .user-link", ".user-link"], date: ["abbr.time"] },
	{ name: "Tapatalk and Proboards mirrors", post: ".post_row, .postlist .post", body: [".post_content", ".postcontent"], author: [".username", ".author"], date: [".date", "time"] },
	{ name: "Drupal", post: ".forum-post, .node-forum, .comment.comment-forum, .node--type-forum, .js-comment", body: [".forum-post-content", ".field--name-body", ".field--name-comment-body", ".content"], author: [".author-pane-name-status .username", ".username"], date: ["time", ".forum-posted-on"] },
	{ name: "Google Groups", post: "[role=listitem] [data-message-id], section[data-doc-id]", body: ["[role=region]", ".ptW7te"], author: ["[data-name]", "h3"], date: [".zX2W9c"] },
	{ name: "Mailing lists", post: ".email, .message-box, article.email", body: [".email-body", ".message-body"], author: [".email-author .name", ".name"], date: [".email-date", ".date"] },
	{ name: "Lemmy and kbin", post: ".post-listing, article.entry, li.comment, article.comment, blockquote.comment", body: [".md-div", ".content", ".comment-content"], author: [".person-listing", ".user-inline", "header a"], date: ["time", ".moment-time"] },
	{ name: "Zendesk community", post: ".post, .comment-list .comment", body: [".post-body", ".comment-body"], author: [".post-author a", ".comment-author a"], date: ["time"] },
	{ name: "Salesforce and Higher Logic", post: ".cuf-feedItem, .threaded-post, .discussion-post, [id*=DiscussionThread] .row", body: [".feedBodyInner", ".user-content", ".discussion-body"], author: [".cuf-entityLink", ".profile-name", "a[href*=profile]"], date: [".timestamp", "time"] },
	{ name: "Mastodon", post: ".detailed-status, .status.status--in-thread, .activity-stream .entry, .status__wrapper", body: [".e-content", ".status__content"], author: [".display-name__html", ".p-author", ".display-name"], date: ["time"] },
	{ name: "Question, schema.org", post: "[itemtype*='schema.org/Question'], [itemtype*='schema.org/Answer']", body: ["[itemprop~=text]", "[itemprop~=articleBody]", "[itemprop~=description]"], author: ["[itemprop~=author] [itemprop~=name]", "[itemprop~=author]"], date: DATE },
	{ name: "Thread, schema.org", post: "[itemtype*='schema.org/DiscussionForumPosting'], [itemtype*='schema.org/Comment'], [itemtype*='schema.org/SocialMediaPosting'], [itemprop~=comment][itemscope]", body: ["[itemprop~=articleBody]", "[itemprop~=text]", "[itemprop~=commentText]"], author: ["[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "[itemprop~=creator]"], date: DATE },
];
