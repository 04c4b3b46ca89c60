// Changes for what need not be wrong: a lemma for an assertion, one declaration verified alone.
#include "lsp/fix.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace daphnia::lsp {

namespace {

using support::one_line;

// The variables that a condition speaks of and does not declare itself; nothing where a lemma elsewhere cannot speak of
// the same.
std::optional<std::vector<const typed::Variable*>> parameters_for(const typed::Expr& condition) {
    std::vector<const typed::Variable*> result;
    bool is_free = true;
    typed::for_each_below(condition,
                          {[&](const typed::Expr& expr) {
                               is_free = is_free && !std::holds_alternative<typed::Old>(expr.node) &&
                                         !std::holds_alternative<typed::Fresh>(expr.node);
                               const typed::Variable* variable = typed::read_variable(expr);
                               if (variable == nullptr) {
                                   return;
                               }
                               is_free = is_free && variable->kind != typed::VariableKind::Receiver &&
                                         variable->kind != typed::VariableKind::Cell;
                               const bool is_own = condition.range.begin <= variable->range.begin &&
                                                   variable->range.end <= condition.range.end;
                               if (!is_own && std::find(result.begin(), result.end(), variable) == result.end()) {
                                   result.push_back(variable);
                               }
                           },
                           {}});
    return is_free ? std::optional(std::move(result)) : std::nullopt;
}

// A name that the text does not have.
std::string new_name(const FixSite& site, const std::string& of) {
    const std::string_view text = site.file().text();
    std::string result = of.substr(of.rfind('.') + 1) + "Lemma";
    for (int number = 2; text.find(result) != std::string_view::npos; ++number) {
        result = fmt::format("{}Lemma{}", of.substr(of.rfind('.') + 1), number);
    }
    return result;
}

void add_lemma(const FixSite& site, const Declared& declared, const support::Diagnostic& failure,
               std::vector<Change>& out) {
    const typed::Declaration* declaration = typed_declaration(site, declared);
    const typed::Expr* condition = nullptr;
    const typed::Children below = {{}, [&](const typed::Stmt& stmt) {
                                       const auto* claim = std::get_if<typed::Assert>(&stmt.node);
                                       if (claim != nullptr && claim->kind == typed::AssertKind::Assertion &&
                                           stmt.range.begin <= failure.range.begin &&
                                           failure.range.end <= stmt.range.end) {
                                           condition = claim->condition.get();
                                       }
                                   }};
    if (declaration != nullptr) {
        typed::for_each_child(*declaration, {{}, [&](const typed::Stmt& stmt) { typed::for_each_below(stmt, below); }});
    }
    const auto parameters = condition == nullptr ? std::nullopt : parameters_for(*condition);
    if (!parameters) {
        return;
    }
    const std::string name = new_name(site, declared.name);
    std::string formals;
    std::string actuals;
    for (const typed::Variable* each : *parameters) {
        const char* comma = formals.empty() ? "" : ", ";
        formals += comma + each->name + ": " + typed::to_string(each->type);
        actuals += comma + each->name;
    }
    const auto lemma = layout::insert_before_declaration(
        site.text(), declared.name_range.begin,
        fmt::format("lemma {}({})\n  ensures {}\n{{\n}}", name, formals, one_line(condition->range)));
    const auto call =
        layout::insert_before_statement(site.text(), failure.range.begin, fmt::format("{}({});", name, actuals));
    if (!lemma || !call) {
        return;
    }
    Change change;
    change.title = fmt::format("Extract the lemma {} for this assertion", name);
    change.kind = "refactor.extract";
    change.aim = Aim::Proves;
    change.edits = {*lemma, *call};
    change.subject = subject_of(declared.name, failure);
    change.diagnostic = site.published(failure);
    out.push_back(std::move(change));
}

} // namespace

std::vector<Change> refactorings(const FixSite& site) {
    std::vector<Change> result;
    const Declared* here = site.program().declared_at(site.document().path(), site.offset());
    if (here != nullptr && site.is_here(here->name_range)) {
        const std::uint32_t name = here->name_range.begin;
        Change change;
        change.title = fmt::format("Verify only {}", here->name);
        change.kind = "refactor.rewrite";
        change.edits = {{site.at(name, name), "{:only} "}};
        const auto declaration = site.at(here->range.begin, name);
        if (declaration.text().find("{:only}") == std::string_view::npos) {
            result.push_back(std::move(change));
        }
    }
    for (const Declared& declared : site.program().declarations()) {
        if (!declared.is_known() || declared.verdict->home != site.program().moment()) {
            continue;
        }
        for (const support::Diagnostic& failure : declared.verdict->found) {
            // Of what a run breaks there is no lemma.
            const bool is_open = !failure.verdict.empty() && failure.verdict != "refuted";
            if (failure.rule == support::Rule::Assertion && is_open && site.is_here(failure.range)) {
                add_lemma(site, declared, failure, result);
            }
        }
    }
    return result;
}

} // namespace daphnia::lsp
