import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from './languages.ts';
import { LetterFault } from './letter-fault.ts';
import { templateOf } from './template.ts';

export const templatesFolder = fileURLToPath(new URL('../../../templates/', import.meta.url));

const nameForm = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/;
const languageForm = /^[a-z]{2}$/;
const layoutFolder = 'layout';

export interface TemplateName {
  readonly name: string;
  readonly languages: readonly string[];
  /** Translations that the district has not looked at yet. */
  readonly toReview: readonly string[];
}

const isLetter = (name: string): boolean => nameForm.test(name) && !name.startsWith(`${layoutFolder}/`);

/** The languages that a letter is written in. */
export const languagesOf = (template: string): readonly string[] =>
  languages.filter(
    (language) => isLetter(template) && existsSync(path.join(templatesFolder, `${template}.${language}.hbs`)),
  );

/** Every letter that there is, with its languages. */
export function templateNames(): TemplateName[] {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    const [, name, language] = /^(.+)\.([a-z]{2})\.hbs$/.exec(file.split(path.sep).join('/')) ?? [];
    if (!name || !language || !isLetter(name)) continue;
    found.set(name, [...(found.get(name) ?? []), language]);
  }
  const toReview = (name: string) => (language: string) =>
    templateOf(path.join(templatesFolder, `${name}.${language}.hbs`)).toReview;
  return [...found].map(([name, languages]) => ({ name, languages, toReview: languages.filter(toReview(name)) }));
}

/** The file of a letter in the language, or in English where it was not translated. Throws LetterFault when there is none. */
export function letterFile(template: string, language: string): { file: string; language: string } {
  if (!isLetter(template)) {
    throw new LetterFault('unknown-template', `There is no letter "${template.slice(0, 80)}".`);
  }
  for (const candidate of [language, 'en']) {
    const file = path.join(templatesFolder, `${template}.${candidate}.hbs`);
    if (languageForm.test(candidate) && existsSync(file)) return { file, language: candidate };
  }
  throw new LetterFault('unknown-template', `There is no letter "${template}".`);
}

export function layoutFile(layout: string, language: string): string {
  const file = path.join(templatesFolder, layoutFolder, `${layout}.${language}.hbs`);
  return existsSync(file) ? file : path.join(templatesFolder, layoutFolder, `${layout}.en.hbs`);
}

export const pageFile = path.join(templatesFolder, layoutFolder, 'page.hbs');
