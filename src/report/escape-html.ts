const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in HTML content or in a quoted attribute; control characters that HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  const clean = text.replace(/(?![\t\n\r])\p{Cc}/gu, '');
  return clean.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
