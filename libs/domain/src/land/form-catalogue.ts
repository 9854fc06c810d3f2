/** The RRA forms a landholder may have to file (A25). */
export const formNumbers = [
  '7-2180',
  '7-2180EZ',
  '7-2181',
  '7-2184',
  '7-2190',
  '7-2190EZ',
  '7-2191',
  '7-2194',
  '7-21TRUST',
  '7-21PE',
  '7-21FARMOP',
  '7-21VERIFY',
  '7-21XS',
  '7-21FC',
  '7-21XSINAQ',
] as const;
export type FormNumber = (typeof formNumbers)[number];

/** Who the landholder is to the forms; the recipient kind is another question (A2). */
export const holderKinds = ['individual', 'entity', 'trust', 'public-entity', 'religious', 'farm-operator'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** `certification` under the discretionary provisions, `reporting` under prior law; declarations serve both (A1). */
export type FormFamily = 'certification' | 'reporting' | 'declaration' | 'verification' | 'supplemental';

export interface FormKind {
  readonly title: string;
  readonly family: FormFamily;
  /** A standard form can later be verified as unchanged; supplements go with a standard form (A22). */
  readonly standard: boolean;
}

const standard = (family: FormFamily, title: string): FormKind => ({ family, title, standard: true });
const beside = (family: FormFamily, title: string): FormKind => ({ family, title, standard: false });

export const formCatalogue: Readonly<Record<FormNumber, FormKind>> = {
  '7-2180': standard('certification', 'Certification of individual’s landholdings'),
  '7-2180EZ': standard('certification', 'Certification of individual’s landholdings, one district'),
  '7-2181': standard('certification', 'Certification of entity’s landholdings'),
  '7-2184': standard('certification', 'Certification of religious or charitable organization’s landholdings'),
  '7-2190': standard('reporting', 'Report of individual’s landholdings'),
  '7-2190EZ': standard('reporting', 'Report of individual’s landholdings, one district'),
  '7-2191': standard('reporting', 'Report of entity’s landholdings'),
  '7-2194': standard('reporting', 'Report of religious or charitable organization’s landholdings'),
  '7-21TRUST': standard('declaration', 'Declaration of trust’s or estate’s landholdings'),
  '7-21PE': standard('declaration', 'Declaration of public entity’s landholdings'),
  '7-21FARMOP': standard('declaration', 'Declaration of farm operator information'),
  '7-21VERIFY': beside('verification', 'Verification of landholdings'),
  '7-21XS': beside('supplemental', 'Designation of excess land'),
  '7-21FC': beside('supplemental', 'Selection of full-cost land'),
  '7-21XSINAQ': beside('supplemental', 'Involuntarily acquired excess land'),
};
