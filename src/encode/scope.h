// What an expression is evaluated in.
#pragma once

#include "encode/heap.h"
#include "typed/typed.h"

#include <map>

namespace daphnia::encode {

struct Scope {
    std::map<const typed::Variable*, Term> values;
    State now;
    bool past = false; // that is an earlier state than the one in which the code is
    State old;         // of the method's entry
    std::map<const typed::Label*, State> labels;
    // Inside the axiom of a recursive function: calls within its component speak of this layer.
    const typed::Function* unfolding = nullptr;
    std::size_t layer = 0;
    // In functions and constants, which do not depend on what is allocated, bound variables have all values of their
    // type; elsewhere those that exist.
    bool whole_types = false;
    // Every call at layer 0: said of many calls at once, a fact must not bring new unfoldings with each of them.
    bool lowest_layer = false;
};

} // namespace daphnia::encode
