/** The little Markdown that the generated pages need. */

/** A table; bars and line breaks inside cells are made harmless. */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

export function writeCode(text: string): string {
  return `\`${text}\``;
}

/** The first lines of a generated page. */
export function writeTitle(title: string, from: string): string {
  return `# ${title}\n\n<!-- Generated from ${from} by "npm run reference"; do not edit. -->`;
}
