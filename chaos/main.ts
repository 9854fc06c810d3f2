const chapters: Readonly<Record<string, string>> = { ladder: './ladder/main.ts' };

const [name = ''] = process.argv.slice(2);
const chapter = chapters[name];
if (!chapter) {
  console.error(`Which? npm run chaos -- ${Object.keys(chapters).join('|')}`);
  process.exit(2);
}
await import(chapter);
