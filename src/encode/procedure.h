// The encoder of one procedure: statements become blocks, and every check becomes an assertion with its origin. It is
// made of parts with one story each. A part names, as its fields, the parts that it calls.
#pragma once

#include "encode/assignment.h"
#include "encode/call.h"
#include "encode/claims.h"
#include "encode/definite_assignment.h"
#include "encode/forall.h"
#include "encode/induction.h"
#include "encode/loop.h"
#include "encode/permissions.h"
#include "encode/procedure_definedness.h"
#include "encode/procedure_state.h"
#include "encode/statement.h"
#include "encode/such_that.h"
#include "encode/termination.h"

#include <string>
#include <utility>
#include <vector>

namespace daphnia::encode {

struct Procedure {
    Procedure(Vocabulary& vocabulary, std::string name, std::vector<Moment>* moments)
        : state(vocabulary, std::move(name), moments), definedness(*this), claims(*this), permissions(*this),
          assigned(*this), termination(*this), assignments(*this), such_that(*this), calls(*this), loops(*this),
          forall(*this), induction(*this), statements(*this) {}
    Procedure(const Procedure&) = delete;
    Procedure& operator=(const Procedure&) = delete;

    ProcedureState state;
    ProcedureDefinedness definedness; // before those who know it by its interface alone
    Claims claims;
    Permissions permissions;
    DefiniteAssignment assigned;
    Termination termination;
    Assignments assignments;
    SuchThat such_that;
    Calls calls;
    Loops loops;
    ForallStatements forall;
    Induction induction;
    Statements statements;
};

} // namespace daphnia::encode
