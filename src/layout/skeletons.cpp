#include "layout/skeletons.h"

namespace daphnia::layout {

std::vector<Skeleton> statement_skeletons() {
    return {
        {"while", "loop with invariant and measure",
         "while ${1:i} < ${2:n}\n  invariant ${3:0 <= i <= n}\n  decreases ${4:n - i}\n{\n  $0\n}"},
        {"for", "loop over a range", "for ${1:i} := ${2:0} to ${3:n}\n  invariant ${4:true}\n{\n  $0\n}"},
        {"if", "if with else", "if ${1:condition} {\n  $2\n} else {\n  $0\n}"},
        {"match", "match with cases", "match ${1:value} {\n  case ${2:pattern} =>\n    $0\n}"},
        {"forall", "a fact about all values", "forall ${1:x} | ${2:true}\n  ensures ${3:P(x)}\n{\n  $0\n}"},
        {"calc", "calculation", "calc {\n  ${1:a};\n== { $2 }\n  ${3:b};\n}"},
        {"assert by", "assertion with its proof", "assert ${1:condition} by {\n  $0\n}"},
    };
}

std::vector<Skeleton> expression_skeletons() {
    return {
        {"if", "conditional expression", "if ${1:condition} then ${2:a} else ${3:b}"},
        {"match", "match with cases", "match ${1:value}\ncase ${2:pattern} => $0"},
        {"forall", "universal quantifier", "forall ${1:i} :: ${2:0 <= i < n} ==> ${0:P(i)}"},
        {"exists", "existential quantifier", "exists ${1:i} :: ${2:0 <= i < n} && ${0:P(i)}"},
        {"set", "set comprehension", "set ${1:x} | ${2:x in s} :: ${0:x}"},
        {"var", "let expression", "var ${1:x} := ${2:value};\n$0"},
    };
}

std::vector<Skeleton> member_skeletons() {
    return {
        {"method", "method with contract",
         "method ${1:Name}(${2:x: int}) returns (${3:r: int})\n  requires ${4:true}\n  ensures ${5:true}\n{\n  $0\n}"},
        {"function", "function", "function ${1:Name}(${2:x: int}): ${3:int}\n{\n  $0\n}"},
        {"predicate", "predicate", "predicate ${1:Name}(${2:x: int})\n{\n  $0\n}"},
        {"lemma", "lemma", "lemma ${1:Name}(${2:x: int})\n  requires ${3:true}\n  ensures ${4:true}\n{\n  $0\n}"},
    };
}

std::vector<Skeleton> module_skeletons() {
    return {
        {"class", "class with Valid and Repr",
         "class ${1:Name} {\n"
         "  ghost var Repr: set<object>\n"
         "\n"
         "  ghost predicate Valid()\n"
         "    reads this, Repr\n"
         "    ensures Valid() ==> this in Repr\n"
         "  {\n"
         "    this in Repr$2\n"
         "  }\n"
         "\n"
         "  constructor ()\n"
         "    ensures Valid() && fresh(Repr)\n"
         "  {\n"
         "    Repr := {this};$0\n"
         "  }\n"
         "}"},
        {"datatype", "datatype with constructors", "datatype ${1:Name} = ${2:First} | ${3:Second(value: int)}"},
        {"module", "module", "module ${1:Name} {\n  $0\n}"},
    };
}

std::vector<Skeleton> clause_skeletons(std::string_view keyword) {
    if (keyword == "invariant") {
        return {
            {"invariant bounds", "where a counter is", "invariant ${1:0} <= ${2:i} <= ${3:n}"},
            {"invariant forall", "what holds so far", "invariant forall ${1:k} :: 0 <= ${1:k} < ${2:i} ==> ${0:P(k)}"}};
    }
    if (keyword == "decreases") {
        return {{"decreases difference", "how far it is", "decreases ${1:n} - ${2:i}"}};
    }
    return {};
}

} // namespace daphnia::layout
