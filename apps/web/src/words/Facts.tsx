import classes from './Facts.module.css';
import { inWords } from './humanise.ts';

/** Names and values in two columns. */
export function Facts({ of: facts }: { of: readonly (readonly [title: string, value: unknown])[] }) {
  const given = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (given.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {given.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{inWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
