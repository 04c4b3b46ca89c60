// run: resolve
// @Name(e) before a declaration is {:name e}, or is refused.
@Verify(false)
method Skipped() { assert false; }

@Axiom
lemma Given(n: nat)

@TimeLimit(10)
@Fuel(2)
function Twice(x: int): int { 2 * x }

@NativeUInt8
newtype Byte = x: int | 0 <= x < 256

@Options("--function-syntax:4")
module Inner { }

@Print
@Compile(false)
@IsolateAssertions
method Passed() { }

@Extern                             // error[unsupported]: "the attribute @Extern is not supported yet"
method Foreign()

@Verify.Twice(false)                // error[unsupported]: "the attribute @Verify.Twice is not supported yet"
method Qualified() { }

@verify(false)                      // error[unsupported]: "the attribute @verify is not supported yet" hint: "did you mean '@Verify'?"
method Small() { }

@TimLimit(3)                        // error[unsupported]: "the attribute @TimLimit is" hint: "did you mean '@TimeLimit'?"
method Misspelt() { }

@Synthesize                         // error[unsupported]: "the attribute @Synthesize is not supported yet"
method Made()

@AutoRequires                       // error[unsupported]: "the attribute @AutoRequires is not supported yet"
function Required(x: int): int { 1 }

@Fuel(low := 3)                     // error[unsupported]: "arguments of @Fuel that have names, or name a function, are not supported yet"
function Named(x: int): int { x }

@TimeLimit(seconds := 3)            // error[unsupported]: "arguments of @TimeLimit that have names, or name a function, are not supported yet"
lemma Other() { }

@NativeUInt8                        // error[unsupported]: "the attribute @NativeUInt8 is not supported yet"
datatype Wrong = Wrong

@UnheardDatatype                            // error[unsupported]: "the attribute @UnheardDatatype is not supported yet"
datatype Unknown = Unknown

@UnheardSubset                            // error[unsupported]: "the attribute @UnheardSubset is not supported yet"
type Subset = x: int | x > 0 witness 1

@UnheardAbstract                            // error[unsupported]: "the attribute @UnheardAbstract is not supported yet"
type Abstract

@UnheardSynonym                            // error[unsupported]: "the attribute @UnheardSynonym is not supported yet"
type Synonym = int

@UnheardConstant                            // error[unsupported]: "the attribute @UnheardConstant is not supported yet"
const Number := 3

@VerifyOnly                         // error[unsupported]: "the attribute @VerifyOnly on modules is not supported yet"
module Only { }

type {:extern} Linked               // error[unsupported]: "the attribute {:extern} is not supported yet"
