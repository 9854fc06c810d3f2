import { age, fullTime } from './time.ts';
import { useNow } from './useNow.ts';

/** How long ago, with the exact time on hover. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fullTime(at)} style={{ whiteSpace: 'nowrap' }}>
      {age(at, useNow())}
    </time>
  );
}
