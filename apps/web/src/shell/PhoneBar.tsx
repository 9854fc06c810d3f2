import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../session/user.ts';
import classes from './Frame.module.css';
import { usePages } from './pages.ts';

/** The pages at the thumb's reach. */
export function PhoneBar() {
  const pages = usePages();
  const mayOpen = useMay('case.open');
  return (
    <nav className={classes.phone} aria-label="Pages on a phone">
      {pages.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon size={20} aria-hidden />
          {label}
        </Link>
      ))}
      {mayOpen && (
        <Link to="/new">
          <IconPlus size={20} aria-hidden />
          New
        </Link>
      )}
    </nav>
  );
}
