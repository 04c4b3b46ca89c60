// What settling reads besides the expressions and variables of a declaration: where type arguments, the types of lambda
// parameters and of new arrays follow from.
#pragma once

#include "resolve/inference.h"
#include "resolve/refine.h"
#include "resolve/reporter.h"
#include "typed/typed.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace daphnia::resolve {

// A use of something generic: its type arguments as far as they are known.
struct Instantiation {
    const typed::TypeParameters* parameters;
    std::vector<std::optional<typed::Type>> given;
    std::vector<bool> exact; // the signature depends on exactly what it is
    TypeArguments arguments;
    SourceRange range;
    std::string where; // " in the function call to 'F'", for a type argument that cannot be found
    typed::FunctionCall* function = nullptr;
    typed::Call* method = nullptr;
    typed::FunctionValue* value = nullptr; // one of the three
};

struct NewArrayType {
    typed::Stmt* stmt;
    std::size_t value; // index in the assignment
    PreType type;
};

struct Uses {
    std::vector<Instantiation> function_instantiations;
    std::vector<Instantiation> method_instantiations;
    std::vector<ExpectedLambda> expected_lambdas;
    std::vector<Passed> passed; // arguments of methods, bodies
    std::vector<NewArrayType> new_arrays;
    std::unordered_map<const typed::Expr*, typed::Type> given_types; // of constructors with type arguments

    // Where a lambda stands, the types of its parameters follow from what is expected there. `function`, `method`: the
    // number of the generic call whose argument it is.
    void expect(const typed::Expr& value, const typed::Type& type, std::optional<std::size_t> function = std::nullopt,
                std::optional<std::size_t> method = std::nullopt);
};

} // namespace daphnia::resolve
