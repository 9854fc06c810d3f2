import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { Answer } from '../api/request.ts';
import type { Case, CaseType } from '../api/types.ts';
import { useUser } from '../session/user.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { type ActionId, actionsFor, type PossibleAction } from './actions.ts';
import classes from './Case.module.css';
import { HappeningDialog } from './HappeningDialog.tsx';
import type { Names } from './names.ts';
import { RetypeDialog } from './RetypeDialog.tsx';
import { useCommand } from './useCommand.ts';

interface ActionBarProps {
  seen: Answer<Case>;
  type: CaseType | undefined;
  names: Names;
}

/** What may be done to the case now; what may not says why on hover and focus. */
export function ActionBar({ seen, type, names }: ActionBarProps) {
  const user = useUser();
  const [asked, setAsked] = useState<ActionId | null>(null);
  const command = useCommand(seen);
  const close = () => setAsked(null);
  const act = (id: ActionId) => {
    if (id === 'take') command.mutate({ name: 'assign', body: { assignee: user.username } }, told('The case is yours'));
    else if (id === 'resume') command.mutate({ name: 'resume', body: {} }, told('The case goes on'));
    else setAsked(id);
  };
  return (
    <fieldset className={classes.actions} aria-label="Actions">
      {actionsFor(seen.value, user).map((action) => (
        <ActionButton key={action.id} action={action} onAct={() => act(action.id)} />
      ))}
      {asked === 'happenings' && <HappeningDialog seen={seen} type={type} names={names} onClose={close} />}
      {asked === 'retype' && <RetypeDialog seen={seen} onClose={close} />}
      {asked && asked !== 'happenings' && asked !== 'retype' && asked !== 'take' && asked !== 'resume' && (
        <ActionDialog action={asked} seen={seen} type={type} names={names} onClose={close} />
      )}
    </fieldset>
  );
}

function ActionButton({ action, onAct }: { action: PossibleAction; onAct: () => void }) {
  const { label, whyNot, id } = action;
  const button = (
    <Button
      size="xs"
      variant={id === 'resolve' ? 'filled' : 'default'}
      // Not `disabled`: the reason has to be reachable by keyboard and hover.
      aria-disabled={whyNot ? true : undefined}
      data-disabled={whyNot ? true : undefined}
      onClick={(event) => (whyNot ? event.preventDefault() : onAct())}
    >
      {label}
    </Button>
  );
  return whyNot ? (
    <Tooltip label={whyNot} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

const told = (message: string) => ({
  onSuccess: () => void notifications.show({ message }),
  onError: (error: unknown) =>
    void notifications.show({
      color: 'red',
      message: error instanceof Problem ? error.message : 'It was not done. Try again.',
    }),
});
