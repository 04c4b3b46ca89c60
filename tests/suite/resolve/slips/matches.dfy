// run: resolve
// Cases as other languages write them.
datatype Color = Red | Green

function WithoutCase(c: Color): int { match c { Red => 1, Green => 2 } }  // error[syntax] hint: "every case starts with 'case'"

function WithBars(c: Color): int { match c { | Red => 1 | Green => 2 } }  // error[syntax] hint: "every case starts with 'case'"

function WithCommas(c: Color): int { match c { case Red => 1, case Green => 2 } }  // error[syntax] hint: "leave out the ','"

function LastComma(c: Color): int { match c case Red => 1 case Green => (2), }  // error[syntax] hint: "leave out the ','"

method Statements(c: Color) {
  match c {
    case Red => print 1, case Green => print 2;  // error[syntax] hint: "a statement ends with ';', and no ',' stands between the cases"
  }
}
