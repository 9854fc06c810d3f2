import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Board.module.css';
import { type BoardPart, listOf, type NamedFigure } from './figures.ts';

/** One heading of the board: each figure with its share as a bar, what it was before, and the way to its list. */
export function BoardPanel({ part, wide }: { part: BoardPart; wide: boolean }) {
  const most = Math.max(1, ...part.figures.map(({ value }) => Number(value) || 0));
  return (
    <section className={`panel ${classes.part}`} aria-label={part.title} data-wide={wide || undefined}>
      <h2>{part.title}</h2>
      <ul className={wide ? `plain-list ${classes.tiles}` : 'plain-list'}>
        {part.figures.map((figure) => (
          <li key={figure.title}>
            <ToList figure={figure} className={wide ? classes.tile : classes.row}>
              <span className={classes.label}>{figure.title}</span>
              {!wide && (
                <span
                  className={classes.bar}
                  style={{ backgroundSize: `${((Number(figure.value) || 0) / most) * 100}% 100%` }}
                  aria-hidden
                />
              )}
              <span className={classes.value}>{figure.value ?? '–'}</span>
              {figure.before !== null && <span className={classes.before}>before: {figure.before}</span>}
            </ToList>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToList({
  figure,
  className,
  children,
}: {
  figure: NamedFigure;
  className: string | undefined;
  children: ReactNode;
}) {
  const list = figure.query ? listOf(figure.query) : null;
  if (!list) return <div className={className}>{children}</div>;
  return (
    <Link to={list.to} search={list.search} className={className}>
      {children}
    </Link>
  );
}
