import type { Actor } from '../people/index.ts';
import type { CaseDefinition } from './definition.ts';
import type { EventData, EventType, NewEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Moment } from './moment.ts';
import { refuse } from './refusal.ts';
import type { CaseState } from './state.ts';

/** A decision in the making: the events so far, and the case as it stands after them. */
export class Draft {
  readonly state: CaseState;
  readonly events: NewEvent[];
  readonly actor: Actor;
  readonly moment: Moment;

  constructor(state: CaseState, actor: Actor, moment: Moment, begun: NewEvent[] = []) {
    this.state = state;
    this.actor = actor;
    this.moment = moment;
    this.events = begun;
  }

  get definition(): CaseDefinition {
    return (
      this.moment.office.definition(this.state.type) ??
      refuse('unknown-type', `There is no case type ${this.state.type}.`)
    );
  }

  /** Adds an event, and what the type's law does at once because of it. A case that is retyped is heard of by the type it leaves. */
  emit<T extends EventType>(type: T, data: EventData[T], actor: Actor = this.actor): void {
    const event = { type, at: this.moment.now, actor, data } as unknown as NewEvent;
    const left = type === 'case-retyped' ? this.definition : null;
    evolve(this.state, event);
    this.events.push(event);
    for (const react of (left ?? this.definition).reactions ?? []) react(this, event);
  }
}
