import { fileTypeFromBuffer } from 'file-type';

const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const LOOKED_AT = 4100;

/** What may be said of a file when it is downloaded; anything else is bytes. None of these runs in a browser. */
const told = /^(image\/(png|jpeg|gif|webp|tiff|bmp|heic|heif|avif)|application\/(pdf|zip)|audio\/\w+|video\/\w+)$/;
const bytes = 'application/octet-stream';

/**
 * The media type that a file's first bytes speak of, whatever its sender called it. Nothing is unpacked: a ZIP, and so
 * any office document, is called a ZIP. Text of any kind, HTML and SVG too, is plain text.
 */
export async function mediaTypeOf(file: Buffer): Promise<string> {
  const start = file.subarray(0, LOOKED_AT);
  if (start.subarray(0, 4).equals(zip)) return 'application/zip';
  const found = await fileTypeFromBuffer(start).catch(() => undefined);
  if (found && told.test(found.mime)) return found.mime;
  return isText(start) ? 'text/plain; charset=utf-8' : bytes;
}

function isText(start: Buffer): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text holds none
    return !/[\u0000-\u0008\u000e-\u001f]/.test(
      new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true }),
    );
  } catch {
    return false;
  }
}
