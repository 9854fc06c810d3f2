import type { Case } from '../api/types.ts';
import { Facts } from '../words/Facts.tsx';
import type { Names } from './names.ts';

/** What the intake form said, under the titles it asked by. */
export function DetailsPanel({ subject, names }: { subject: Case; names: Names }) {
  const details = Object.entries(subject.details ?? {}).map(([name, value]) => [names.field(name), value] as const);
  if (details.length === 0 && !subject.description) return null;
  return (
    <section className="panel" aria-labelledby="details">
      <h2 id="details">Intake</h2>
      {subject.description && <p style={{ whiteSpace: 'pre-wrap', margin: '0 0 8px' }}>{subject.description}</p>}
      <Facts of={details} />
    </section>
  );
}
