import { withoutUnprintable } from './unprintable.js';

/**
 * Text as it must stand in a cell of a Markdown table (GitHub flavour): one line, with every character that could start
 * markup, a link, HTML or a new cell escaped, and none that a terminal would obey.
 */
export function escapeMarkdown(text: string): string {
  return withoutUnprintable(text.replace(/\s+/g, ' '))
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&@:-]/g, (char) =>
      char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
    );
}
