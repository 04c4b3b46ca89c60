// run: resolve
// What classes and traits may extend.
class Plain { }
class NoTrait extends Plain { } // error[type]: "a class can only extend traits (found 'Plain')"
trait Round extends Around { } // error[type]: "the trait 'Round' extends itself: Round"
trait Around extends Round { } // error[type]: "the trait 'Around' extends itself: Around"
