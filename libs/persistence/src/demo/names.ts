/** What the people, places and firms of a county between coast range and valley might be called. */
const list = (names: string): readonly string[] => names.split(';').map((name) => name.trim());

export const givenNames = list(`
  Maria; José; Robert; Linda; Guadalupe; Juan; Patricia; Michael; Rosa; David; Elena; Thuy; Wei; Manpreet;
  Daniel; Teresa; Miguel; Susan; Antonio; Karen; Luis; Esperanza; William; Nancy; Carlos; Joyce; Francisco;
  Hannah; Arturo; Grace; Rubén; Alice; Sergio; Donna; Minh; Priya; Thomas; Yolanda
`);

export const familyNames = list(`
  Garcia; Silva; Hernández; Johnson; Tran; Martínez; Bettencourt; Lee; González; Brown; Nguyen; Ramírez;
  Gill; Smith; Castro; Pereira; Davis; Morales; Wilson; Rivera; Avila; Chen; Ortega; Miller; Pacheco;
  Sandoval; Anderson; Cardoza; Vásquez; Taylor; Núñez; Kim; Borges; Clark; Dhillon; Mendoza; Young
`);

export const streets = list(`
  Alder Street; San Benito Way; Cienega Road; Buena Vista Road; Oak Grove Drive; Mission Vineyard Lane;
  Fremont Way; Sunnyslope Road; Santa Ana Road; Los Altos Drive; Ridgemark Court; Walnut Avenue;
  Apricot Lane; Valley View Road; Nash Road; Union Road; Fairview Road; Orchard Lane; Hillcrest Road;
  Memorial Drive; Park Street; Prune Street
`);

export const farmRoads = list(`
  Pacheco Pass Highway; Lone Tree Road; Shore Road; Wright Road; Frazier Lake Road; Comstock Road;
  Quien Sabe Road; Southside Road; Fallon Road; San Felipe Road; Bolsa Road; Orchard Road
`);

export const towns = list(`
  Rancho Alamo, CA 95024; San Ysidro, CA 95043; Tres Alisos, CA 95075; Paicines Grove, CA 95043
`);

export const shops = list(`
  Laundry; Bakery; Market; Auto Body; Veterinary Clinic; Taquería; Nursery; Inn; Dental Group; Car Wash;
  Dry Cleaners; Cold Storage; Fitness; Preschool; Cannery Lofts
`);

export const farms = list(`
  Farms; Orchards; Ranch; Vineyards; Berry Farms; Organic Produce; Land & Cattle; Seed Company
`);
