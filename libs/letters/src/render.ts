import Handlebars from 'handlebars';
import { blocksOf } from './blocks.ts';
import type { LetterFacts, RenderedLetter } from './facts.ts';
import { languagesOf, layoutFile, letterFile, pageFile } from './names.ts';
import { templateOf } from './template.ts';
import { plainLetter } from './text.ts';

export interface LetterOrder {
  /** `<case-type>/<letter>`, for example `high-consumption/decision`. */
  readonly template: string;
  readonly language: string;
  readonly facts: LetterFacts;
}

/** Writes a letter. Throws LetterFault when there is no such letter, or when a fact that it needs is missing. */
export function renderLetter(order: LetterOrder): RenderedLetter {
  const { file, language } = letterFile(order.template, order.language);
  const template = templateOf(file);
  const facts = { ...plainData(order.facts), language };
  const subject = oneLine(template.subject(facts));
  const bodies = template.inAllLanguages ? inAllLanguages(order.template, language, facts) : template.body(facts);
  const body = new Handlebars.SafeString(bodies);
  const content = templateOf(layoutFile(template.layout, language)).body({ ...facts, body });
  const html = templateOf(pageFile).body({ language, subject, content: new Handlebars.SafeString(content) });
  return { subject, text: plainLetter(blocksOf(html)), html, language };
}

/** The reader's language first, then every other that the notice is written in, each marked as what it is. */
function inAllLanguages(name: string, first: string, facts: LetterFacts): string {
  const others = languagesOf(name).filter((language) => language !== first);
  const sections = [first, ...others].map((language) => {
    const body = templateOf(letterFile(name, language).file).body({ ...facts, language });
    return `<section lang="${language}">\n${body}</section>`;
  });
  return sections.join('\n');
}

/** Facts as plain data: no functions, no prototypes, nothing that a template could call. */
const plainData = (facts: LetterFacts): LetterFacts => JSON.parse(JSON.stringify(facts)) as LetterFacts;

const longestSubject = 200;

/** A header is one line: whatever breaks lines or hides text in it becomes a space. */
function oneLine(subject: string): string {
  return subject
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSubject);
}
