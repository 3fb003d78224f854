/** Every delay of what happens in a page, in milliseconds unless the name says otherwise, with its reason. */

/** A pointer that rests on a claim so long means it. Others wait 250 (littlefoot) to 500 (Wikipedia). */
export const OPEN_AFTER = 300;
/** Grace when the pointer has left claim and popover: long enough to cross the gap between them. */
export const CLOSE_AFTER = 250;
/** Pixels a millisecond. A pointer faster than this is passing through; reading along a line is slower. */
export const PASSING_SPEED = 0.35;
/** Text that changes is read again once it has been quiet for so long … */
export const SETTLED_AFTER = 400;
/** … but not later than this, on a page that is never quiet. */
export const SETTLED_AT_LATEST = 2_500;
/** How often a page's text is read again in all. A live blog would go on for ever. */
export const MOST_REREADINGS = 40;
/** Pages change their theme by a transition; its end is what counts. */
export const THEME_AFTER = 350;
/** What stands beside the text is measured again no sooner: it means a look at every element of the page. */
export const MEASURED_AGAIN_AFTER = 300;
/** Words that were jumped to are marked for so long: to be found, and then to be read without. */
export const POINTED_FOR = 4_000;
