import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import type { ServicePolicy } from '@headgate/domain/sla';
import { type CaseRecord, calendarVersions, policyVersions } from '@headgate/persistence';
import { type ConfigFile, calendarText, policyText, readConfigFile } from './config-files.ts';
import type { Fault } from './yaml-file.ts';

const isYaml = (name: string): boolean => ['.yaml', '.yml'].includes(extname(name));

/** The policies and calendars as files: path below the folder, and text. */
export async function configTexts(record: CaseRecord): Promise<Map<string, string>> {
  const [policies, calendars] = await Promise.all([policyVersions(record.db), calendarVersions(record.db)]);
  const texts = new Map<string, string>();
  for (const { name, definition } of calendars) texts.set(`calendars/${name}.yaml`, calendarText(definition));
  for (const [name, versions] of Map.groupBy(policies, (policy) => policy.name)) {
    const all: ServicePolicy[] = versions.map(({ definition }) => definition);
    texts.set(`policies/${name}.yaml`, policyText(name, all));
  }
  return texts;
}

export async function writeFolder(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

export interface ReadFiles {
  readonly files: readonly ConfigFile[];
  readonly faults: readonly Fault[];
}

/** Every YAML file of a folder, or the one file. Throws when there is none. */
export async function readFiles(path: string): Promise<ReadFiles> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path, { recursive: true })).filter(isYaml).sort() : [''];
  if (names.length === 0) throw new Error(`there is no YAML file in ${path}`);
  const read = await Promise.all(
    names.map(async (name) => {
      const file = join(path, name);
      return readConfigFile(
        relative(process.env.INIT_CWD ?? process.cwd(), file) || file,
        await readFile(file, 'utf8'),
      );
    }),
  );
  const files = read.filter((each): each is ConfigFile => !Array.isArray(each));
  const twice = files.filter((file, i) => files.findIndex((other) => isSameName(file, other)) < i);
  return {
    files,
    faults: [
      ...read.flatMap((each) => (Array.isArray(each) ? each : [])),
      ...twice.map(({ yaml, kind, content }) => ({
        file: yaml.file,
        line: yaml.lineOf(['name']),
        path: 'name',
        message: `another file holds the ${kind} ${content.name} too`,
      })),
    ],
  };
}

const isSameName = (a: ConfigFile, b: ConfigFile): boolean => a.kind === b.kind && a.content.name === b.content.name;
