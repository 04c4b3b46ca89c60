// All parts of resolving one declaration, each with references to those that it calls.
#pragma once

#include "resolve/allocations.h"
#include "resolve/arguments.h"
#include "resolve/assertions.h"
#include "resolve/assignments.h"
#include "resolve/bodies.h"
#include "resolve/body_state.h"
#include "resolve/branches.h"
#include "resolve/calc.h"
#include "resolve/calls.h"
#include "resolve/collections.h"
#include "resolve/comprehensions.h"
#include "resolve/constructors.h"
#include "resolve/conversions.h"
#include "resolve/datatype_values.h"
#include "resolve/expressions.h"
#include "resolve/failures.h"
#include "resolve/forall_statements.h"
#include "resolve/frames.h"
#include "resolve/function_values.h"
#include "resolve/generic_calls.h"
#include "resolve/heap_states.h"
#include "resolve/index_functions.h"
#include "resolve/labels.h"
#include "resolve/lets.h"
#include "resolve/local_variables.h"
#include "resolve/loop_measures.h"
#include "resolve/loops.h"
#include "resolve/match.h"
#include "resolve/meanings.h"
#include "resolve/members.h"
#include "resolve/operators.h"
#include "resolve/patterns.h"
#include "resolve/reveals.h"
#include "resolve/settle.h"
#include "resolve/specifications.h"
#include "resolve/statements.h"
#include "resolve/suggestions.h"
#include "resolve/targets.h"
#include "resolve/values.h"

namespace daphnia::resolve {

struct BodyParts {
    BodyParts(Globals& globals, EnclosingDeclaration declaration);
    BodyParts(const BodyParts&) = delete;
    BodyParts& operator=(const BodyParts&) = delete;

    BodyState state;

    // ---- names
    Meanings meanings;
    Suggestions suggestions;
    Members members;

    // ---- expressions
    Expressions expressions;
    Operators operators;
    Conversions conversions;
    Collections collections;
    Comprehensions comprehensions;
    IndexFunctions index_functions;
    Lets lets;
    DatatypeValues datatypes;
    Patterns patterns;
    Matches matches;
    HeapStates heap_states;

    // ---- calls
    Calls calls;
    Arguments arguments;
    GenericCalls generics;
    FunctionValues functions;

    // ---- statements
    Statements statements;
    Assertions assertions;
    Reveals reveals;
    Branches branches;
    Loops loops;
    LoopMeasures measures;
    Labels labels;
    ForallStatements foralls;
    Calculations calculations;

    // ---- assignments
    Assignments assignments;
    Targets targets;
    Values values;
    Allocations allocations;
    LocalVariables locals;
    Failures failures;

    // ---- contracts, bodies and the end
    Specifications specifications;
    Frames frames;
    Bodies bodies;
    Constructors constructors;
    Settling settling;
};

} // namespace daphnia::resolve
