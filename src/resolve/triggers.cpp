// See the header. Candidates are the terms that a solver can look for: calls, selections, memberships and the like,
// without arithmetic, comparisons, logic or binders in them. All variables of a quantifier have to occur in candidates.
#include "resolve/triggers.h"

#include "support/match.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::resolve {

namespace {

using typed::BinaryOp;
using typed::Expr;
using Variables = std::set<const typed::Variable*>;

enum class Part {
    Candidate,
    Plain,  // may be inside a candidate
    Killer, // may not
};

Part part_of(const typed::Binary& node) {
    switch (node.op) {
    case BinaryOp::Member:
    case BinaryOp::NotMember:
        return std::holds_alternative<typed::SetDisplay>(node.right->node) ||
                       std::holds_alternative<typed::SetComprehension>(node.right->node)
                   ? Part::Killer
                   : Part::Candidate;
    case BinaryOp::Union:
    case BinaryOp::Intersection:
    case BinaryOp::Difference:
    case BinaryOp::Subset:
    case BinaryOp::ProperSubset:
    case BinaryOp::Concat:
    case BinaryOp::Merge:
    case BinaryOp::Remove:
        return Part::Candidate;
    case BinaryOp::Multiply:
    case BinaryOp::Divide:
    case BinaryOp::Modulo:
        return typed::is_integral(typed::carrier(node.left->type)) ? Part::Candidate : Part::Killer;
    default:
        return Part::Killer;
    }
}

Part part_of(const Expr& expr) {
    const auto& node = expr.node;
    const auto is = [&]<typename... Nodes>(std::variant<Nodes...>*) {
        return (std::holds_alternative<Nodes>(node) || ...);
    };
    using Candidates =
        std::variant<typed::FunctionCall, typed::Apply, typed::RequiresOf, typed::ReadsOf, typed::FunctionValue,
                     typed::ConstantRead, typed::SeqIndex, typed::SeqSlice, typed::SeqLength, typed::ArrayRead,
                     typed::ArraySlice, typed::ArrayLength, typed::FieldRead, typed::MapSelect, typed::MapPart,
                     typed::Multiplicity, typed::SeqDisplay, typed::SetDisplay, typed::MapDisplay, typed::TupleDisplay,
                     typed::TupleSelect, typed::DatatypeValue, typed::DatatypeSelect, typed::DatatypeTest, typed::Old>;
    using Plain = std::variant<typed::BoolLiteral, typed::IntLiteral, typed::RealLiteral, typed::CharLiteral,
                               typed::StringLiteral, typed::NullLiteral, typed::VariableRead, typed::MultisetOf,
                               typed::SeqComprehension>;
    if (const auto* binary = std::get_if<typed::Binary>(&node)) {
        return part_of(*binary);
    }
    return is(static_cast<Candidates*>(nullptr)) ? Part::Candidate
           : is(static_cast<Plain*>(nullptr))    ? Part::Plain
                                                 : Part::Killer;
}

// The variables that candidates in a term mention, as far as they are bound outside of the term.
struct Found {
    bool killer = false; // the term may not be inside a candidate
    Variables mentioned;
    std::vector<Variables> candidates;
};

void bind(const std::vector<typed::VariablePtr>& variables, Variables& bound) {
    for (const typed::VariablePtr& variable : variables) {
        bound.insert(variable.get());
    }
}

Variables bound_by(const Expr& expr) {
    Variables result;
    if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
        bind(quantifier->variables, result);
    } else if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
        bind(let->variables, result);
    } else if (const auto* choice = std::get_if<typed::LetSuchThat>(&expr.node)) {
        bind(choice->variables, result);
    } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
        bind(set->variables, result);
    } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
        bind(map->variables, result);
    } else if (const auto* lambda = std::get_if<typed::Lambda>(&expr.node)) {
        bind(lambda->parameters, result);
    } else if (const auto* seq = std::get_if<typed::SeqComprehension>(&expr.node)) {
        result.insert(seq->variable.get());
    }
    return result;
}

Found find(const Expr& expr) {
    Found result;
    if (const auto* read = std::get_if<typed::VariableRead>(&expr.node)) {
        result.mentioned.insert(read->variable);
    }
    typed::for_each_child(expr, {[&](const Expr& child) {
                                     Found below = find(child);
                                     result.killer = result.killer || below.killer;
                                     result.mentioned.merge(below.mentioned);
                                     std::move(below.candidates.begin(), below.candidates.end(),
                                               std::back_inserter(result.candidates));
                                 },
                                 {}});
    const Part part = part_of(expr);
    if (part == Part::Candidate && !result.killer) {
        result.candidates.push_back(result.mentioned);
    }
    result.killer = result.killer || part == Part::Killer;
    for (const typed::Variable* const bound : bound_by(expr)) {
        std::erase_if(result.candidates, [&](const Variables& each) { return each.contains(bound); });
    }
    return result;
}

bool has_trigger(const typed::Quantifier& node) {
    Variables covered;
    for (const Expr* const part : {node.range.get(), node.body.get()}) {
        if (part != nullptr) {
            for (Variables& candidate : find(*part).candidates) {
                covered.merge(candidate);
            }
        }
    }
    return std::all_of(node.variables.begin(), node.variables.end(),
                       [&](const auto& variable) { return covered.contains(variable.get()); });
}

} // namespace

void warn_about_triggers(const typed::Program& program, const std::vector<SourceRange>& quiet, Reporter& reporter) {
    std::vector<SourceRange> done = quiet; // what is spelled out twice is said once
    const auto check = [&](const Expr& expr) {
        const auto* node = std::get_if<typed::Quantifier>(&expr.node);
        if (node == nullptr || !node->triggers.empty() || node->no_triggers || has_trigger(*node) ||
            std::find(done.begin(), done.end(), expr.range) != done.end()) {
            return;
        }
        done.push_back(expr.range);
        reporter.warning(Rule::NoTrigger, expr.anchor,
                         "could not find a trigger for this quantifier. Without a trigger, the quantifier may cause "
                         "brittle verification. To silence this warning, add an explicit trigger using the {:trigger} "
                         "attribute. For more information, see the section on quantifier instantiation rules in the "
                         "reference manual");
    };
    for (const typed::Declaration& declaration : program.declarations) {
        typed::for_each_child(declaration, {[&](const Expr& expr) {
                                                typed::for_each_below(expr, {check, {}});
                                            },
                                            [&](const typed::Stmt& stmt) {
                                                typed::for_each_below(stmt, {check, {}});
                                            }});
    }
}

} // namespace daphnia::resolve
