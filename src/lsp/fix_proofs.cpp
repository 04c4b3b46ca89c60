// Failed proofs: the clauses and statements that their explanations name, bounds of loops as invariants, and measures.
#include "lsp/fix.h"
#include "support/match.h"
#include "support/quoted.h"
#include "typed/type_uses.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace daphnia::lsp {

namespace {

using support::one_line;
using support::Rule;

struct Loop {
    const typed::While* loop;
    support::SourceRange range; // of the statement
};

std::vector<Loop> loops_of(const typed::Declaration& declaration) {
    std::vector<Loop> result;
    const auto look_at = [&](const typed::Stmt& stmt) {
        if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            result.push_back({loop, stmt.range});
        }
    };
    typed::for_each_below(declaration, typed::Part::All, {{}, look_at});
    return result;
}

// Of a guard: `low` counts up to `high`, or `high` down to `low`, in steps that may go `beyond` by one.
struct Bound {
    std::string low;
    std::string high;
    bool beyond = false;
};

void add_bounds(const typed::Expr& guard, std::vector<Bound>& out) {
    const auto* binary = std::get_if<typed::Binary>(&guard.node);
    if (binary == nullptr) {
        return;
    }
    const std::string left = one_line(binary->left->range);
    const std::string right = one_line(binary->right->range);
    switch (binary->op) {
    case typed::BinaryOp::And:
        add_bounds(*binary->left, out);
        add_bounds(*binary->right, out);
        break;
    case typed::BinaryOp::Less:
        out.push_back({left, right, false});
        break;
    case typed::BinaryOp::Greater:
        out.push_back({right, left, false});
        break;
    case typed::BinaryOp::LessEqual:
        out.push_back({left, right, true});
        break;
    case typed::BinaryOp::GreaterEqual:
        out.push_back({right, left, true});
        break;
    case typed::BinaryOp::NotEqual:
        out.push_back({left, right, false});
        out.push_back({right, left, false});
        break;
    default:
        break;
    }
}

