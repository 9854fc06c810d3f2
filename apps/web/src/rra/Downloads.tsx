import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { summaryHref } from '../api/rra.ts';
import { useMay } from '../session/user.ts';

/** The district's summary with its tabulations, for those who may see it. */
export function Downloads({ formYear }: { formYear: number }) {
  if (!useMay('rra.summary')) return null;
  return (
    <Button.Group>
      {(['pdf', 'csv'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={summaryHref(formYear, format)}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Summary {format.toUpperCase()}
        </Button>
      ))}
    </Button.Group>
  );
}
