// run: resolve
// Functions that take no objects could still be given more by way of what they know: constants hold none.
class Holder {
  const f: nat -> nat // error[unsupported]: "constant fields that may hold functions are not supported yet"
  constructor (g: nat -> nat) {
    f := g;
  }
}
