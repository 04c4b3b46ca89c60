#include "generate.h"

#include "workshop.h"

#include "parse/parse.h"
#include "resolve/resolve.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <fmt/format.h>

namespace daphnia::oracle {

namespace {

std::string unit(Workshop& workshop) {
    switch (workshop.pick(
        {Construct::Calculation,     Construct::ValueFunction,  Construct::NatRecursion,  Construct::SeqRecursion,
         Construct::MutualRecursion, Construct::ArrayFunction,  Construct::ArrayHelper,   Construct::ArrayLoop,
         Construct::Search,          Construct::SequenceLoop,   Construct::Control,       Construct::Identity,
         Construct::QuantifierFact,  Construct::Calculus,       Construct::ConstantValue, Construct::Datatypes,
         Construct::Chosen,          Construct::Hidden,         Construct::Mixed,         Construct::Ground,
         Construct::Collection,      Construct::Generic,        Construct::Numbers,       Construct::Lambdas,
         Construct::SubsetType,      Construct::ElementTargets, Construct::Failures,      Construct::Inferred,
         Construct::Reading,         Construct::Measures,       Construct::Arguments,     Construct::GhostParts,
         Construct::Matrices,        Construct::Objects})) {
    case Construct::ValueFunction:
        return value_function(workshop);
    case Construct::NatRecursion:
        return nat_recursion(workshop);
    case Construct::SeqRecursion:
        return seq_recursion(workshop);
    case Construct::MutualRecursion:
        return mutual_recursion(workshop);
    case Construct::ArrayFunction:
        return array_function(workshop);
    case Construct::ArrayHelper:
        return array_helper(workshop);
    case Construct::ArrayLoop:
        return array_loop(workshop);
    case Construct::Search:
        return search(workshop);
    case Construct::SequenceLoop:
        return sequence_loop(workshop);
    case Construct::Control:
        return control(workshop);
    case Construct::Identity:
        return identity(workshop);
    case Construct::QuantifierFact:
        return quantifier_fact(workshop);
    case Construct::Calculus:
        return calculus(workshop);
    case Construct::ConstantValue:
        return constant_value(workshop);
    case Construct::Datatypes:
        return datatypes(workshop);
    case Construct::Mixed:
        return mixed(workshop);
    case Construct::Generic:
        return generic(workshop);
    case Construct::Lambdas:
        return lambdas(workshop);
    case Construct::SubsetType:
        return subset_types(workshop);
    case Construct::Hidden:
        return hidden(workshop);
    case Construct::Numbers:
        return reals_and_bits(workshop);
    case Construct::ElementTargets:
        return element_targets(workshop);
    case Construct::Chosen:
        return chosen(workshop);
    case Construct::Failures:
        return failures(workshop);
    case Construct::Inferred:
        return left_out_types(workshop);
    case Construct::Reading:
        return reading_functions(workshop);
    case Construct::Measures:
        return measures(workshop);
    case Construct::Arguments:
        return type_arguments(workshop);
    case Construct::GhostParts:
        return ghost_parts(workshop);
    case Construct::Matrices:
        return matrices(workshop);
    case Construct::Objects:
        return objects(workshop);
    case Construct::Ground:
        return ground(workshop);
    case Construct::Collection:
        return collection(workshop);
    default:
        return calculation(workshop);
    }
}

// The program so far as a module, opened for what comes next.
std::string in_module(Workshop& workshop, const std::string& program, bool last) {
    const std::string name = workshop.fresh("Module");
    const std::string outer = workshop.random.chance(30) ? workshop.fresh("Module") + "." : "";
    const std::string import = last ? "" : fmt::format("\nimport opened {}{}\n", outer, name);
    return fmt::format("module {}{} {{\n{}}}\n{}", outer, name, indented(program), import);
}

bool well_typed(const std::string& program) {
    const support::SourceFile file("random program", program);
    support::DiagnosticList problems;
    const ast::Program parsed = parse::parse(file, problems);
    return !problems.has_errors() && resolve::resolve(parsed, problems, {}).has_value();
}

// The unit, perhaps with mistakes in it; those that the program before it and the unit no longer type with are drawn
// again. The unit itself is not tried: that it types is for the test to say.
std::string with_mistakes(Workshop& workshop, const std::string& before, std::string unit) {
    constexpr unsigned kTries = 5;
    for (unsigned chance = 60; workshop.random.chance(chance); chance = 40) {
        for (unsigned tries = 0; tries < kTries; ++tries) {
            std::string changed = perturbed(unit, workshop.random);
            if (well_typed(before + changed)) {
                unit = std::move(changed);
                break;
            }
        }
    }
    return unit;
}

} // namespace

std::string generate(std::uint64_t seed) {
    Workshop workshop(seed);
    std::string program;
    bool modules = workshop.random.chance(15);
    const std::size_t count = workshop.random.between(2, 5);
    for (std::size_t i = 0; i < count; ++i) {
        program += i == 0 ? "" : "\n";
        program += with_mistakes(workshop, program, unit(workshop));
        if (modules && (i + 1 == count || workshop.random.chance(50))) {
            program = in_module(workshop, program, i + 1 == count);
            modules = false; // what a module has opened is not open to who opens it
        }
    }
    return program;
}

} // namespace daphnia::oracle
