// run: resolve
// Near misses of names of other modules.
module Geometry {
  function Area(n: int): int { n * n }
  datatype Angle = Right | Other(degrees: int)
  const Sides := 4
}

module User {
  import Geometry
  method Use(n: int, a: Geometry.Angel) returns (r: int) {  // error[unresolved] hint: "did you mean 'Angle'?"
    r := Geometry.Aera(n);  // error[unresolved] hint: "did you mean 'Area'?"
    r := Geometri.Area(n);  // error[unresolved] hint: "did you mean 'Geometry'?"
    r := Geometry.Sidse;  // error[unresolved] hint: "did you mean 'Sides'?"
  }
}

module Opener {
  import opened Geometry
  method Use() returns (r: int) {
    r := Aera(3);  // error[unresolved] hint: "did you mean 'Area'?"
    var a: Angel;  // error[unresolved] hint: "did you mean 'Angle'?"
  }
}
