const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    CCF: 'CCF (hundred cubic feet)',
    gal: 'gallons',
    kgal: 'thousand gallons',
    ft3: 'cubic feet',
    AF: 'acre-feet',
    acres: 'acres',
  },
  es: {
    CCF: 'CCF (cien pies cúbicos)',
    gal: 'galones',
    kgal: 'mil galones',
    ft3: 'pies cúbicos',
    AF: 'acre-pies',
    acres: 'acres',
  },
};

/** A unit of measure in words; a unit without a word stands as it is. */
export const unitName = (unit: string, language: string): string => names[language]?.[unit] ?? names.en?.[unit] ?? unit;
