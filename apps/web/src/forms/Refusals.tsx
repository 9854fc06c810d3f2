import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** What the API refused that belongs to no field of the form, said where the person looks. */
export function Refusals({ of: refusals }: { of: readonly string[] }) {
  if (refusals.length === 0) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />} variant="outline">
      {refusals.map((refusal) => (
        <div key={refusal}>{refusal}</div>
      ))}
    </Alert>
  );
}
