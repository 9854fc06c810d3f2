import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LetterFault } from './letter-fault.ts';

export const templatesFolder = fileURLToPath(new URL('../../../templates/', import.meta.url));

const nameForm = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/;
const languageForm = /^[a-z]{2}$/;
const layoutFolder = 'layout';

export interface TemplateName {
  readonly name: string;
  readonly languages: readonly string[];
}

/** Every letter that there is, with its languages. */
export function templateNames(): TemplateName[] {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    const [, name, language] = /^(.+)\.([a-z]{2})\.hbs$/.exec(file.split(path.sep).join('/')) ?? [];
    if (!name || !language || name.startsWith(`${layoutFolder}/`)) continue;
    found.set(name, [...(found.get(name) ?? []), language]);
  }
  return [...found].map(([name, languages]) => ({ name, languages }));
}

/** The file of a letter in the language, or in English where it was not translated. Throws LetterFault when there is none. */
export function letterFile(template: string, language: string): { file: string; language: string } {
  if (!nameForm.test(template) || template.startsWith(`${layoutFolder}/`)) {
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
