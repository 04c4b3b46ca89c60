// What people write who know another language, and what it is here. The first row that fits speaks.
#include "parse/slip_table.h"

#include <array>

namespace daphnia::parse {

namespace {

using enum SlipPlace;

constexpr const char* kMethodOrFunction =
    "write 'method' for what has statements, 'function' for what is an expression";
constexpr const char* kLemma = "what is to be proved is a 'lemma'";
constexpr const char* kComment = "a comment starts with '//'";
constexpr const char* kInclude = "write 'include' without '#', and the path of a .dfy file";
constexpr const char* kClausesInHead = "clauses stand between the head and the body: move this before the '{'";
constexpr const char* kInvariant = "an invariant stands between the head of a loop and its '{'";
constexpr const char* kNoSemicolon = "no ';' stands behind a declaration";
constexpr const char* kInMethods = "statements stand in the body of a method";
constexpr const char* kReturns = "results have names: write 'returns (r: {0})'";
constexpr const char* kNameFirst = "the name comes first: '{1}: {0}'";
constexpr const char* kNoExceptions = "there are no exceptions: return a value that says what went wrong";
constexpr const char* kMatch = "write 'match x { case 1 => …  case _ => … }'";
constexpr const char* kPatternArrow = "write '=>' behind a pattern";
constexpr const char* kCases = "every case starts with 'case'";
constexpr const char* kBraces = "a body stands in braces: '{ … }'";
constexpr const char* kCounter = "write 'for {0} := {1} to {3}': it counts by itself, up to {3} - 1";
constexpr const char* kForTo = "write 'for i := 0 to n': it counts by itself, up to n - 1";
constexpr const char* kForEach = "write 'for i := 0 to |{1}|', and '{1}[i]' for '{0}'";
constexpr const char* kForRange = "write 'for {0} := {1} to {2}'";
constexpr const char* kPrint = "write 'print e;'";
constexpr const char* kDifferent = "'different from' is written '!='";
constexpr const char* kColons = "write '::' behind the variables: 'forall i :: …'";
constexpr const char* kLetIn = "write 'var {0} := …;' before the expression";
constexpr const char* kIfThenElse = "an expression is written 'if … then … else …', without braces";
constexpr const char* kNewArray = "write 'new int[] [1, 2, 3]'";
constexpr const char* kNewVar = "write 'var {1}: {0}'";

constexpr std::array kDeclarations = {
    // ---- where a declaration starts
    Slip{AfterBody, "} @;", kNoSemicolon},
    Slip{AfterBody, "} @requires,ensures,modifies,reads,decreases", kClausesInHead},
    Slip{AfterBody, "} @invariant", kInvariant},
    Slip{AfterBody, "} @catch,except,finally", kNoExceptions},
    Slip{Declaration, "@NAME ::", "write 'function {0}(x: int): int { … }'"},
    Slip{Declaration, "@# include", kInclude},
    Slip{Anywhere, "include @NAME . NAME", "a path stands in quotes: 'include \"{0}.{1}\"'"},
    Slip{Anywhere, "include @ANY", "a path stands in quotes: 'include \"file.dfy\"'"},
    Slip{Declaration, "@#", kComment},
    Slip{Declaration, "@- ~ -", kComment},
    Slip{Declaration, "@public,private,protected,internal,final,virtual,override,extern,inline,async,partial,pub",
         "leave out '{w}': there is no such modifier"},
    Slip{Declaration, "@def,fn,fun,func,proc,procedure,sub,routine,define", kMethodOrFunction},
    Slip{Declaration, "@void NAME", "write 'method {0}(…)': without results there is no 'returns'"},
    Slip{Declaration, "@theorem,proposition,corollary,axiom,fact NAME", kLemma},
    Slip{Declaration, "@enum,data NAME", "write 'datatype {0} = First | Second'"},
    Slip{Declaration, "@struct,record,union NAME", "write 'datatype {0} = {0}(x: int, y: int)'"},
    Slip{Declaration, "@package,namespace NAME", "write 'module {0} { … }'"},
    Slip{Declaration, "@using,from,use,open,require", "write 'import' for a module, 'include' for a file"},
    Slip{Declaration, "@typedef", "write 'type Name = int'"},
    Slip{Declaration, "@let,val", "write 'const'"},
    Slip{Declaration, "@requires,ensures,modifies,reads,decreases",
         "clauses stand behind the head of the declaration that they belong to"},
    Slip{Declaration, "@invariant", kInvariant},
    Slip{Declaration, "@if,while,for,print,assert,return,assume,match", kInMethods},
    Slip{Declaration, "@NAME :=", kInMethods},
    Slip{Declaration, "@NAME ( … ) ;", kInMethods},
    Slip{Declaration, "@;", kNoSemicolon},

    // ---- datatypes and types
    Slip{Anywhere, "datatype,type NAME @NAME", "type parameters stand in '<' and '>': '{0}<{1}>'"},
    Slip{Anywhere, "datatype NAME @{", "write 'datatype {0} = First | Second', without braces"},
    Slip{Anywhere, "datatype NAME = @{", "write 'datatype {0} = First | Second', without braces"},
    Slip{Ended, "datatype NAME = … @,", "constructors are separated by '|'"},
    Slip{Anywhere, "datatype,type NAME @:=", "write '=' behind the name of a type"},

    // ---- results
    Slip{MethodHead, "lemma NAME ( … ) @:", "what a lemma says stands behind 'ensures'"},
    Slip{MethodHead, ") @: (", "write 'returns' in place of ':'"},
    Slip{MethodHead, ") @:,->,=> TYPE", kReturns},
    Slip{MethodHead, "returns @NAME : TYPE", "results stand in parentheses: 'returns ({0}: {1})'"},
    Slip{MethodHead, "returns @TYPE", kReturns},
    Slip{MethodHead, "returns ( @TYPE )", kReturns},
    Slip{MethodHead, "returns ( NAME @)", kReturns},
    Slip{FunctionHead, ") @returns ( NAME : TYPE )",
         "a function has one result: write ': {1}', or ': ({0}: {1})' with a name"},
    Slip{FunctionHead, ") @->,=>,returns,return TYPE", "write ': {0}'"},
    Slip{FunctionHead, ") : TYPE @=,:=,=>", kBraces},
    Slip{MethodHead, ") @=", kBraces},

    // ---- parameters
    Slip{Head, "(,, @var,val,final,ref,out,mut,const NAME", "leave out '{w}': parameters have only a name and a type"},
    Slip{Head, "(,, final,ref,out,mut,val,inout,byval @NAME", "parameters have only a name and a type"},
    Slip{Head, "(,, @TYPE NAME", kNameFirst},
    Slip{Head, "(,, @TYPE *,& NAME", kNameFirst},
    Slip{Head, "(,, TYPE @NAME", kNameFirst},
    Slip{Head, "(,, TYPE NAME", kNameFirst},
    Slip{Head, "(,, NAME @TYPE", "write '{0}: {1}'"},
    Slip{Head, "(,, NAME @),,", "every parameter has a type: '{0}: int'"},
    Slip{Head, "method,lemma,function,predicate NAME ( @NUMBER",
         "a parameter has a name and a type; 'if' or 'match' in the body asks for its value"},
    Slip{Head, ": TYPE @=> TYPE", "the type of a function is written '{0} -> {1}'"},
    Slip{Head, "(,, NAME @=,:=", "every parameter has a type: '{0}: int := …'"},
    Slip{Head, "method,lemma,function,predicate NAME @{,:,returns,requires,ensures,=",
         "a declaration has parentheses, also without parameters: '{0}()'"},

    // ---- clauses
    Slip{Head, "@pre,precondition,assumes,given,expects", "a precondition is written 'requires'"},
    Slip{Head, "@post,postcondition,guarantees,promises", "a postcondition is written 'ensures'"},
    Slip{Head, "@variant,measure,termination", "a measure is written 'decreases'"},
    Slip{Head, "@assigns,writes,assignable,modify,changes", "what may change is written 'modifies'"},
    Slip{Head, "@accesses,accessible", "what is read of the heap is written 'reads'"},
    Slip{Head, "@invariant", kInvariant},
    Slip{Head, "@throws,raises,signals", kNoExceptions},
    Slip{Head, "@begin", kBraces},
    Slip{Head, "requires,ensures,modifies,reads,decreases @:", "leave out the ':'"},
    Slip{Head, "ensures,requires … @,", "write '&&', or a clause of its own for each"},
    Slip{Head, "@;", "no ';' stands behind the head"},
};

constexpr std::array kStatements = {
    // ---- variables
    Slip{Statement, "^ NAME @: TYPE", "write 'var {0}: {1}'"},
    Slip{Statement, "^ let @mut,var NAME", "write 'var {0} := …;'"},
    Slip{MethodBody, "^ let,val,auto,my,local,mut,dim,final @NAME", "write 'var {0} := …;'"},
    Slip{Statement, "@const NAME", "in a body write 'var {0} := …;'"},
    Slip{Statement, "@const TYPE NAME", "in a body write 'var {1}: {0} := …;'"},
    Slip{MethodBody, "^ final,let,val,static @TYPE NAME", kNewVar},
    Slip{MethodBody, "var @TYPE NAME", "the name comes first: 'var {1}: {0}'"},
    Slip{MethodBody, "var TYPE @NAME", "the name comes first: 'var {1}: {0}'"},
    Slip{MethodBody, "^ foreach,each @NAME in NAME", kForEach},
    Slip{MethodBody, "^ foreach,each … @ANY", "write 'for i := 0 to |s|', and 's[i]' for the element"},

    Slip{Statement, "^ @TYPE NAME :=,= EXPR ;", "write 'var {1}: {0} := {2};'"},
    Slip{Statement, "^ @TYPE NAME", kNewVar},

    // ---- assignments
    Slip{Statement, "@+ ~ +", "write '{s} := {s} + 1;'"},
    Slip{Statement, "@- ~ -", "write '{s} := {s} - 1;'"},
    Slip{Statement, "@+,-,*,/,%,&&,||,&,|,^ ~ = EXPR ;", "write '{s} := {s} {w} {0};'"},
    Slip{Statement, "@+,-,*,/,%,&&,||,&,|,^ ~ =", "write '{s} := {s} {w} …;'"},
    Slip{Statement, "^ NAME @< ~ -", "an assignment is written ':='"},

    // ---- branches
    Slip{MethodBody, "^ elif,elsif,elseif,elsif,ELSEIF … @ANY", "write 'else if'"},
    Slip{MethodBody, "^ switch,select … @ANY", kMatch},
    Slip{MethodBody, "case NUMBER,STRING,NAME @:,->", kPatternArrow},
    Slip{MethodBody, ", @case", "a statement ends with ';', and no ',' stands between the cases"},
    Slip{Anywhere, "=> … @, case,}", "leave out the ',': nothing stands between the cases"},
    Slip{MethodBody, "default @:,=>,->", "write 'case _ =>'"},
    Slip{MethodBody, "^ unless … @ANY", "write 'if !(…)'"},
    Slip{Block, "@then", "in a statement the branches stand in braces: 'if … { … } else { … }'"},

    // ---- loops
    Slip{MethodBody, "for @( var,int,let,auto,long,nat NAME :=,= EXPR ; NAME < EXPR ;", kCounter},
    Slip{MethodBody, "for @( NAME :=,= EXPR ; NAME < EXPR ;", kCounter},
    Slip{MethodBody, "for NAME :=,= EXPR @; NAME < EXPR ;", kCounter},
    Slip{MethodBody, "for @( … ;", kForTo},
    Slip{MethodBody, "for NAME :=,= EXPR @;", kForTo},
    Slip{MethodBody, "for @( var,int,let,auto,nat NAME in,: NAME )", kForEach},
    Slip{MethodBody, "for @( NAME in NAME )", kForEach},
    Slip{MethodBody, "for @(", "write 'for i := 0 to n', without parentheses"},
    Slip{MethodBody, "for @var,int,let,nat NAME", "write 'for {0} := 0 to n'"},
    Slip{MethodBody, "for NAME := EXPR @.. NAME,NUMBER", kForRange},
    Slip{MethodBody, "for NAME := EXPR @..", "write 'to' in place of '..'"},
    Slip{MethodBody, "for NAME := EXPR @until,upto,til", "write 'to' (what stands behind it is not reached)"},
    Slip{MethodBody, "for NAME @in range ( NAME,NUMBER )", "write 'for {0} := 0 to {1}'"},
    Slip{MethodBody, "for NAME @in range ( EXPR , NAME,NUMBER )", kForRange},
    Slip{MethodBody, "for NAME @in EXPR .. NAME,NUMBER", kForRange},
    Slip{MethodBody, "for NAME @in NAME", kForEach},
    Slip{MethodBody, "for NAME @in,from,=", "write 'for {0} := 0 to n'"},
    Slip{MethodBody, "^ do @{", "there is no 'do': write 'while', and what runs first before it"},
    Slip{MethodBody, "do @ANY", "leave out 'do': a body stands in braces"},
    Slip{MethodBody, "for … step,by @ANY", "a 'for' counts by 1: write a 'while' loop for other steps"},
    Slip{MethodBody, "^ repeat,loop,forever … @ANY", "write 'while true'"},
    Slip{MethodBody, "^ until … @ANY", "write 'while !(…)'"},
    Slip{MethodBody, "loop_invariant,maintaining,maintains,inv,loopinvariant @ANY", "write 'invariant'"},
    Slip{MethodBody, "variant,measure,decreasing @ANY", "write 'decreases'"},

    // ---- clauses at the wrong place
    Slip{Statement, "@invariant", kInvariant},
    Slip{Statement, "@decreases", "a measure stands between the head and the '{', of a loop or a declaration"},
    Slip{Statement, "@requires,ensures,reads,modifies", kClausesInHead},

    // ---- other statements
    Slip{MethodBody, "^ forall … @::", "a 'forall' statement is written 'forall i | 0 <= i < n { … }'"},
    Slip{MethodBody, "^ induction @NAME", "a proof by induction is a lemma that calls itself for something smaller"},
    Slip{MethodBody, "^ throw,raise,try,catch,except,finally … @ANY", kNoExceptions},
    Slip{MethodBody, "^ println,printf,puts,echo,write,writeln,putStrLn,display,say @ANY", kPrint},
    Slip{MethodBody, "^ cout @<", kPrint},
    Slip{Statement, "^ print … @STRING", "write ',' between the values"},
    Slip{Statement, "^ print STRING @NAME,NUMBER,(", "write ',' between the values"},
    Slip{Statement, "^ assert … @,", "an assertion has no message; 'expect e, m;' has one, and is tested when it runs"},
    Slip{MethodBody, "^ begin … @ANY", "a block stands in braces: '{ … }'"},
    Slip{Statement, "} @;", "no ';' stands behind '}'"},
    Slip{Statement, "{ @;", "leave out the ';': a block may be empty"},
    Slip{Statement, "; @;", "one ';' is enough"},
    Slip{MethodBody, "new TYPE @{", kNewArray},
    Slip{MethodBody, "[ ] @{", kNewArray},
    Slip{Anywhere, "@if EXPR else", "write 'if … then … else …'"},
};

constexpr std::array kExpressions = {
    // ---- comparisons and connectives
    Slip{Anywhere, "@= ~ <", "'at most' is written '<='"},
    Slip{Anywhere, "@= ~ / ~ =", kDifferent},
    Slip{Anywhere, "== ~ @=", "equality is written '=='"},
    Slip{Anywhere, "!= ~ @=", kDifferent},
    Slip{Anywhere, "< ~ @>", kDifferent},
    Slip{Anywhere, "/ ~ @=", kDifferent},
    Slip{Anywhere, "@and", "'and' is written '&&'"},
    Slip{Anywhere, "@or", "'or' is written '||'"},
    Slip{Anywhere, "@not in", "write '!in'"},
    Slip{Anywhere, "not @ANY", "'not' is written '!'"},
    Slip{Anywhere, "@implies", "implication is written '==>'"},
    Slip{Anywhere, "@iff", "equivalence is written '<==>'"},
    Slip{Anywhere, "@xor", "of truth values, 'xor' is written '!='"},
    Slip{Anywhere, "@mod,rem", "the remainder is written '%'"},
    Slip{Anywhere, "@div", "division is written '/'"},
    Slip{Anywhere, "@equals,eq", "equality is written '=='"},
    Slip{Anywhere, "@instanceof,isa", "write 'is'"},
    Slip{Anywhere, "@union", "the union of sets is written '+'"},
    Slip{Anywhere, "@intersect,inter,intersection", "the intersection of sets is written '*'"},
    Slip{Anywhere, "@subset,subseteq,subsetof", "'subset of' is written '<='"},
    Slip{Anywhere, "@notin", "write '!in'"},
    Slip{Anywhere, "@**", "there is no power operator: multiply, or write a function"},
    Slip{Anywhere, "NAME,NUMBER in NAME,NUMBER @.. NAME,NUMBER", "write '{1} <= {0} < {2}'"},
    Slip{Anywhere, "in … @..", "a range is written '0 <= x < n'"},

    // ---- quantifiers, comprehensions and displays
    Slip{Anywhere, "var NAME @=", "write ':='"},
    Slip{Anywhere, "{ STRING,NUMBER,NAME @:", "a map is written 'map[k := v]'"},
    Slip{Anywhere, "map [ … @=>,->,:", "a map is written 'map[k := v]'"},
    Slip{Binder, "set @(", "a set is written '{1, 2}'"},
    Slip{Binder, "@in EXPR ..", "write 'forall i | 0 <= i < n ::'"},
    Slip{Binder, "@in", "write 'forall x | x in s ::' (likewise 'exists' and 'set')"},
    Slip{Binder, "@(", "the variables have no parentheses around them: 'forall x: int ::'"},
    Slip{Binder, "@TYPE NAME", kNameFirst},
    Slip{Binder, "TYPE @NAME", kNameFirst},
    Slip{Binder, "@ANY", kColons},
    Slip{Type, "forall,exists NAME : @ANY", "write '::' behind the variables: 'forall {0} :: …'"},
    Slip{Anywhere, "( @int,real,nat,char ) NAME,NUMBER", "write '{0} as {w}'"},
    Slip{Anywhere, "@int,real,nat,char (", "write 'e as {w}'"},
    Slip{Anywhere, "( … @for", "write 'forall x | x in s ::', or 'exists'"},
    Slip{Anywhere, "[ … @for", "write 'seq(n, i => …)'"},
    Slip{Anywhere, "{ … @for", "write 'set x | x in s :: …'"},

    // ---- conditionals, matches, functions
    Slip{Anywhere, "@?", "write 'if … then … else …'"},
    Slip{Anywhere, "lambda @NAME", "write '{0} => …'"},
    Slip{CaseArrow, "@->,:,=", kPatternArrow},
    Slip{Type, "case NAME : @ANY", kPatternArrow},
    Slip{Anywhere, "match … @with,of", "leave out '{w}': 'match x case A => …  case B => …'"},
    Slip{FunctionBody, "@case", "write 'match x case A => …  case B => …'"},
    Slip{FunctionBody, "let @NAME", kLetIn},
    Slip{FunctionBody, "@where", "write 'var x := …;' before the expression"},
    Slip{FunctionBody, "{ | EXPR @=", kIfThenElse},
    Slip{FunctionBody, "@return", "a function's body is an expression: leave out 'return' and the ';'"},
    Slip{FunctionBody, "@while,for,print,break", "a function's body is an expression; loops are for methods"},
    Slip{FunctionBody, "@:=", "a function's body is an expression; assignments are for methods"},
    Slip{FunctionBody, "; @}", "a function's body is an expression: leave out the ';' at its end"},
    Slip{Anywhere, "ensures @return,returns", "a result has a name, from the head: 'returns (r: int)' or ': (r: int)'"},

    // ---- implication, selections, types
    Slip{Anywhere, "@=>", "implication is written '==>', 'at least' is '>='"},
    Slip{Anywhere, "@->", "implication is written '==>'"},
    Slip{Anywhere, "old @NAME", "'old' has parentheses: 'old(…)'"},
    Slip{Anywhere, "[ @:", "a part is written 's[a..b]'"},
    Slip{Anywhere, "NAME + ~ @+ ;,),],}", "write '{0} + 1': an expression changes nothing"},
    Slip{Anywhere, "+ ~ @+", "sequences are joined with '+'"},
    Slip{Anywhere, ": unsigned @int", "write 'nat'"},
    Slip{Anywhere, ": long,short,signed @int,long", "write 'int'"},
    Slip{Anywhere, ": TYPE ANY", "write '{0}'"},
    Slip{Type, "@[ TYPE ]", "a sequence is written 'seq<{0}>'"},

    // ---- last, because many a `=` is something else
    Slip{Anywhere, "@=", "equality is written '=='"},
};

constexpr std::array kAfterNearMisses = {
    Slip{Declaration, "@TYPE NAME (", "write 'method {1}(…) returns (r: {0})'"},
    Slip{Declaration, "@TYPE NAME ;,=", "write 'const {1}: {0} := …'"},
    Slip{Statement, "^ TYPE @NAME :=,= EXPR ;", "write 'var {1}: {0} := {2};'"},
    Slip{Statement, "^ TYPE @NAME", kNewVar},
    Slip{Anywhere, "match … @NAME =>,->,(", kCases},
    Slip{Anywhere, "{ @NAME =>,->", kCases},
    Slip{Anywhere, "{ @| NAME", kCases},
    Slip{ThenBranch, "@ANY", kIfThenElse},
    Slip{ElseBranch, "@elif,elsif,elseif", "write 'else if'"},
    Slip{ElseBranch, "@ANY", "in an expression 'if' has both branches: 'if … then … else …'"},
    Slip{Block, "@ANY", kBraces},
    Slip{MethodBody, "; @}", kBraces},
    Slip{Statement, "{,; NAME,NUMBER @}", "a result is given by 'return {0};'"},
};

constexpr std::array kCharacters = {
    CharacterSlip{"\\result", "a result has a name, from the head: 'returns (r: int)' or ': (r: int)'"},
    CharacterSlip{"\\old", "write 'old(…)'"},
    CharacterSlip{"\\forall", "write 'forall i :: …'"},
    CharacterSlip{"\\exists", "write 'exists i :: …'"},
    CharacterSlip{"\\/", "'or' is written '||'"},
    CharacterSlip{"\\", "write 'x => …' for a function"},
    CharacterSlip{"~=", kDifferent},
    CharacterSlip{"~", "'not' is written '!'"},
    CharacterSlip{"≤", "write '<='"},
    CharacterSlip{"≥", "write '>='"},
    CharacterSlip{"≠", "write '!='"},
    CharacterSlip{"∧", "write '&&'"},
    CharacterSlip{"∨", "write '||'"},
    CharacterSlip{"¬", "write '!'"},
    CharacterSlip{"∀", "write 'forall'"},
    CharacterSlip{"∃", "write 'exists'"},
    CharacterSlip{"⇒", "write '==>'"},
    CharacterSlip{"⟹", "write '==>'"},
    CharacterSlip{"→", "write '==>' for implication, '->' in types"},
    CharacterSlip{"⇔", "write '<==>'"},
    CharacterSlip{"⟺", "write '<==>'"},
    CharacterSlip{"∈", "write 'in'"},
    CharacterSlip{"∉", "write '!in'"},
    CharacterSlip{"∪", "write '+'"},
    CharacterSlip{"∩", "write '*'"},
    CharacterSlip{"⊆", "write '<='"},
    CharacterSlip{"∅", "write '{}'"},
    CharacterSlip{"λ", "write 'x => …'"},
    CharacterSlip{"•", "write '::'"},
    CharacterSlip{"·", "write '*'"},
    CharacterSlip{"×", "write '*'"},
    CharacterSlip{"÷", "write '/'"},
    CharacterSlip{"−", "write '-'"},
    CharacterSlip{"–", "write '-'"},
    CharacterSlip{"…", "write '..'"},
    CharacterSlip{"“", "a string stands in straight quotes"},
    CharacterSlip{"”", "a string stands in straight quotes"},
    CharacterSlip{"‘", "a character stands in straight quotes"},
    CharacterSlip{"’", "a character stands in straight quotes"},
    CharacterSlip{"$", "names are made of letters, digits, '_', '?' and primes"},
};

} // namespace

std::span<const Slip> slips_of_declarations() {
    return kDeclarations;
}

std::span<const Slip> slips_of_statements() {
    return kStatements;
}

std::span<const Slip> slips_of_expressions() {
    return kExpressions;
}

std::span<const Slip> slips_after_near_misses() {
    return kAfterNearMisses;
}

std::span<const CharacterSlip> slips_of_characters() {
    return kCharacters;
}

} // namespace daphnia::parse
