// See the header.
#include "refute/meaning.h"

#include "refute/describe.h"
#include "refute/shrink.h"
#include "refute/sites.h"
#include "typed/bounds.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace daphnia::refute {

namespace {

using support::one_line;
using support::SourceRange;

const std::vector<typed::Clause>& clauses_of(const typed::Declaration& declaration, bool post) {
    static const std::vector<typed::Clause> kNone;
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        return post ? (*function)->postconditions : (*function)->preconditions;
    }
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        return post ? (*method)->postconditions : (*method)->preconditions;
    }
    return kNone;
}

// The clause in which the place lies.
const typed::Clause* clause_at(const std::vector<typed::Clause>& clauses, const SourceRange& place) {
    const auto found = std::find_if(clauses.begin(), clauses.end(),
                                    [&](const typed::Clause& clause) { return covers(clause.expr->range, place); });
    return found == clauses.end() ? nullptr : &*found;
}

Parameters results_of(const typed::Declaration& declaration) {
    Parameters results;
    const auto add = [&](const typed::Variable& variable) {
        results.push_back(std::make_unique<const typed::Variable>(variable));
    };
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        typed::Variable result = *(*function)->result;
        result.name = result.name.empty() ? "the result" : result.name;
        add(result);
    } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        for (const typed::VariablePtr& result : (*method)->results) {
            add(*result);
        }
    }
    return results;
}

bool needs_parentheses(const typed::Expr& expr) {
    return std::holds_alternative<typed::Binary>(expr.node) || std::holds_alternative<typed::IfThenElse>(expr.node) ||
           std::holds_alternative<typed::Unary>(expr.node) || std::holds_alternative<typed::Convert>(expr.node);
}

bool binds_variables(const typed::Expr& root) {
    bool found = false;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     found = found || std::holds_alternative<typed::Quantifier>(expr.node) ||
                                             std::holds_alternative<typed::Let>(expr.node) ||
                                             std::holds_alternative<typed::LetSuchThat>(expr.node) ||
                                             std::holds_alternative<typed::Lambda>(expr.node) ||
                                             std::holds_alternative<typed::SetComprehension>(expr.node) ||
                                             std::holds_alternative<typed::MapComprehension>(expr.node) ||
                                             std::holds_alternative<typed::SeqComprehension>(expr.node);
                                 },
                                 {}});
    return found;
}

// The condition under which an expression has a meaning, and what it speaks of.
struct Condition {
    std::string text;
    std::vector<const typed::Expr*> terms;
    std::vector<std::string> spellings = {}; // other ways to say it, or more
};

// number > limit, of a number that is not negative.
std::vector<std::string> spellings_of_more(const std::string& number, const support::Integer& limit) {
    const std::string next = support::Integer(limit + 1).get_str();
    std::vector<std::string> result{limit.get_str() + " < " + number, number + " >= " + next, next + " <= " + number};
    if (limit == 0) {
        result.push_back(number + " != 0");
        result.push_back("0 != " + number);
        if (number.starts_with('|')) {
            result.push_back(number.substr(1, number.size() - 2) + " != []");
        }
    }
    return result;
}

std::string length_of(const typed::Expr& indexed, std::size_t dimension = 0) {
    const std::string text = one_line(indexed.range);
    const bool several = typed::is_array(indexed.type) && typed::dimensions(indexed.type) > 1;
    return several                         ? fmt::format("{}.Length{}", text, dimension)
           : typed::is_array(indexed.type) ? text + ".Length"
                                           : "|" + text + "|";
}

// 0 <= index < length, as short as that can be said.
std::string index_in(const typed::Expr& index, const std::string& length) {
    const std::string text = one_line(index.range);
    if (const auto* literal = std::get_if<typed::IntLiteral>(&index.node)) {
        return length + " > " + literal->value.get_str();
    }
    const bool natural = typed::carrier(index.type).kind == typed::TypeKind::Nat;
    return (natural ? "" : "0 <= ") + text + " < " + length;
}

class Definedness {
  public:
    explicit Definedness(const interpret::Failure& failure) : failure_(failure) {}

