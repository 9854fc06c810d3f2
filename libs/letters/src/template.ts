import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';
import { LetterFault } from './letter-fault.ts';

/** A template: `key: value` lines, a line of three dashes, and the body in simple HTML. */
export interface Template {
  readonly layout: string;
  readonly subject: (facts: object) => string;
  readonly body: (facts: object) => string;
}

const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
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
  if (/\{\{\{|\{\{~?&/.test(source)) throw new LetterFault('bad-template', `${file} prints facts unescaped`);
  const [, head = '', body = source] = /^((?:[a-z]+: .*\n)+)---\n([\s\S]*)$/.exec(source) ?? [];
  const settings = Object.fromEntries(head.split('\n').filter(Boolean).map((line) => line.split(/: (.*)/s, 2)));
  return {
    layout: settings.layout ?? 'letter',
    subject: printer(file, settings.subject ?? '', { ...strict, noEscape: true }),
    body: printer(file, body, strict),
  };
}

function printer(file: string, source: string, options: CompileOptions): (facts: object) => string {
  const print = handlebars.compile(source, options);
  return (facts) => {
    try {
      return print(facts, ownPropertiesOnly);
    } catch (error) {
      if (error instanceof LetterFault) throw error;
      throw new LetterFault('missing-fact', `${file}: ${(error as Error).message}`, error);
    }
  };
}
