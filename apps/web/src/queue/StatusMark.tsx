import { Badge } from '@mantine/core';
import type { CaseStatus } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';
import classes from './Queue.module.css';

export function StatusMark({ status }: { status: CaseStatus }) {
  return (
    <Badge className={classes.status} data-status={status} tt="none" radius="sm" variant="default">
      {humanise(status)}
    </Badge>
  );
}
