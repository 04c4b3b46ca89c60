// run: resolve
// What modules of Daphnia are not.
module A {
  export provides x          // error[unsupported]: "export sets are not part of Daphnia's language"
  const x := 1
}
module B refines A { }       // error[unsupported]: "refinement of modules is not part of Daphnia's language"
abstract module C { }
module D {
  import Y : A               // error[unsupported]: "abstract imports are not part of Daphnia's language"
}
replaceable module E { }     // error[unsupported]: "replaceable modules are not part of Daphnia's language"
module {:options "--quantifier-syntax:4", "--function-syntax:3"} F { } // error[unsupported]: "the attribute {:options} on modules is not supported yet"
module {:options "--function-syntax:4", "/quantifierSyntax:4"} F4 { }
module {:extern} G { }       // error[unsupported]: "the attribute {:extern} is not supported yet"
module {:verify false} H { } // error[unsupported]: "the attribute {:verify} on modules is not supported yet"
