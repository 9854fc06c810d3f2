import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyProps {
  title: string;
  hint?: ReactNode;
  children?: ReactNode;
  /** 1 where it is all that the page shows. */
  order?: 1 | 2;
}

/** Nothing to show: says so, and what to do next. */
export function Empty({ title, hint, children, order = 2 }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <Title order={order} size="h2">
        {title}
      </Title>
      {hint && (
        <Text c="dimmed" size="sm" maw={460}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}
