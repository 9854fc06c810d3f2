import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';
import { LetterFault } from './letter-fault.ts';

/** A template: `key: value` lines, a line of three dashes, and the body in simple HTML. */
export interface Template {
  readonly layout: string;
  /** The law wants this notice in every language at once (rule F8). */
  readonly inAllLanguages: boolean;
  /** A translation that the district has not looked at yet. */
  readonly toReview: boolean;
  readonly subject: (facts: object) => string;
  readonly body: (facts: object) => string;
}

const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(helpers))
  handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
handlebars.unregisterHelper('log');
handlebars.unregisterHelper('lookup');

/** Strict: a fact that a letter needs and does not get is a fault, never a gap in the letter. */
const strict = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
} as CompileOptions;

const ownPropertiesOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

const compiled = new Map<string, Template>();

/** The template of a file, read and compiled once. */
export function templateOf(file: string): Template {
  let template = compiled.get(file);
  if (!template) {
    template = compile(file, readFileSync(file, 'utf8'));
    compiled.set(file, template);
  }
  return template;
}

export function compile(file: string, source: string): Template {
  escaping(source, file);
  const [, head = '', body = source] = /^((?:[a-z]+: .*\n)+)---\n([\s\S]*)$/.exec(source) ?? [];
  const settings = Object.fromEntries(
    head
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(/: (.*)/s, 2)),
  );
  return {
    layout: settings.layout ?? 'letter',
    inAllLanguages: settings.languages === 'all',
    toReview: settings.review !== undefined,
    subject: printer(file, settings.subject ?? '', { ...strict, noEscape: true }),
    body: printer(file, body, strict),
  };
}

/** The parts that a template shares with others of its folder and language: `{{> ways}}` is `_ways.<lang>.hbs`. */
function partsOf(file: string, source: string): Record<string, Handlebars.Template> {
  const language = file.split('.').at(-2);
  const names = [...source.matchAll(/\{\{> ([a-z-]+)\}\}/g)].map(([, name]) => name as string);
  return Object.fromEntries(
    names.map((name) => {
      const part = readFileSync(path.join(path.dirname(file), `_${name}.${language}.hbs`), 'utf8');
      return [name, handlebars.compile(escaping(part, name), strict)];
    }),
  );
}

function escaping(source: string, file: string): string {
  if (/\{\{\{|\{\{~?&/.test(source)) throw new LetterFault('bad-template', `${file} prints facts unescaped`);
  return source;
}

function printer(file: string, source: string, options: CompileOptions): (facts: object) => string {
  const print = handlebars.compile(source, options);
  const partials = partsOf(file, source);
  return (facts) => {
    try {
      return print(facts, { ...ownPropertiesOnly, partials });
    } catch (error) {
      if (error instanceof LetterFault) throw error;
      throw new LetterFault('missing-fact', `${file}: ${(error as Error).message}`, error);
    }
  };
}
