// run: resolve
// Where a declaration should start stands a word of another language.
lemma Between1() { }
def Twice(n: int): int { 2 * n }  // error[syntax] hint: "write 'method' for what has statements, 'function' for what is an expression"

lemma Between2() { }
fn Thrice(n: int) { }  // error[syntax] hint: "write 'method' for what has statements, 'function' for what is an expression"

lemma Between3() { }
void Show(n: int) { }  // error[syntax] hint: "write 'method Show(…)': without results there is no 'returns'"

lemma Between4() { }
int Half(n: int) { }  // error[syntax] hint: "write 'method Half(…) returns (r: int)'"

lemma Between5() { }
List<Integer> Sort(n: int) { }  // error[syntax] hint: "write 'method Sort(…) returns (r: seq<int>)'"

lemma Between6() { }
public method Open() { }  // error[syntax] hint: "leave out 'public': there is no such modifier"

lemma Between7() { }
private function Closed(n: int): int { n }  // error[syntax] hint: "leave out 'private': there is no such modifier"

lemma Between8() { }
theorem Zero(n: int) ensures n * 0 == 0 { }  // error[syntax] hint: "what is to be proved is a 'lemma'"

lemma Between9() { }
enum Colour { Red, Green }  // error[syntax] hint: "write 'datatype Colour = First | Second'"

lemma Between10() { }
struct Point { }  // error[syntax] hint: "write 'datatype Point = Point(x: int, y: int)'"

lemma Between11() { }
package Shapes { }  // error[syntax] hint: "write 'module Shapes { … }'"

lemma Between12() { }
let Limit = 10  // error[syntax] hint: "write 'const'"

lemma Between13() { }
typedef Number = int  // error[syntax] hint: "write 'type Name = int'"

lemma Between14() { }
using Shapes;  // error[syntax] hint: "write 'import' for a module, 'include' for a file"

lemma Between15() { }
double :: int  // error[syntax] hint: "write 'function double(x: int): int { … }'"

lemma Between16() { }
# a comment of Python  // error[syntax] hint: "a comment starts with '//'"

lemma Between17() { }
-- a comment of Haskell  // error[syntax] hint: "a comment starts with '//'"

lemma Between18() { }
#include "shapes.h"  // error[syntax] hint: "write 'include' without '#', and the path of a .dfy file" error[syntax]: "include directives come before all declarations"

lemma Between19() { }
requires n > 0  // error[syntax] hint: "clauses stand between the head and the body: move this before the '{'"

lemma Between20() { }
mthod Spelled(n: int) { }  // error[syntax] hint: "did you mean 'method'?"

lemma Between21() { }
fucntion Wrong(n: int): int { n }  // error[syntax] hint: "did you mean 'function'?"

lemma Between22() { }
leema Sum(n: int) { }  // error[syntax] hint: "did you mean 'lemma'?"

lemma Between23() { }
count := 10;  // error[syntax] hint: "statements stand in the body of a method"

lemma Between24() { }
print "at the top";  // error[syntax] hint: "statements stand in the body of a method"

lemma Between25() { }
method Done() { };  // error[syntax] hint: "no ';' stands behind a declaration"

lemma Between26() { }
method Late(n: int) returns (r: int) { r := n; }
ensures r == n  // error[syntax] hint: "clauses stand between the head and the body: move this before the '{'"

lemma Between27() { }
datatype Suit = Hearts, Spades  // error[syntax] hint: "constructors are separated by '|'"

lemma Between28() { }
datatype Fruit := Apple | Pear  // error[syntax] hint: "write '=' behind the name of a type"
