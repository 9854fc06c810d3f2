/** Every key of the desk, once: the listener, the palette and the help page read this list. */
export const shortcuts = [
  { id: 'palette', keys: 'Ctrl K', title: 'Find a case, an account or an action' },
  { id: 'new-case', keys: 'c', title: 'New case' },
  { id: 'search', keys: '/', title: 'Search' },
  { id: 'go-queue', keys: 'g q', title: 'Go to the queue' },
  { id: 'go-tasks', keys: 'g t', title: 'Go to tasks' },
  { id: 'go-scans', keys: 'g s', title: 'Go to scans' },
  { id: 'go-board', keys: 'g b', title: 'Go to the board' },
  { id: 'next-case', keys: 'n', title: 'Take the case at most risk that nobody holds' },
  { id: 'next', keys: 'j', title: 'Next row' },
  { id: 'previous', keys: 'k', title: 'Previous row' },
  { id: 'open', keys: 'Enter', title: 'Open the chosen row' },
  { id: 'help', keys: '?', title: 'Show these keys' },
] as const;

export type ShortcutId = (typeof shortcuts)[number]['id'];

/** The shortcut that the keys pressed so far make up, or whether they begin one. */
export function matchKeys(pressed: readonly string[]): { id: ShortcutId | null; begins: boolean } {
  const typed = pressed.join(' ');
  const exact = shortcuts.find((shortcut) => shortcut.keys === typed);
  return { id: exact?.id ?? null, begins: shortcuts.some((shortcut) => shortcut.keys.startsWith(`${typed} `)) };
}

/** Keys belong to what the person writes in; there the shortcuts are off. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
