import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// Left to itself the library fetches its program from a server of others.
const program = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: readFileSync(program) as never } });

/** What a code may say to be heard: a stranger's may hold anything. */
const plain = /^[\x20-\x7e]{1,200}$/;

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  readonly pixels: Uint8ClampedArray;
}

export interface CodesSeen {
  /** The texts of the QR codes and Code 128s that were read. */
  readonly codes: string[];
  /** A QR code is there that is too torn or soiled to be read. */
  readonly damaged: boolean;
}

/** The bar codes in an image, whichever way it lies. */
export async function codesIn(image: GreyImage): Promise<CodesSeen> {
  const found = await readBarcodes(coloured(image) as never, {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    returnErrors: true,
    maxNumberOfSymbols: 16,
  });
  return {
    codes: found.filter(({ isValid, text }) => isValid && plain.test(text)).map(({ text }) => text),
    damaged: found.some(({ isValid, format }) => !isValid && format === 'QRCode'),
  };
}

/** As a browser's ImageData has it. */
function coloured({ width, height, stride, pixels }: GreyImage) {
  const data = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(data.buffer);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) words[y * width + x] = 0xff000000 | ((pixels[y * stride + x] ?? 0) * 0x010101);
  }
  return { width, height, data };
}
