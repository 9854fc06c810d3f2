/** What the rules of land say of a form and of the duty to file it, for readers of Spanish. */
export const landSentences: readonly (readonly [RegExp, string])[] = [
  [/^Item (.+) is blank$/, 'la casilla $1 está en blanco'],
  [/^Form (\S+) is not the landholder's form: (.+)$/, 'el formulario $1 no es el que le corresponde: $2'],
  [/^The form is of the edition (\d+), not (\d+)$/, 'el formulario es de la edición $1 y no de la de $2'],
  [/^Nobody is on record who signs for the landholder$/, 'no consta quién firma por el titular del terreno'],
  [/^your spouse has not signed$/, 'su cónyuge no ha firmado'],
  [/^(.+) has not signed$/, '$1 no ha firmado'],
  [
    /^The signature of your spouse is not by hand on the paper$/,
    'la firma de su cónyuge no está hecha a mano en el papel',
  ],
  [/^The signature of (.+) is not by hand on the paper$/, 'la firma de $1 no está hecha a mano en el papel'],
  [/^(.+) signed outside the use of the (\d+) edition$/, '$1 firmó fuera del período de uso de la edición $2'],
  [
    /^Excess land is not designated: form (\S+) is missing$/,
    'no se designa el terreno excedente: falta el formulario $1',
  ],
  [
    /^Full-cost land is not selected: form (\S+) is missing$/,
    'no se elige el terreno a costo completo: falta el formulario $1',
  ],
  [
    /^Involuntarily acquired land is not declared: form (\S+) is missing$/,
    'no se declara el terreno adquirido involuntariamente: falta el formulario $1',
  ],
  [/^The form does not report the change of (\S+)$/, 'el formulario no informa el cambio del $1'],
  [/^(\S+) excess acres are not designated$/, '$1 acres excedentes no están designados'],
  [/^(\S+) full-cost acres are not selected$/, '$1 acres a costo completo no están elegidos'],
  [
    /^(\S+) full-cost acres are not selected on the form that is verified$/,
    '$1 acres a costo completo no están elegidos en el formulario que se verifica',
  ],
  [
    /^No excess land is designated on the form that is verified$/,
    'no hay terreno excedente designado en el formulario que se verifica',
  ],
  [
    /^The selection of full-cost land binds for the water year$/,
    'la elección del terreno a costo completo obliga por todo el año de agua',
  ],
  [
    /^(\S+) nonexempt acres are (?:held|serviced for trusts and legal entities) westwide; the threshold is (\S+) acres \(.+\)$/,
    'cuentan $1 acres no exentos en todo el Oeste; el umbral es de $2 acres',
  ],
  [
    /^nothing has changed since your last standard form, so the verification suffices$/,
    'nada ha cambiado desde su último formulario estándar, así que basta la verificación',
  ],
  [
    /^a standard form is needed: there is none on file, or something has changed since$/,
    'hace falta un formulario estándar: no consta ninguno, o algo ha cambiado desde entonces',
  ],
];
