import { Button, Loader, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type MovePreview,
  movesQuery,
  policiesQuery,
  previewMove,
  previewUndo,
  startMove,
  startUndo,
} from '../api/rules.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { useMay } from '../session/user.ts';
import { Trouble } from '../shell/Trouble.tsx';
import classes from './Administration.module.css';
import { MoveList } from './MoveList.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { useChange } from './useChange.ts';

/** Moves running cases to another version of their policy: first what that would change, then the move, then its undo. */
export function Moves() {
  const moves = useQuery(movesQuery);
  const [undoing, setUndoing] = useState<string | null>(null);
  return (
    <>
      <NewMove />
      {moves.isError && <Trouble error={moves.error} retry={() => void moves.refetch()} />}
      {moves.data && <MoveList moves={moves.data} onUndo={setUndoing} />}
      {undoing && <UndoMove key={undoing} move={undoing} onDone={() => setUndoing(null)} />}
    </>
  );
}

function NewMove() {
  const policies = useQuery(policiesQuery).data ?? [];
  const [chosen, setChosen] = useState('');
  const [wanted, setWanted] = useState<number | null>(null);
  const [preview, setPreview] = useState<MovePreview | null>(null);
  const mayMove = useMay('rules.move');
  const policy = policies.find(({ name }) => name === chosen) ?? policies[0];
  const to = wanted ?? policy?.version ?? 1;
  const look = useChange(() => previewMove(policy?.name ?? '', to), {
    said: null,
    after: setPreview,
  });
  const move = useChange((write) => startMove(policy?.name ?? '', to, write), {
    said: 'The move is on its way',
    after: () => setPreview(null),
  });
  if (!mayMove) return <Text size="sm">Running cases are moved by the supervisor, a manager or an administrator.</Text>;
  if (!policy) return <Loader aria-label="Loading the policies" />;
  const choose = (name: string, version: number | null) => {
    setChosen(name);
    setWanted(version);
    setPreview(null);
  };
  return (
    <section className={`panel ${classes.part}`} aria-labelledby="new-move">
      <h2 id="new-move">Move running cases to a version</h2>
      <div className={classes.form}>
        <NativeSelect
          label="Policy"
          value={policy.name}
          data={policies.map(({ name }) => name)}
          onChange={(event) => choose(event.currentTarget.value, null)}
        />
        <NativeSelect
          label="To version"
          value={String(to)}
          data={policy.versions.map(({ version }) => String(version))}
          onChange={(event) => choose(policy.name, Number(event.currentTarget.value))}
        />
        <Button variant="default" onClick={() => look.mutate()} loading={look.isPending}>
          Show what would change
        </Button>
      </div>
      <Refusals of={[...look.refused, ...move.refused]} />
      {preview && (
        <PreviewTable
          preview={preview}
          act={`Move ${preview.counts.cases} cases`}
          onAct={() => move.mutate()}
          busy={move.isPending}
        />
      )}
    </section>
  );
}

function UndoMove({ move, onDone }: { move: string; onDone: () => void }) {
  const preview = useQuery({ queryKey: ['rules', 'undo', move], queryFn: () => previewUndo(move), gcTime: 0 });
  const undo = useChange((write) => startUndo(move, write), { said: 'The move is being undone', after: onDone });
  return (
    <section className={`panel ${classes.part}`} aria-labelledby="undo-move">
      <h2 id="undo-move">Undo the move</h2>
      <Text size="sm" c="dimmed">
        The very cases that were moved go back, those that still run by that version; nothing that had elapsed is lost.
      </Text>
      {preview.isPending && <Loader aria-label="Loading what the undo would change" />}
      <Refusals of={undo.refused} />
      {preview.data && (
        <PreviewTable preview={preview.data} act="Undo the move" onAct={() => undo.mutate()} busy={undo.isPending} />
      )}
    </section>
  );
}