// Those of the guard of a `while`; a `for` keeps its own.
std::vector<Bound> bounds_of(const Loop& loop) {
    std::vector<Bound> result;
    if (loop.loop->guard == nullptr || loop.loop->guard->range.begin < loop.range.begin) {
        return result;
    }
    const support::SourceRange head{loop.range.file, loop.range.begin, loop.loop->guard->range.begin};
    if (head.text().find("while") != std::string_view::npos) {
        add_bounds(*loop.loop->guard, result);
    }
    return result;
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// Weak ones first: of those that do, the simplest is offered.
std::vector<std::string> invariants_for(const Bound& bound) {
    std::vector<std::string> result;
    const std::string order = bound.low + " <= " + bound.high + (bound.beyond ? " + 1" : "");
    result.push_back(order);
    if (!is_number(bound.low)) {
        result.push_back("0 <= " + bound.low);
        result.push_back("0 <= " + order);
    }
    return result;
}

class ProofFixes {
  public:
    ProofFixes(const FixSite& site, const Declared& declared, const support::Diagnostic& failure, int& group)
        : site_(site), declared_(declared), failure_(failure), group_(group),
          typed_(typed_declaration(site, declared)) {}

    std::vector<Change> all() && {
        add_named();
        if (typed_ != nullptr) {
            add_measures();
            add_bounds_of_loops();
            add_definitions();
        }
        return std::move(changes_);
    }

  private:
    void add(std::string title, const std::optional<layout::TextEdit>& edit, int group) {
        if (!edit || !tried_.insert({edit->range.begin, edit->text}).second) {
            return;
        }
        Change change;
        change.title = std::move(title);
        change.kind = "quickfix";
        change.aim = Aim::Proves;
        change.edits = {*edit};
        change.group = group;
        change.subject = subject_of(declared_.name, failure_);
        change.diagnostic = site_.published(failure_);
        changes_.push_back(std::move(change));
    }
    void add_clause(const std::string& clause, std::uint32_t offset, int group) {
        add(fmt::format("Add `{}`", clause), layout::insert_clause(site_.text(), offset, clause), group);
    }
    // The place of the contract, or of the loop whose measure it is.
    std::uint32_t place_of(const std::string& clause) const {
        if (clause.rfind("decreases", 0) == 0 && typed_ != nullptr) {
            for (const Loop& loop : loops_of(*typed_)) {
                if (loop.range.begin == failure_.range.begin) {
                    return failure_.range.begin;
                }
            }
        }
        return declared_.name_range.begin;
    }

    // What the explanation names.
    void add_named() {
        if (failure_.explanation == nullptr) {
            return;
        }
        for (const std::string& code : support::quoted_code(failure_.explanation->hint)) {
            const auto begins = [&](const char* word) { return code.rfind(word, 0) == 0; };
            if (begins("decreases ") || begins("reads ") || begins("modifies ")) {
                if (code.find('*') == std::string::npos) {
                    add_clause(code, place_of(code), ++group_);
                }
            } else if (!code.empty() && code.back() == ';') {
                add(fmt::format("Insert `{}`", code), statement_at(site_, failure_, code), ++group_);
            }
        }
    }

    // What counts from one side of a guard to the other gets less.
    void add_measures() {
        if (failure_.rule != Rule::Decreases) {
            return;
        }
        const int group = ++group_;
        for (const Loop& loop : loops_of(*typed_)) {
            if (loop.range.begin != failure_.range.begin || loop.loop->guard == nullptr) {
                continue;
            }
            for (const Bound& bound : bounds_of(loop)) {
                const std::string measure = bound.low == "0" ? bound.high : bound.high + " - " + bound.low;
                add_clause("decreases " + measure, failure_.range.begin, group);
            }
        }
    }

    // Of the loops around the failure and before it.
    void add_bounds_of_loops() {
        if (failure_.rule == Rule::Decreases || failure_.rule == Rule::InvariantEntry) {
            return;
        }
        const int group = ++group_;
        for (const Loop& loop : loops_of(*typed_)) {
            if (loop.range.begin > failure_.range.end && failure_.rule != Rule::Postcondition) {
                continue;
            }
            for (const Bound& bound : bounds_of(loop)) {
                for (const std::string& invariant : invariants_for(bound)) {
                    add_clause("invariant " + invariant, loop.loop->guard->range.begin, group);
                }
            }
        }
    }

    // Of opaque functions that the declaration or its contract speaks of.
    void add_definitions() {
        const int group = ++group_;
        std::set<std::string> names;
        const auto look_at = [&](const typed::Expr& expr) {
            const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
            if (call != nullptr && call->function->attributes.opaque && call->function->body != nullptr) {
                names.insert(std::string(call->function->name_range.text()));
            }
        };
        typed::for_each_below(*typed_, typed::Part::All, {look_at, {}});
        for (const std::string& name : names) {
            const std::string code = fmt::format("reveal {}();", name);
            add(fmt::format("Insert `{}`", code), statement_at(site_, failure_, code), group);
        }
    }

    const FixSite& site_;
    const Declared& declared_;
    const support::Diagnostic& failure_;
    int& group_;
    const typed::Declaration* typed_;
    std::set<std::pair<std::uint32_t, std::string>> tried_;
    std::vector<Change> changes_;
};

} // namespace

const typed::Declaration* typed_declaration(const FixSite& site, const Declared& declared) {
    const std::vector<Declared>& all = site.program().declarations();
    const auto number = static_cast<std::size_t>(&declared - all.data());
    const std::vector<verify::Task>& tasks = site.moment().program.tasks();
    return number < tasks.size() ? tasks[number].declaration : nullptr;
}

std::optional<layout::TextEdit> statement_at(const FixSite& site, const support::Diagnostic& failure,
                                             const std::string& statement) {
    const std::uint32_t begin = failure.range.begin;
    const bool at_end = failure.rule == Rule::Postcondition && failure.range.text().rfind('{', 0) == 0;
    return at_end ? layout::insert_at_end_of_block(site.text(), begin + 1, statement)
                  : layout::insert_before_statement(site.text(), begin, statement);
}

std::vector<Change> fixes_of_proofs(const FixSite& site, int& group) {
    std::vector<Change> result;
    for (const Declared& declared : site.program().declarations()) {
        if (!declared.is_known() || declared.verdict->home != site.program().moment()) {
            continue;
        }
        for (const support::Diagnostic& failure : declared.verdict->found) {
            if (failure.verdict.empty() || !site.is_here(failure.range)) {
                continue;
            }
            for (auto more : {ProofFixes(site, declared, failure, group).all(), written_out(site, declared, failure)}) {
                std::move(more.begin(), more.end(), std::back_inserter(result));
            }
        }
    }
    return result;
}

} // namespace daphnia::lsp