    std::optional<Condition> of(const typed::Expr& root) {
        typed::for_each_below(root, {[this](const typed::Expr& expr) { look_at(expr); }, {}});
        return found_;
    }

    // The range of a forall whose variable is the index: its upper limit is to be within the length.
    std::optional<Condition> of_bounded_index(const typed::Expr& root) {
        std::optional<Condition> result;
        typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                         const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node);
                                         if (quantifier != nullptr && index_ != nullptr) {
                                             if (auto condition = limit_within(*quantifier)) {
                                                 result = std::move(condition);
                                             }
                                         }
                                     },
                                     {}});
        return result;
    }

  private:
    bool is_here(const SourceRange& range) const { return range.has_file() && range == failure_.range; }
    bool is(Rule rule) const { return failure_.rule == rule; }

    void give(std::string text, std::vector<const typed::Expr*> terms, std::vector<std::string> spellings = {}) {
        if (!found_) {
            found_ = Condition{std::move(text), std::move(terms), std::move(spellings)};
        }
    }

    void look_at(const typed::Expr& expr) {
        if (is(Rule::IndexRange)) {
            if (const auto* index = std::get_if<typed::SeqIndex>(&expr.node)) {
                look_at_index(*index->seq, *index->index);
            } else if (const auto* read = std::get_if<typed::ArrayRead>(&expr.node)) {
                for (std::size_t i = 0; i < read->indices.size(); ++i) {
                    look_at_index(*read->array, *read->indices[i], i);
                }
            }
        } else if (is(Rule::SliceRange)) {
            if (const auto* slice = std::get_if<typed::SeqSlice>(&expr.node)) {
                look_at_slice(expr, *slice->seq, slice->low.get(), slice->high.get());
            } else if (const auto* part = std::get_if<typed::ArraySlice>(&expr.node)) {
                look_at_slice(expr, *part->array, part->low.get(), part->high.get());
            }
        } else if (is(Rule::DivisionByZero)) {
            const auto* binary = std::get_if<typed::Binary>(&expr.node);
            if (binary != nullptr && (binary->op == typed::BinaryOp::Divide || binary->op == typed::BinaryOp::Modulo) &&
                (is_here(binary->op_range) || is_here(expr.anchor) || is_here(binary->right->range))) {
                const std::string divisor = one_line(binary->right->range);
                const bool real = typed::base_type(binary->right->type).kind == typed::TypeKind::Real;
                const std::string zero = real ? "0.0" : "0";
                const std::string text = needs_parentheses(*binary->right) ? "(" + divisor + ")" : divisor;
                give(text + " != " + zero, {binary->right.get()},
                     {divisor + " != " + zero, divisor + " > " + zero, divisor + " < " + zero, zero + " < " + divisor,
                      zero + " != " + divisor});
            }
        } else if (is(Rule::ElementInDomain)) {
            const auto* select = std::get_if<typed::MapSelect>(&expr.node);
            if (select != nullptr && (is_here(select->key->range) || is_here(expr.range) || is_here(expr.anchor))) {
                give(one_line(select->key->range) + " in " + one_line(select->map->range),
                     {select->key.get(), select->map.get()});
            }
        } else if (is(Rule::Destructor)) {
            const auto* select = std::get_if<typed::DatatypeSelect>(&expr.node);
            if (select != nullptr && (is_here(expr.range) || is_here(expr.anchor))) {
                look_at_destructor(*select);
            }
        } else if (is(Rule::CharRange)) {
            const auto* convert = std::get_if<typed::Convert>(&expr.node);
            if (convert != nullptr && (is_here(expr.range) || is_here(expr.anchor))) {
                give("0 <= " + one_line(convert->operand->range) + " < 0xD800", {convert->operand.get()});
            }
        } else if (is(Rule::Subset)) {
            if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                look_at_arguments(*call);
            }
        } else if (is(Rule::Precondition)) {
            const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
            if (call != nullptr && (is_here(expr.range) || is_here(expr.anchor))) {
                look_at_call(*call);
            }
        }
    }

    void look_at_index(const typed::Expr& indexed, const typed::Expr& index, std::size_t dimension = 0) {
        if (is_here(index.range)) {
            const std::string length = length_of(indexed, dimension);
            index_ = &index;
            indexed_ = &indexed;
            length_ = length;
            const auto* literal = std::get_if<typed::IntLiteral>(&index.node);
            give(index_in(index, length), {&indexed, &index},
                 literal == nullptr ? std::vector<std::string>() : spellings_of_more(length, literal->value));
        }
    }

    void look_at_slice(const typed::Expr& whole, const typed::Expr& sliced, const typed::Expr* low,
                       const typed::Expr* high) {
        const bool here = is_here(whole.range) || is_here(whole.anchor) || (low != nullptr && is_here(low->range)) ||
                          (high != nullptr && is_here(high->range));
        if (!here) {
            return;
        }
        std::vector<const typed::Expr*> terms{&sliced};
        std::string text = "0";
        for (const typed::Expr* bound : {low, high}) {
            if (bound != nullptr) {
                text += " <= " + one_line(bound->range);
                terms.push_back(bound);
            }
        }
        give(text + " <= " + length_of(sliced), std::move(terms));
    }

    void look_at_destructor(const typed::DatatypeSelect& select) {
        const typed::Datatype& datatype = *select.value->type.datatype;
        std::string text;
        for (std::size_t i = 0; i < datatype.constructors.size(); ++i) {
            if (datatype.destructors[select.destructor].fields.at(i)) {
                text += (text.empty() ? "" : " || ") + one_line(select.value->range) + "." +
                        datatype.constructors[i].name + "?";
            }
        }
        give(std::move(text), {select.value.get()});
    }

    void look_at_call(const typed::FunctionCall& call) {
        for (const typed::Clause& clause : call.function->preconditions) {
            if (covers(clause.expr->range, failure_.clause) && !binds_variables(*clause.expr)) {
                std::vector<const typed::Expr*> terms;
                for (const typed::ExprPtr& argument : call.arguments) {
                    terms.push_back(argument.get());
                }
                give(with_arguments(one_line(failure_.clause), call.function->parameters, call.arguments),
                     std::move(terms));
            }
        }
    }

    // An int where a nat is wanted.
    void look_at_arguments(const typed::FunctionCall& call) {
        for (std::size_t i = 0; i < call.arguments.size() && i < call.function->parameters.size(); ++i) {
            const typed::Expr& argument = *call.arguments[i];
            if (is_here(argument.range) && call.function->parameters[i]->type.kind == typed::TypeKind::Nat) {
                const std::string text = one_line(argument.range);
                const bool whole = std::holds_alternative<typed::IfThenElse>(argument.node);
                give((whole ? "(" + text + ")" : text) + " >= 0", {&argument}, {"0 <= " + text});
            }
        }
    }

    std::optional<Condition> limit_within(const typed::Quantifier& quantifier) const {
        const typed::Variable* const variable = typed::read_variable(*index_);
        for (const typed::Restriction& restriction : typed::restrictions(quantifier)) {
            if (variable == nullptr || restriction.variable != variable) {
                continue;
            }
            for (const typed::Sum& upper : restriction.upper) {
                if (upper.offset == -1 && upper.summands.size() == 1 && !upper.summands.front().negative) {
                    const typed::Expr& limit = *upper.summands.front().term;
                    return Condition{one_line(limit.range) + " <= " + length_, {&limit, indexed_}};
                }
            }
        }
        return std::nullopt;
    }

    const interpret::Failure& failure_;
    std::optional<Condition> found_;
    const typed::Expr* index_ = nullptr;
    const typed::Expr* indexed_ = nullptr;
    std::string length_; // of what is indexed
};

