import { createContext, use } from 'react';

/** The case whose form is being filled in: a field that takes a file files it there. */
export const OfCase = createContext<string | null>(null);

export const useOfCase = (): string | null => use(OfCase);
