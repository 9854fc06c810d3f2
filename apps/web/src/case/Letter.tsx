import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from './Case.module.css';

const short = 500;

/** What was written, its beginning first when it is long. */
export function Letter({ body }: { body: string }) {
  const [whole, setWhole] = useState(body.length <= short);
  return (
    <>
      <p data-clipped={!whole || undefined} className={classes.letter}>
        {body}
      </p>
      {body.length > short && (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </>
  );
}
