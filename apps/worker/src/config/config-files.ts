import { type CalendarDefinition, calendarDefinitionField } from '@headgate/domain/calendar';
import { type ServicePolicy, servicePolicyField } from '@headgate/domain/sla';
import { z } from 'zod';
import { type Fault, readYaml, writeYaml, type YamlFile } from './yaml-file.ts';

/** A policy with all its versions, as a file holds it. `version` and `from` may be left out of one that is new. */
export interface PolicyFile {
  readonly kind: 'policy';
  readonly name: string;
  readonly versions: readonly (Omit<ServicePolicy, 'name' | 'version' | 'from'> &
    Partial<Pick<ServicePolicy, 'version' | 'from'>>)[];
}
export type CalendarFile = { readonly kind: 'calendar' } & CalendarDefinition;

export type ConfigFile = { readonly yaml: YamlFile } & (
  | { readonly kind: 'policy'; readonly content: PolicyFile }
  | { readonly kind: 'calendar'; readonly content: CalendarFile }
);

export function policyText(name: string, versions: readonly ServicePolicy[]): string {
  return writeYaml({ kind: 'policy', name, versions: versions.map(({ name: _name, ...version }) => version) });
}

export function calendarText(definition: CalendarDefinition): string {
  return writeYaml({ kind: 'calendar', ...definition });
}

/** Reads a file of policies or calendars. Answers its faults, each with its line, when it is none. */
export function readConfigFile(file: string, text: string): ConfigFile | Fault[] {
  const yaml = readYaml(file, text);
  if (Array.isArray(yaml)) return yaml;
  const kind = (yaml.value as { kind?: unknown } | null)?.kind;
  if (kind === 'policy')
    return checked(yaml, policyIssues, (content) => ({ yaml, kind, content: content as PolicyFile }));
  if (kind === 'calendar')
    return checked(yaml, calendarIssues, (content) => ({ yaml, kind, content: content as CalendarFile }));
  return [{ file, line: yaml.lineOf(['kind']), path: 'kind', message: 'one of policy, calendar' }];
}

type Issue = { readonly path: readonly (string | number)[]; readonly message: string };

function checked(yaml: YamlFile, look: (value: object) => Issue[], made: (content: unknown) => ConfigFile) {
  const faults = look(yaml.value as object).map(({ path, message }) => faultAt(yaml, path, message));
  return faults.length > 0 ? faults : made(yaml.value);
}

export function faultAt(yaml: YamlFile, path: readonly (string | number)[], message: string): Fault {
  return { file: yaml.file, line: yaml.lineOf(path), path: path.join('.'), message };
}

function calendarIssues({ kind: _kind, ...definition }: { kind?: unknown }): Issue[] {
  return issuesOf(calendarDefinitionField.safeParse(definition), []);
}

const policyFileField = z.strictObject({
  kind: z.literal('policy'),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,99}$/, 'lower-case words with hyphens'),
  versions: z.array(z.record(z.string(), z.unknown())).min(1),
});
const anyInstant = '2026-01-01T00:00:00Z';

function policyIssues(value: object): Issue[] {
  const outer = policyFileField.safeParse(value);
  if (!outer.success) return issuesOf(outer, []);
  const { name, versions } = outer.data;
  return versions.flatMap((version, i) =>
    issuesOf(servicePolicyField.safeParse({ version: i + 1, from: anyInstant, ...version, name }), ['versions', i]),
  );
}

function issuesOf(result: z.ZodSafeParseResult<unknown>, at: (string | number)[]): Issue[] {
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], message: 'not a field here' }));
    return [{ path, message: issue.message }];
  });
}
