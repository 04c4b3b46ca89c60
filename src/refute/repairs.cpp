// See the header.
#include "refute/repairs.h"

#include "refute/meaning.h"
#include "refute/sites.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace daphnia::refute {

namespace {

using support::SourceRange;

// Whether a frame of the declaration can speak of it: it mentions parameters and nothing else, in one state.
bool is_about_parameters(const typed::Expr& root) {
    bool only = true;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     const typed::Variable* const variable = typed::read_variable(expr);
                                     only = only && (variable == nullptr || typed::is_parameter(*variable)) &&
                                            !std::holds_alternative<typed::Old>(expr.node);
                                 },
                                 {}});
    return only;
}

// Where nobody wrote the receiver, its place is that of the member.
std::string written(const typed::Expr& object) {
    const typed::Variable* const variable = typed::read_variable(object);
    return variable != nullptr && variable->kind == typed::VariableKind::Receiver ? "this"
                                                                                  : support::one_line(object.range);
}

// The array or object that is read or written at the place, or that the callee there reads or writes; as text.
class MissingFrame {
  public:
    explicit MissingFrame(const interpret::Failure& failure) : failure_(failure) {}

    std::string in(const typed::Declaration& declaration) {
        typed::for_each_child(declaration,
                              {[this](const typed::Expr& expr) {
                                   typed::for_each_below(expr, {[this](const typed::Expr& each) { look_at(each); },
                                                                [this](const typed::Stmt& each) { look_at(each); }});
                               },
                               [this](const typed::Stmt& stmt) {
                                   typed::for_each_below(stmt, {[this](const typed::Expr& each) { look_at(each); },
                                                                [this](const typed::Stmt& each) { look_at(each); }});
                               }});
        return of_loop_ ? std::string() : text_;
    }

  private:
    bool is_here(const SourceRange& range) const { return range.has_file() && range == failure_.range; }

    void give(const typed::Expr& object) {
        if (text_.empty() && is_about_parameters(object)) {
            text_ = written(object);
        }
    }

    void give(const std::vector<typed::VariablePtr>& parameters, const std::vector<typed::ExprPtr>& arguments) {
        if (text_.empty() && failure_.parts.size() == 1 &&
            std::all_of(arguments.begin(), arguments.end(),
                        [](const typed::ExprPtr& argument) { return is_about_parameters(*argument); })) {
            text_ = with_arguments(failure_.parts.front().text, parameters, arguments);
        }
    }

    void look_at(const typed::Expr& expr) {
        if (failure_.rule != Rule::Reads || !(is_here(expr.range) || is_here(expr.anchor))) {
            return;
        }
        if (const auto* read = std::get_if<typed::ArrayRead>(&expr.node)) {
            give(*read->array);
        } else if (const auto* slice = std::get_if<typed::ArraySlice>(&expr.node)) {
            give(*slice->array);
        } else if (const auto* field = std::get_if<typed::FieldRead>(&expr.node)) {
            give(*field->object);
        } else if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
            give(call->function->parameters, call->arguments);
        }
    }

    void look_at(const typed::Stmt& stmt) {
        if (failure_.rule != Rule::Modifies) {
            return;
        }
        if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            // What its own clause leaves out the method may well have.
            of_loop_ = of_loop_ || (loop->modifies.present && stmt.range.begin <= failure_.range.begin &&
                                    failure_.range.end <= stmt.range.end);
        } else if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
            if (is_here(stmt.range)) {
                give(call->method->parameters, call->arguments);
            }
        } else if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Target& target : assign->targets) {
                const auto* element = std::get_if<typed::ElementTarget>(&target.node);
                const auto* field = std::get_if<typed::FieldTarget>(&target.node);
                if ((element != nullptr || field != nullptr) && (is_here(target.range) || is_here(stmt.range))) {
                    give(element != nullptr ? *element->array : *field->object);
                }
            }
        }
    }

    const interpret::Failure& failure_;
    std::string text_;
    bool of_loop_ = false; // a loop around the place has a clause of its own
};

// What the bounds of the loop at the place have to meet.
std::string bounds_in_order(const typed::Declaration& declaration, const interpret::Failure& failure) {
    std::string text;
    typed::for_each_child(declaration,
                          {{}, [&](const typed::Stmt& stmt) {
                               typed::for_each_below(
                                   stmt, {{}, [&](const typed::Stmt& each) {
                                              const auto* check = std::get_if<typed::Assert>(&each.node);
                                              if (check == nullptr || check->kind != typed::AssertKind::ForRange ||
                                                  !(check->condition->range == failure.range)) {
                                                  return;
                                              }
                                              const auto& order = std::get<typed::Binary>(check->condition->node);
                                              text = fmt::format(
                                                  "the loop needs `{} <= {}`, also where it is not to run at all",
                                                  support::one_line(order.left->range),
                                                  support::one_line(order.right->range));
                                          }});
                           }});
    return text;
}

} // namespace

std::string repair(const typed::Declaration& declaration, const interpret::Failure& failure) {
    if (failure.rule == Rule::Reads || failure.rule == Rule::Modifies) {
        const bool of_loop = failure.message.find("loop") != std::string::npos;
        const std::string array = of_loop ? std::string() : MissingFrame(failure).in(declaration);
        return array.empty() ? array
                             : fmt::format("add `{} {}` to {}", support::info(failure.rule).id, array,
                                           std::visit([](const auto& node) { return node->name; }, declaration));
    }
    if (failure.rule == Rule::ForRange) {
        return bounds_in_order(declaration, failure);
    }
    if (failure.rule == Rule::UniqueChoice) {
        return "both meet the condition: make what needs it ghost, or let the condition say which one is meant";
    }
    return definedness_hint(declaration, failure);
}

} // namespace daphnia::refute
