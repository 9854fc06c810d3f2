import { Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './Papers.module.css';
import type { Upload, Uploads } from './uploads.ts';

interface DropZoneProps<T> {
  uploads: Uploads<T>;
  label: string;
  /** What may be sent, in words. */
  hint: string;
  accept?: string;
  children?: ReactNode;
}

/** Files are dropped here or chosen by the button; what is on its way is told below. */
export function DropZone<T>({ uploads, label, hint, accept, children }: DropZoneProps<T>) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void uploads.send(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everybody's
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <Group gap="xs">
        <FileButton multiple {...(accept ? { accept } : {})} onChange={(files) => void uploads.send(files)}>
          {(button) => (
            <Button {...button} size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
              {label}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      </Group>
      <UploadList uploads={uploads} />
    </div>
  );
}

function UploadList<T>({ uploads }: { uploads: Uploads<T> }) {
  if (uploads.under.length === 0) return null;
  return (
    <ul className={`plain-list ${classes.uploads}`} aria-label="On their way">
      {uploads.under.map((upload) => (
        <li key={upload.key}>
          <span className={classes.name}>{upload.file.name}</span>
          {upload.fault ? (
            <Fault upload={upload} uploads={uploads} />
          ) : (
            <Progress value={upload.progress * 100} size="sm" aria-label={`Sending ${upload.file.name}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Fault<T>({ upload, uploads }: { upload: Upload; uploads: Uploads<T> }) {
  return (
    <Group gap="xs" role="alert">
      <IconAlertTriangle size={15} aria-hidden />
      <span className={classes.fault}>{upload.fault}</span>
      {upload.again && (
        <Button size="compact-xs" variant="default" onClick={() => void uploads.retry(upload)}>
          Try again
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={`Dismiss ${upload.file.name}`}
        onClick={() => uploads.dismiss(upload)}
      >
        Dismiss
      </Button>
    </Group>
  );
}
