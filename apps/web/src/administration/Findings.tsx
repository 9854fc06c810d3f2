import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Finding, findingsQuery } from '../api/rules.ts';
import classes from './Administration.module.css';

/** What the linter has to say of a policy or a calendar; nothing where it has nothing to say. */
export function Findings({ of, name }: Pick<Finding, 'of' | 'name'>) {
  const found = useQuery(findingsQuery).data?.filter((finding) => finding.of === of && finding.name === name) ?? [];
  if (found.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={`What the linter finds in ${name}`}>
      {found.map(({ level, path, message }) => (
        <li key={`${path} ${message}`} className={classes.finding} data-level={level}>
          {level === 'error' ? <IconCircleX size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
          <span>
            {level === 'error' ? 'Error' : 'Warning'} at <code>{path}</code>: {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