bool speaks_of(const Condition& condition, const std::set<const typed::Variable*>& variables) {
    bool found = false;
    for (const typed::Expr* term : condition.terms) {
        typed::for_each_below(*term, {[&](const typed::Expr& expr) {
                                          const typed::Variable* read = typed::read_variable(expr);
                                          found = found || (read != nullptr && variables.contains(read));
                                      },
                                      {}});
    }
    return found;
}

bool is_declared_outside(const Condition& condition) {
    bool outside = true;
    for (const typed::Expr* term : condition.terms) {
        typed::for_each_below(*term, {[&](const typed::Expr& expr) {
                                          const typed::Variable* read = typed::read_variable(expr);
                                          outside = outside &&
                                                    (read == nullptr || (read->kind != typed::VariableKind::Bound &&
                                                                         read->kind != typed::VariableKind::Local));
                                      },
                                      {}});
    }
    return outside;
}

// Whether the declaration itself is called in a term, which then speaks of its result.
bool calls_itself(const Condition& condition, const void* address) {
    bool found = false;
    for (const typed::Expr* term : condition.terms) {
        typed::for_each_below(*term, {[&](const typed::Expr& expr) {
                                          const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
                                          found = found || (call != nullptr && call->function == address);
                                      },
                                      {}});
    }
    return found;
}

