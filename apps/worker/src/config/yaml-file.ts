import { Document, isCollection, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** Something wrong in a file, and where. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The line (from 1) at which what a path leads to begins; of what is not there, that of the nearest around it. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads one YAML document. Answers its faults instead when it is none. */
export function readYaml(file: string, text: string): YamlFile | Fault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    path: '',
    message: message.split('\n')[0] ?? '',
  }));
  if (faults.length > 0) return faults;
  const lineOf = (path: readonly (string | number)[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return { file, value: document.toJS({ maxAliasCount: 100 }), lineOf };
}

/** The keys in the order in which a person reads them; others follow in alphabetical order. */
const order = [
  ...['kind', 'name', 'declaredAt', 'version', 'from', 'timeZone', 'hours', 'holidays', 'closures', 'calendar'],
  ...['metric', 'task', 'target', 'clocks', 'ladder', 'changeRules', 'holds', 'when', 'percent', 'to', 'template'],
  ...['low', 'normal', 'high', 'urgent', 'businessMinutes', 'businessDays', 'calendarDays', 'fixedOn', 'endOfDay'],
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'month', 'day', 'weekday', 'nth', 'versions'],
];
const rank = new Map(order.map((key, i) => [key, i]));

/** The same text for the same content, in whatever order its keys come. */
export function writeYaml(content: unknown): string {
  const document = new Document(inOrder(content), { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && node.items.length > 0 && node.items.every(isShort)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

/** A list of words stands on one line, and so does a pair of times within it. */
function isShort(item: unknown): boolean {
  return isScalar(item) || (isCollection(item) && item.flow === true);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const known = (key: string) => rank.get(key) ?? order.length;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => known(a) - known(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}

/** Whether two contents are the same, whatever the order of their keys. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
