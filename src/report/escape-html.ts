const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters but tab and line ends, and code points that are no characters (HTML, 13.2.3.5); not a letter. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** Text as it must stand in HTML content or in a quoted attribute; control characters and others that HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  const clean = text.replace(FORBIDDEN, '');
  return clean.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