// In the order in which they are evaluated, each conjunction behind its parts.
void add_conjuncts(const typed::Expr& expr, std::vector<const typed::Expr*>& out) {
    const auto* binary = std::get_if<typed::Binary>(&expr.node);
    if (binary != nullptr && binary->op == typed::BinaryOp::And) {
        add_conjuncts(*binary->left, out);
        add_conjuncts(*binary->right, out);
    }
    out.push_back(&expr); // a chain is a conjunction, too
}

// The condition, as it is written behind the place that needs it; nothing when it is not.
std::optional<std::string> said_behind(const std::vector<typed::Clause>& clauses, const SourceRange& place,
                                       const Condition& condition) {
    std::vector<const typed::Expr*> conjuncts;
    for (const typed::Clause& clause : clauses) {
        add_conjuncts(*clause.expr, conjuncts);
    }
    bool behind = false;
    for (const typed::Expr* conjunct : conjuncts) {
        const std::string text = one_line(conjunct->range);
        if (behind && (text == condition.text || std::find(condition.spellings.begin(), condition.spellings.end(),
                                                           text) != condition.spellings.end())) {
            return text;
        }
        behind = behind || covers(conjunct->range, place);
    }
    return std::nullopt;
}

std::set<const typed::Variable*> result_variables(const typed::Declaration& declaration) {
    std::set<const typed::Variable*> result;
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        result.insert((*function)->result.get());
    } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        for (const typed::VariablePtr& each : (*method)->results) {
            result.insert(each.get());
        }
    }
    return result;
}

} // namespace

std::string with_arguments(const std::string& text, const std::vector<typed::VariablePtr>& parameters,
                           const std::vector<typed::ExprPtr>& arguments) {
    const auto is_word = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'' || c == '?';
    };
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word(text[end])) {
            ++end;
        }
        if (end == at) {
            result += text[at++];
            continue;
        }
        const std::string word = text.substr(at, end - at);
        std::size_t place = 0;
        while (place < parameters.size() && parameters[place]->name != word) {
            ++place;
        }
        const bool member = at > 0 && text[at - 1] == '.';
        if (place < std::min(parameters.size(), arguments.size()) && !member) {
            const std::string argument = one_line(arguments[place]->range);
            result +=
                needs_parentheses(*arguments[place]) && text.size() > word.size() ? "(" + argument + ")" : argument;
        } else {
            result += word;
        }
        at = end;
    }
    return result;
}

std::string definedness_hint(const typed::Declaration& declaration, const interpret::Failure& failure) {
    for (const bool post : {false, true}) {
        const typed::Clause* const clause = clause_at(clauses_of(declaration, post), failure.range);
        if (clause == nullptr) {
            continue;
        }
        Definedness definedness(failure);
        std::optional<Condition> condition = definedness.of(*clause->expr);
        if (condition && !is_declared_outside(*condition)) {
            condition = definedness.of_bounded_index(*clause->expr);
        }
        if (!condition || !is_declared_outside(*condition)) {
            return {};
        }
        if (const std::optional<std::string> guard =
                said_behind(clauses_of(declaration, post), failure.range, *condition)) {
            return fmt::format("each part has to have a meaning when those before it hold: move `{}` before it",
                               *guard);
        }
        const bool promised = post && (speaks_of(*condition, result_variables(declaration)) ||
                                       calls_itself(*condition, address_of(declaration)));
        return fmt::format("say `{} {}`{}", promised ? "ensures" : "requires", condition->text,
                           promised == post ? " before it" : "");
    }
    return {};
}

