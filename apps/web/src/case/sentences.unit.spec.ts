import { describe, expect, it } from '@jest/globals';
import type { Actor, CaseEvent, CaseType } from '../api/types.ts';
import { actorWords } from './actor.ts';
import { deliveriesOf } from './deliveries.ts';
import { namesOf } from './names.ts';
import { sentenceOf } from './sentences.ts';

const priya: Actor = { kind: 'staff', name: 'Priya Natarajan', role: 'specialist-2' };
let seq = 0;
const event = (type: string, data: Record<string, unknown>, actor: Actor = priya): CaseEvent => {
  seq += 1;
  return { seq, type, at: '2026-11-25T18:00:00Z', actor, data, hash: '' };
};

const type = {
  type: 'high-consumption',
  title: 'High consumption',
  description: '',
  intakeForm: {},
  stages: [{ name: 're-read', title: 'Re-read' }],
  outcomes: [{ name: 'misread', title: 'Misread, bill corrected' }],
  tasks: [
    {
      kind: 'reread',
      title: 'Re-read the meter',
      queue: 'operations',
      form: { properties: { readOn: { title: 'Read on' } } },
    },
  ],
  happenings: [{ kind: 'customer-reply', title: 'The customer replies', form: {} }],
} satisfies CaseType;

const asked = event('task-opened', { taskId: 't1', kind: 'reread', visit: 2, queue: 'operations', facts: {} });
const written = event('message-queued', {
  messageId: 'm1',
  channel: 'email',
  template: 'high-consumption/decision',
  to: { name: 'Maria Alvarez', address: 'maria@example.org' },
});
const names = namesOf(type, [asked, written]);
const does = (one: CaseEvent) => sentenceOf(one, names).does;

describe('the timeline', () => {
  it('calls a file by its name, and a scan by its pages', () => {
    const added = event('attachment-added', { attachmentId: 'a1', name: 'sketch.pdf' });
    const told = namesOf(type, [asked, added]);
    const done = event('task-done', { taskId: 't1', kind: 'reread', outcome: { sketch: 'a1' } });
    const filed = event('scan-filed', { attachmentId: 'a1', scanId: 's1', firstPage: 2, lastPage: 4 });
    expect([added, done, filed].map((one) => sentenceOf(one, told).does)).toEqual([
      'filed “sketch.pdf” with the case',
      'completed “Re-read the meter”: sketch “sketch.pdf”',
      'filed it from a scan: pages 2 to 4',
    ]);
  });

  it('tells how a case came in, with the words of the description', () => {
    const opened = sentenceOf(event('case-opened', { channel: 'in-person', description: 'The pool is old.' }), names);
    expect(opened).toEqual({ kind: 'case', does: 'opened the case, which came in person', quote: 'The pool is old.' });
  });

  it('names tasks and stages by their titles, and a second visit as one', () => {
    expect(does(asked)).toBe('asked Operations: Re-read the meter (visit 2)');
    expect(does(event('task-returned', { taskId: 't1', reason: 'Locked gate' }))).toBe('returned “Re-read the meter”');
    expect(does(event('stage-entered', { stage: 're-read' }))).toBe('began the stage “Re-read”');
  });

  it('tells what a task found, under the titles of its form', () => {
    const done = event('task-done', {
      taskId: 't1',
      kind: 'reread',
      outcome: { reading: '4721', readOn: '2026-11-20' },
      by: 'operations',
    });
    expect(does(done)).toBe('completed “Re-read the meter”: reading 4721, read on 2026-11-20');
  });

  it('says to whom a letter went, and how its delivery went', () => {
    expect(does(written)).toBe('wrote to Maria Alvarez by e-mail: decision');
    expect(does(event('message-failed', { messageId: 'm1', reason: '550' }))).toBe(
      'could not deliver the message to Maria Alvarez',
    );
  });

  it('tells taking a case from giving it', () => {
    expect(does(event('assigned', { assignee: 'omar', queue: 'operations' }))).toBe('gave the case to omar');
    expect(does(event('assigned', { assignee: priya.name, queue: 'customer-service' }))).toBe('took the case');
    expect(does(event('assigned', { assignee: null, queue: 'water-resources' }))).toBe(
      'put the case into the queue of Water resources',
    );
  });

  it('knows of each message how its delivery stands', () => {
    expect(deliveriesOf([written]).get('m1')).toBe('queued');
    expect(deliveriesOf([written, event('message-uncertain', { messageId: 'm1' })]).get('m1')).toBe('uncertain');
  });

  it('tells a wait by what it waits for and how it ended', () => {
    const begun = event('wait-begun', { kinds: ['customer-reply', 'repair-proof'], until: '2026-12-03T17:00:00Z' });
    expect(does(begun)).toBe(
      'waits until the customer replies or repair proof, at the latest until Thu, Dec 3, 2026, 09:00 PST',
    );
    expect(does(event('wait-ended', { by: 'time', kind: null }))).toBe('stopped waiting: the time was over');
  });

  it('keeps an internal note apart from what the customer was told', () => {
    expect(sentenceOf(event('note-added', { text: 'Dog.', visibility: 'internal' }), names).kind).toBe('notes');
    expect(sentenceOf(event('note-added', { text: 'Hello.', visibility: 'customer' }), names).kind).toBe('messages');
  });

  it('names the clock, the level and everyone told by an escalation', () => {
    const raised = event('escalated', { metric: 'first-response', level: 'seventy-five', told: ['Lena', 'Ruth'] });
    expect(does(raised)).toBe('escalated the first response clock (seventy five) to Lena, Ruth');
  });

  it('tells an event that only one case type knows from its name and its data', () => {
    expect(does(event('final-notice-posted', { kind: 'adult', at: null }))).toBe(
      'recorded “final notice posted”: kind adult',
    );
  });

  it('names people by name and the rest by what they are', () => {
    expect(actorWords(priya)).toBe('Priya Natarajan');
    expect(actorWords({ kind: 'procedure', name: 'high-consumption' })).toBe('The procedure');
    expect(actorWords({ kind: 'customer', name: 'Maria' })).toBe('Maria (customer)');
  });

  it('tells what a rung of the ladder did, and why', () => {
    const clock: Actor = { kind: 'clock', name: 'clock' };
    const reason = 'escalated: resolve reached the step due';
    const raised = event('reprioritised', { priority: 'urgent', reason }, clock);
    expect(sentenceOf(raised, names)).toEqual({ kind: 'case', does: 'set the priority to urgent', quote: reason });
    const given = event('task-claimed', { taskId: 't1', assignee: 'supervisor', reason }, clock);
    expect(sentenceOf(given, names).does).toBe('gave “Re-read the meter” to supervisor');
    const taken = event('escalation-acknowledged', { metric: 'resolve', scope: null, until: '2026-11-26T18:00:00Z' });
    expect(sentenceOf(taken, names).does).toMatch(/^acknowledged the escalation of the resolve clock until /);
  });
});
