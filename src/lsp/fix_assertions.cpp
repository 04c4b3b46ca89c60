// What a proof needs, written out: the condition that fails as an assertion, the cases that a match lacks.
#include "index/index.h"
#include "lsp/fix.h"
#include "typed/type_uses.h"

#include <fmt/format.h>

#include <cctype>
#include <map>

namespace daphnia::lsp {

namespace {

using support::one_line;
using support::Rule;
using Replacements = std::map<std::string, std::string>; // of formals by actuals

// A name, a literal or a call needs no parentheses wherever it stands.
std::string as_operand(const std::string& text) {
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        const bool is_part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'' || c == '.' ||
                             c == ')' || c == ']' || c == '|';
        if (depth == 0 && !is_part) {
            return "(" + text + ")";
        }
    }
    return text;
}

// The text of a clause with other things in place of the parameters and results that it names.
std::string replaced(const FixSite& site, const support::SourceRange& clause, const Replacements& by) {
    const support::SourceFile* file = site.moment().file(clause.file->path());
    if (file == nullptr) {
        return one_line(clause);
    }
    const index::Index& names = site.moment().names();
    std::string result;
    std::uint32_t at = clause.begin;
    for (const index::Occurrence& name : names.names_in(*file)) {
        if (name.range.begin < at || name.range.end > clause.end || name.symbol == index::kNoSymbol) {
            continue;
        }
        const index::Symbol& symbol = names.symbol(name.symbol);
        const bool is_formal = symbol.kind == index::SymbolKind::Parameter || symbol.kind == index::SymbolKind::Result;
        const auto actual = by.find(symbol.name);
        if (is_formal && actual != by.end()) {
            result += file->text().substr(at, name.range.begin - at);
            result += as_operand(actual->second);
            at = name.range.end;
        }
    }
    return result + std::string(file->text().substr(at, clause.end - at));
}

struct Call {
    const std::vector<typed::VariablePtr>* formals = nullptr;
    const std::vector<typed::ExprPtr>* actuals = nullptr;
};

// The innermost call at the place whose callee has the clause.
Call call_at(const typed::Declaration& declaration, const support::Diagnostic& failure) {
    const support::SourceRange& clause = failure.related.front().range;
    const auto has_clause = [&](const support::SourceRange& callee) {
        return callee.file == clause.file && callee.begin <= clause.begin && clause.end <= callee.end;
    };
    const auto is_here = [&](const support::SourceRange& range) {
        return range.begin <= failure.range.begin && failure.range.end <= range.end;
    };
    Call result;
    const typed::Children below = {[&](const typed::Expr& expr) {
                                       const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
                                       if (call != nullptr && (is_here(expr.range) || is_here(call->call_range)) &&
                                           has_clause(call->function->range)) {
                                           result = {&call->function->parameters, &call->arguments};
                                       }
                                   },
                                   [&](const typed::Stmt& stmt) {
                                       const auto* call = std::get_if<typed::Call>(&stmt.node);
                                       if (call != nullptr && is_here(stmt.range) && has_clause(call->method->range)) {
                                           result = {&call->method->parameters, &call->arguments};
                                       }
                                   }};
    typed::for_each_below(declaration, typed::Part::All, below);
    return result;
}

Replacements actuals_of(const typed::Declaration& declaration, const support::Diagnostic& failure) {
    Replacements result;
    const Call call = call_at(declaration, failure);
    for (std::size_t i = 0; call.formals != nullptr && i < call.formals->size() && i < call.actuals->size(); ++i) {
        if ((*call.formals)[i]->kind == typed::VariableKind::In) {
            result[(*call.formals)[i]->name] = one_line((*call.actuals)[i]->range);
        }
    }
    return result;
}

// `return e;` gives the only result this value.
Replacements returned_at(const typed::Declaration& declaration, const support::SourceRange& place) {
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
    const std::string text = one_line(place);
    constexpr std::string_view kReturn = "return ";
    if (method == nullptr || (*method)->results.size() != 1 || text.rfind(kReturn, 0) != 0 || text.back() != ';') {
        return {};
    }
    return {{(*method)->results.front()->name, text.substr(kReturn.size(), text.size() - kReturn.size() - 1)}};
}

std::string default_of(const typed::Type& type) {
    const std::string name = typed::to_string(type);
    const auto is = [&](const char* prefix) { return name.rfind(prefix, 0) == 0; };
    return name == "int" || name == "nat" ? "0"
           : name == "bool"               ? "false"
           : name == "real"               ? "0.0"
           : name == "string"             ? "\"\""
           : is("seq<")                   ? "[]"
           : is("set<")                   ? "{}"
           : is("map<")                   ? "map[]"
                                          : "";
}

// What stands behind a new case: nothing in a statement, a value of the function's type in its body.
std::optional<std::string> behind_pattern(const typed::Declaration& declaration, std::uint32_t match) {
    bool is_statement = false;
    const typed::Children below = {
        {}, [&](const typed::Stmt& stmt) {
            const auto* check = std::get_if<typed::Assert>(&stmt.node);
            is_statement = is_statement || (check != nullptr && check->kind == typed::AssertKind::MatchCase &&
                                            stmt.range.begin == match &&
                                            check->error_message.find("match statement") != std::string::npos);
        }};
    typed::for_each_below(declaration, typed::Part::All, below);
    if (is_statement) {
        return std::string();
    }
    const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration);
    if (function == nullptr || (*function)->body == nullptr || (*function)->body->range.begin != match) {
        return std::nullopt;
    }
    const std::string value = default_of((*function)->result->type);
    return value.empty() ? std::nullopt : std::optional(" " + value);
}

