/** How far a word such as `not` reaches, in characters; also keeps the search short in a text without an end. */
const REACH = 120;

/** The text right before a place. */
export function textBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - REACH), index);
}

/** The text right after a place. */
export function textAfter(text: string, index: number): string {
  return text.slice(index, index + REACH);
}
