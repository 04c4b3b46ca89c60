#include "constructs.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::oracle {

namespace {

struct Weight {
    Construct construct;
    unsigned weight;
};

constexpr Weight kWeights[] = {
    {Construct::Calculation, 30},
    {Construct::ValueFunction, 6},
    {Construct::NatRecursion, 6},
    {Construct::SeqRecursion, 10},
    {Construct::MutualRecursion, 2},
    {Construct::ArrayFunction, 6},
    {Construct::ArrayHelper, 6},
    {Construct::ArrayLoop, 10},
    {Construct::Search, 7},
    {Construct::SequenceLoop, 8},
    {Construct::Control, 8},
    {Construct::Identity, 10},
    {Construct::QuantifierFact, 7},
    {Construct::Calculus, 3},
    {Construct::ConstantValue, 2},
    {Construct::Chosen, 5},
    {Construct::Hidden, 5},
    {Construct::Numbers, 6},
    {Construct::Lambdas, 8},
    {Construct::ElementTargets, 6},
    {Construct::Failures, 10},
    {Construct::Inferred, 8},
    {Construct::Reading, 8},
    {Construct::Measures, 16},
    {Construct::Arguments, 14},
    {Construct::GhostParts, 8},
    {Construct::Matrices, 8},
    {Construct::Objects, 12},

    {Construct::Datatypes, 12},
    {Construct::Mixed, 8},
    {Construct::Ground, 10},
    {Construct::Collection, 12},
    {Construct::Generic, 6},
    {Construct::SubsetType, 6},
    {Construct::Declare, 10},
    {Construct::Assign, 14},
    {Construct::Swap, 6},
    {Construct::WriteElement, 12},
    {Construct::SwapElements, 6},
    {Construct::IfElse, 8},
    {Construct::Leave, 3},
    {Construct::CallMethod, 8},
    {Construct::CallIntoElement, 5},
    {Construct::ElementAndIndex, 4},
    {Construct::Choose, 3},
    {Construct::CountedLoop, 4},
    {Construct::FillLoop, 3},
    {Construct::AnyLoop, 5},
    {Construct::ForallAssign, 3},
    {Construct::NewArray, 4},
    {Construct::Claim, 9},
    {Construct::GhostSnapshot, 4},
    {Construct::Output, 2},
    {Construct::Havoc, 2},

    {Construct::Literal, 12},
    {Construct::Variable, 30},
    {Construct::Arithmetic, 16},
    {Construct::Division, 5},
    {Construct::Length, 8},
    {Construct::Index, 8},
    {Construct::Conditional, 4},
    {Construct::Let, 3},
    {Construct::Conversion, 3},
    {Construct::Component, 5},
    {Construct::CallFunction, 6},
    {Construct::Comparison, 16},
    {Construct::Connective, 10},
    {Construct::Quantified, 4},
    {Construct::Membership, 4},
    {Construct::Concatenation, 6},
    {Construct::Slice, 6},
    {Construct::Update, 6},
    {Construct::Comprehension, 4},
    {Construct::Display, 6},
};

unsigned weight(Construct construct) {
    const auto* found = std::find_if(std::begin(kWeights), std::end(kWeights),
                                     [&](const Weight& entry) { return entry.construct == construct; });
    DAPHNIA_CHECK(found != std::end(kWeights), "a construct without a weight");
    return found->weight;
}

} // namespace

Construct pick(Random& random, std::initializer_list<Construct> constructs) {
    std::size_t total = 0;
    for (const Construct construct : constructs) {
        total += weight(construct);
    }
    std::size_t left = random.below(total);
    for (const Construct construct : constructs) {
        const std::size_t share = weight(construct);
        if (left < share) {
            return construct;
        }
        left -= share;
    }
    return *constructs.begin();
}

} // namespace daphnia::oracle
