import type { Folds } from './fold.ts';

/** Water refused to the land, and the charge on its way to the county's list. */
export const lienFolds: Folds = {
  'water-refused': (c) => {
    c.refused = true;
  },
  'water-accepted': (c) => {
    c.refused = false;
  },
  'lien-tied-out': (c, { amount, on }) => {
    c.lien = { tiedOut: amount, tiedOutOn: on };
  },
  'lien-owner-told': (c, { on }) => {
    c.lien.ownerToldOn = on;
  },
  'lien-resolved': (c, { on }) => {
    c.lien.resolvedOn = on;
  },
  'lien-listed': (c, { on }) => {
    c.lien.listedOn = on;
  },
  'lien-released': (c) => {
    c.lien.released = true;
  },
};
