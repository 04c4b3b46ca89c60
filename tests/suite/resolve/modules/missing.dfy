// run: resolve
// The first name of an import is looked up outwards.
module A { module Inner { } }
module B {
  import C                   // error[unresolved]: "module C does not exist"
  import Inner               // error[unresolved]: "module Inner does not exist"
  import I = Other.Inner     // error[unresolved]: "module Other does not exist (position 0 in path Other.Inner)"
}