void add_cases(const FixSite& site, const typed::Declaration& declaration, Change change,
               const support::Diagnostic& failure, std::vector<Change>& out) {
    const std::size_t colon = failure.message.find(": ");
    const std::uint32_t match = failure.range.begin;
    const std::optional<std::string> behind = behind_pattern(declaration, match);
    if (colon == std::string::npos || !behind) {
        return;
    }
    change.title = "Add the missing cases";
    change.aim = Aim::Covers;
    change.match = match;
    change.behind_pattern = *behind;
    change.cases = {fmt::format("case {} =>{}", failure.message.substr(colon + 2), *behind)};
    if (const std::optional<layout::TextEdit> edit = layout::append_cases(site.text(), match, change.cases)) {
        change.edits = {*edit};
        out.push_back(std::move(change));
    }
}

} // namespace

std::vector<Change> written_out(const FixSite& site, const Declared& declared, const support::Diagnostic& failure) {
    std::vector<Change> result;
    const typed::Declaration* declaration = typed_declaration(site, declared);
    if (declaration == nullptr) {
        return result;
    }
    Change change;
    change.kind = "quickfix";
    change.subject = subject_of(declared.name, failure);
    change.diagnostic = site.published(failure);
    if (failure.rule == Rule::MatchCase) {
        add_cases(site, *declaration, std::move(change), failure, result);
        return result;
    }
    const bool is_call = failure.rule == Rule::Precondition;
    if ((!is_call && failure.rule != Rule::Postcondition) || change.subject.clause.empty()) {
        return result;
    }
    const Replacements by = is_call ? actuals_of(*declaration, failure) : returned_at(*declaration, failure.range);
    const std::string condition = replaced(site, failure.related.front().range, by);
    const std::string assertion = fmt::format("assert {};", condition);
    if (const std::optional<layout::TextEdit> edit = statement_at(site, failure, assertion)) {
        change.title = fmt::format("Insert the {} as an assertion", is_call ? "precondition" : "postcondition");
        change.aim = Aim::Explains;
        change.edits = {*edit};
        result.push_back(std::move(change));
    }
    return result;
}

} // namespace daphnia::lsp
