import { withoutUnprintable } from './unprintable.js';

/** An escaped sign before what GitHub would link to: `\@name`, `\#12`; not `a\@b.org`, `\# of users`. */
const MENTION = /(?<!\w)\\(?:@(?=\w)|#(?=\d))/g;
/** What GitHub links without a scheme: `www.example.org`; not `awww...`. */
const BARE_LINK = /\b(www)\.(?=\w)/gi;

/**
 * Text as it must stand in a cell of a Markdown table (GitHub flavour): one line, with every character that could start
 * markup, a link, HTML or a new cell escaped, and none that a terminal would obey. GitHub looks for people and issues in what
 * it has rendered, where a backslash is gone: `@name` and `#12` are parted by a space without width.
 */
export function escapeMarkdown(text: string): string {
  return withoutUnprintable(text.replace(/\s+/g, ' '))
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&@:-]/g, (char) =>
      char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
    )
    .replace(MENTION, '$&&#8203;')
    .replace(BARE_LINK, '$1\\.');
}