namespace {

// What it promises is about an object that is not there before, which is not what small values are.
bool is_constructor(const typed::Declaration& declaration) {
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
    return method != nullptr && (*method)->kind == typed::MethodKind::Constructor;
}

} // namespace

PromiseSearch::PromiseSearch(Runner& runner, Targets& targets, const Vocabulary& vocabulary)
    : runner_(runner), targets_(targets), values_(vocabulary), found_(targets.size()) {
    for (const typed::VariablePtr& parameter : parameters_of(runner.declaration())) {
        promised_.push_back(std::make_unique<const typed::Variable>(*parameter));
    }
    for (typed::VariablePtr& result : results_of(runner.declaration())) {
        promised_.push_back(std::move(result));
    }
    for (const typed::Clause& clause : clauses_of(runner.declaration(), true)) {
        promises_.push_back(clause.expr->range);
    }
}

bool PromiseSearch::may_go_on() const {
    if (is_constructor(runner_.declaration()) || runner_.spent() >= runner_.budget() / 100 * 60) {
        return false;
    }
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        if (targets_.is_open(i) && std::any_of(promises_.begin(), promises_.end(), [&](const SourceRange& promise) {
                return covers(promise, targets_[i].range);
            })) {
            return true;
        }
    }
    return false;
}

void PromiseSearch::search() {
    constexpr std::size_t kLargest = 6;
    constexpr std::size_t kMostTried = 2000;
    std::size_t tried = 0;
    if (!may_go_on()) {
        return;
    }
    for_each_small_input(promised_, values_, kLargest, [&](const Input& input) {
        if (tried++ >= kMostTried) {
            return false;
        }
        const interpret::Result result = runner_.promise(input);
        if (result.status == interpret::Status::Failed) {
            const std::optional<std::size_t> target = targets_.broken_by(*result.failure);
            if (target && targets_.is_open(*target)) {
                found_[*target] = explain(*target, input);
                targets_.close(*target);
            }
        }
        return may_go_on();
    });
}

Finding PromiseSearch::explain(std::size_t target, const Input& found) {
    constexpr std::size_t kAttempts = 100;
    const auto fails = [&](const interpret::Result& result) {
        return result.failure && targets_.broken_by(*result.failure) == target;
    };
    const Input input =
        shrunk(found, promised_, kAttempts, [&](const Input& smaller) { return fails(runner_.promise(smaller)); });
    const interpret::Result result = runner_.promise(input);
    const typed::Declaration& declaration = runner_.declaration();
    Finding finding;
    support::Explanation& explanation = finding.explanation;
    explanation.kind = support::ExplanationKind::NoMeaning;
    const std::vector<NamedValue> all = described(input, promised_);
    // Then the results, and objects to which only others lead.
    const std::size_t arguments = parameters_of(declaration).size();
    explanation.inputs.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(arguments));
    explanation.state.assign(all.begin() + static_cast<std::ptrdiff_t>(arguments), all.end());
    explanation.clause = result.failure->clause;
    explanation.parts = parts_of(*result.failure);
    // What the clause speaks of; the rest does not matter.
    const typed::Clause* const clause = clause_at(clauses_of(declaration, true), result.failure->range);
    std::vector<NamedValue> mentioned;
    for (const typed::Variable* variable : variables_in(declaration, {clause->expr->range})) {
        const auto value =
            std::find_if(all.begin(), all.end(), [&](const NamedValue& each) { return each.name == variable->name; });
        if (value != all.end()) {
            mentioned.push_back(*value);
        }
    }
    explanation.headline = mentioned.empty() ? "the postcondition has no meaning"
                                             : "for " + listed(mentioned, 6) +
                                                   " the postcondition has no meaning, and nothing excludes " +
                                                   (mentioned.size() == 1 ? "that" : "them");
    explanation.hint = definedness_hint(declaration, *result.failure);
    return finding;
}

} // namespace daphnia::refute
