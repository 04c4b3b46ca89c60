// Include directives stand in front of everything else.
include "../verify/includes/circle_odd.dfy"

module M {
  include "../verify/includes/circle_odd.dfy" // error[syntax]: "include directives come before all declarations"
}

const c: int := 1

include "../verify/includes/circle_even.dfy" // error[syntax]
