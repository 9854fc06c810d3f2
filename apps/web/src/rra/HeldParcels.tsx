import { Button, Loader } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type HeldParcel, holdsQuery } from '../api/rra.ts';
import { Empty } from '../shell/Empty.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { counted } from '../words/humanise.ts';
import { holdInWords } from './progress.ts';
import classes from './Rra.module.css';

const FIRST = 50;

/** Which parcels take no water this year, and for want of whose form; the next to be delivered to come first. */
export function HeldParcels({ formYear }: { formYear: number }) {
  const holds = useQuery(holdsQuery(formYear));
  const [all, setAll] = useState(false);
  const parcels = holds.data ?? [];
  return (
    <section className={`panel ${classes.part}`} aria-label="Parcels held">
      <h2>{holds.isSuccess ? `${counted(parcels.length, 'parcel')} held` : 'Parcels held'}</h2>
      {holds.isPending && <Loader size="sm" aria-label="Loading the parcels" />}
      {holds.isError && <Trouble error={holds.error} retry={() => void holds.refetch()} />}
      {holds.isSuccess && parcels.length === 0 && (
        <Empty title="No parcel is held" hint="Every landholder’s form is accepted, or nobody must file this year." />
      )}
      {parcels.length > 0 && <HoldTable parcels={all ? parcels : parcels.slice(0, FIRST)} />}
      {!all && parcels.length > FIRST && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setAll(true)}>
          Show all {parcels.length}
        </Button>
      )}
    </section>
  );
}

function HoldTable({ parcels }: { parcels: readonly HeldParcel[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label="Held parcels, a table that scrolls">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Parcel</th>
            <th scope="col">Acres</th>
            <th scope="col">Turnout</th>
            <th scope="col">First delivery</th>
            <th scope="col">Turnout is</th>
            <th scope="col">Held for want of</th>
          </tr>
        </thead>
        <tbody>
          {parcels.map((parcel) => (
            <HoldRow key={parcel.parcel} held={parcel} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HoldRow({ held: { parcel, acres, route, turnout, firstDeliveryOn, locked, heldFor } }: { held: HeldParcel }) {
  return (
    <tr>
      <th scope="row">{parcel}</th>
      <td className={classes.number}>{acres}</td>
      <td>{[route, turnout].filter(Boolean).join(' ') || '–'}</td>
      <td>{firstDeliveryOn ?? '–'}</td>
      <td className={classes.lock}>
        {locked ? <IconLock size={14} aria-hidden /> : <IconLockOpen size={14} aria-hidden />}{' '}
        {locked ? 'locked' : 'not locked'}
      </td>
      <td>
        <ul className="plain-list">
          {heldFor.map((want) => (
            <li key={want.landholder}>
              {want.caseNumber ? (
                <Link to="/cases/$number" params={{ number: want.caseNumber }}>
                  {want.name}
                </Link>
              ) : (
                want.name
              )}
              : {want.opened ? holdInWords(want) : 'case not opened yet'}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
