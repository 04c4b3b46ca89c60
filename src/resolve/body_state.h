// The data that the parts of resolving a declaration share. What one part alone needs is in that part.
#pragma once

#include "resolve/draft.h"
#include "resolve/globals.h"
#include "resolve/inference.h"
#include "resolve/nodes.h"
#include "resolve/uses.h"
#include "resolve/variables.h"

#include <cstddef>
#include <map>
#include <string>

namespace daphnia::resolve {

// What is known of the declaration whose contract and body are resolved.
struct EnclosingDeclaration {
    Place place;
    std::string name;
    bool may_diverge;
    TypeEntry* enclosing;                        // the type whose member it is, or null
    const typed::TypeParameters* own_parameters; // the first of them stand for those of `enclosing`
    bool two_state = false;                      // a function or lemma with a previous state
    const typed::Method* method = nullptr;       // in the body of one
    std::size_t errors_before = 0;
};

struct BodyState {
    BodyState(Globals& globals_, EnclosingDeclaration declaration_)
        : globals(globals_), declaration(std::move(declaration_)), variables(globals, inference) {
        declaration.errors_before = globals.reporter.error_count();
    }
    BodyState(const BodyState&) = delete;
    BodyState& operator=(const BodyState&) = delete;

    Globals& globals;
    EnclosingDeclaration declaration;
    Inference inference;
    Variables variables;
    Nodes nodes;
    Uses uses;
    bool meets_unknown = false; // something refused or wrong is used: open types are no news
    int lambda_depth = 0;       // of lambdas around what is being resolved
    int old_depth = 0;          // of old expressions likewise
    // In a constructor, before `new;`: the variables that hold what the fields will hold. Null: elsewhere.
    const std::map<const typed::Field*, const typed::Variable*>* cells = nullptr;
    const char* no_call = nullptr; // the way out for calls of methods in what is being resolved; null: the usual one
};

} // namespace daphnia::resolve
