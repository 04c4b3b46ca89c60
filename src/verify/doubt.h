// An obligation that its own check did not prove, and what in it may be the reason.
#pragma once

#include "ivl/ivl.h"
#include "refute/refute.h"
#include "vcgen/vcgen.h"

namespace daphnia::verify {

// Products, quotients or remainders of unknowns.
bool has_products(const vcgen::Condition& condition);

struct Doubt {
    Doubt(vcgen::Condition condition_, std::size_t index_, bool exhausted_);

    // What the refuter is to know of it.
    void describe(refute::Target& target) const;

    vcgen::Condition condition;
    std::size_t index;            // of its obligation in the task
    bool exhausted;               // a budget ended the check
    bool has_products = false;    // or quotients, of two unknowns
    bool has_quantifiers = false; // in the program's own facts, not in the axioms
    bool refuted = false;
};

// An obligation that counts as proved.
refute::Target target(const ivl::Origin& origin);

} // namespace daphnia::verify
