import { Button, Center, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { signIn } from '../api/session.ts';
import { Refusals } from '../forms/Refusals.tsx';
import { Mark } from '../shell/Mark.tsx';
import { nowAtTheDesk } from '../shell/queryClient.ts';

export function SignInPage() {
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    onSuccess: (user) => nowAtTheDesk(client, user),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate();
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <form className="panel" onSubmit={submit} style={{ width: 360, padding: 28 }}>
        <Stack>
          <Group gap="xs">
            <Mark />
            <Title order={1}>Headgate</Title>
          </Group>
          <Text size="sm" c="dimmed">
            The district’s customer office. Sign in with your staff name.
          </Text>
          <TextInput
            label="Username"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusals of={entering.error ? [sayWhy(entering.error)] : []} />
          <Button type="submit" loading={entering.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Center>
  );
}

function sayWhy(error: unknown): string {
  if (error instanceof Problem && error.status === 401) return 'The username or the password is wrong.';
  return error instanceof Problem ? error.message : 'Signing in failed. Try again.';
}
