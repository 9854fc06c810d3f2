import type { EventData, EventType, NewEvent } from '../../../case/index.ts';
import type { Collection } from './collection.ts';
import '../events.ts';

/** What one kind of event means for the collection. */
export type Fold<T extends EventType> = (collection: Collection, data: EventData[T], event: NewEvent<T>) => void;

export type Folds = { readonly [T in EventType]?: Fold<T> };
