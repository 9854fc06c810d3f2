import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useUser } from '../session/user.ts';
import { type QueueSearch, sameFilters } from './filters.ts';
import classes from './Queue.module.css';
import { useCount } from './useCount.ts';
import { type View, viewsOf } from './views.ts';

/** The views of the queue with what each holds now, once the list itself is there. */
export function Rail({ search, counted }: { search: QueueSearch; counted: boolean }) {
  const groups = viewsOf(useUser());
  return (
    <nav className={classes.rail} aria-label="Views">
      {groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <ul className="plain-list">
            {group.views.map((view) => (
              <ViewLink key={view.title} view={view} counted={counted} chosen={sameFilters(view.search, search)} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function ViewLink({ view, chosen, counted }: { view: View; chosen: boolean; counted: boolean }) {
  const count = useCount(view.search, counted && !view.uncounted);
  const soon = useCount({ ...view.search, clock: 'at-risk' }, counted && view.soon === true);
  const hasSome = count !== null && count !== '0';
  return (
    <li>
      <Link
        to="/queue"
        search={view.search}
        className={classes.view}
        activeProps={{ 'aria-current': undefined }}
        aria-current={chosen ? 'page' : undefined}
      >
        <span className={classes.viewTitle}>{view.title}</span>
        {view.soon && soon !== null && soon !== '0' && <span className={classes.soon}>{soon} soon</span>}
        <span className={classes.count} data-tone={hasSome ? view.tone : undefined}>
          {count ?? ''}
        </span>
      </Link>
    </li>
  );
}

/** The same views on a phone, as one list to choose from. */
export function RailSelect({ search }: { search: QueueSearch }) {
  const navigate = useNavigate();
  const groups = viewsOf(useUser());
  const views = groups.flatMap((group) => group.views);
  const chosen = views.find((view) => sameFilters(view.search, search));
  return (
    <NativeSelect
      className={classes.railSelect}
      aria-label="View"
      value={chosen?.title ?? ''}
      data={[
        ...(chosen ? [] : [{ value: '', label: 'Own filter' }]),
        ...groups.map((group) => ({ group: group.title, items: group.views.map((view) => view.title) })),
      ]}
      onChange={(event) => {
        const view = views.find(({ title }) => title === event.currentTarget.value);
        if (view) void navigate({ to: '/queue', search: view.search });
      }}
    />
  );
}
