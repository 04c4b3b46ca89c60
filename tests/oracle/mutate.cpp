#include "mutate.h"

#include "support/match.h"
#include "typed/call_graph.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace daphnia::oracle {

namespace {

using support::SourceRange;
using typed::Expr;
using typed::Stmt;

// What an operator is mistaken for.
const std::map<std::string_view, std::vector<std::string_view>>& mistakes() {
    static const std::map<std::string_view, std::vector<std::string_view>> table{
        {"<", {"<=", ">"}}, {"<=", {"<"}},  {">", {">=", "<"}}, {">=", {">"}}, {"==", {"!="}},
        {"!=", {"=="}},     {"+", {"-"}},   {"-", {"+"}},       {"*", {"+"}},  {"/", {"%"}},
        {"%", {"/"}},       {"&&", {"||"}}, {"||", {"&&"}},
    };
    return table;
}

class Collector {
  public:
    explicit Collector(const typed::Program& program) {
        const typed::CallGraph calls(program);
        for (const typed::Declaration& declaration : program.declarations) {
            const auto caller =
                std::visit([](const auto& owned) -> typed::Callable { return owned.get(); }, declaration);
            for (const typed::Callable callee : calls.callees(caller)) {
                if (callee != caller) {
                    called_.insert(callee);
                }
            }
        }
        for (const typed::Declaration& declaration : program.declarations) {
            support::match(declaration, *this);
        }
    }

    std::vector<Mutant> take() {
        std::sort(found_.begin(), found_.end(), [](const Mutant& a, const Mutant& b) {
            return std::tie(a.range.begin, a.range.end, a.replacement) <
                   std::tie(b.range.begin, b.range.end, b.replacement);
        });
        return std::move(found_);
    }

    void operator()(const std::unique_ptr<typed::Function>& function) {
        if (function->body != nullptr) {
            variables_ = pointers(function->parameters);
            expression(*function->body, MutantKind::Function);
        }
    }
    void operator()(const std::unique_ptr<typed::Constant>&) {}
    void operator()(const std::unique_ptr<typed::Method>& method) {
        if (method->body == nullptr) {
            return;
        }
        if (method->kind == typed::MethodKind::Method && called_.contains(method.get())) {
            for (const typed::Clause& clause : method->postconditions) {
                weaken(*clause.expr, MutantKind::Contract, method->name_range);
            }
        }
        variables_ = pointers(method->parameters);
        for (const auto& result : method->results) {
            variables_.push_back(result.get());
        }
        statement(*method->body);
    }

  private:
    static std::vector<const typed::Variable*> pointers(const std::vector<typed::VariablePtr>& variables) {
        std::vector<const typed::Variable*> result;
        for (const auto& variable : variables) {
            result.push_back(variable.get());
        }
        return result;
    }

    void add(MutantKind kind, SourceRange range, std::string replacement, SourceRange subject = {}) {
        if (range.has_file() && known_.insert({range.begin, range.end, replacement}).second) {
            found_.push_back({kind, range, std::move(replacement), subject});
        }
    }

    // Each conjunct becomes `true`.
    void weaken(const Expr& clause, MutantKind kind, SourceRange subject) {
        const auto* both = std::get_if<typed::Binary>(&clause.node);
        if (both != nullptr && both->op == typed::BinaryOp::And && both->op_range.text() == "&&") {
            weaken(*both->left, kind, subject);
            weaken(*both->right, kind, subject);
        } else {
            add(kind, clause.range, "true", subject);
        }
    }

    void statement(const Stmt& stmt) {
        if (stmt.ghost) {
            remove(stmt, MutantKind::Proof);
            return;
        }
        if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            for (const typed::Clause& invariant : loop->invariants) {
                weaken(*invariant.expr, MutantKind::Invariant, stmt.range);
            }
            if (loop->guard != nullptr) {
                expression(*loop->guard, MutantKind::Body);
            }
            if (loop->body != nullptr) {
                statement(*loop->body);
            }
            return;
        }
        if (const auto* declared = std::get_if<typed::VarDecl>(&stmt.node)) {
            for (const auto& variable : declared->variables) {
                variables_.push_back(variable.get());
            }
        }
        const std::string_view text = stmt.range.has_file() ? stmt.range.text() : std::string_view();
        if (std::holds_alternative<typed::Assign>(stmt.node) && text.find(":=") != std::string_view::npos &&
            text.substr(0, 3) != "var") {
            remove(stmt, MutantKind::Body);
        }
        typed::for_each_child(stmt, {[&](const Expr& expr) { expression(expr, MutantKind::Body); },
                                     [&](const Stmt& child) { statement(child); }});
    }

    void remove(const Stmt& stmt, MutantKind kind) {
        const std::string_view text = stmt.range.has_file() ? stmt.range.text() : std::string_view();
        const bool proof = std::holds_alternative<typed::Assert>(stmt.node) ||
                           std::holds_alternative<typed::Call>(stmt.node) ||
                           std::holds_alternative<typed::Calc>(stmt.node);
        if (!text.empty() && (kind == MutantKind::Body || proof) && (text.back() == ';' || text.back() == '}')) {
            add(kind, stmt.range, "{ }");
        }
    }

    void expression(const Expr& root, MutantKind kind) {
        typed::for_each_below(root, {[&](const Expr& expr) { node(expr, kind); }, {}});
    }

    void node(const Expr& expr, MutantKind kind) {
        if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
            const std::string_view text = binary->op_range.has_file() ? binary->op_range.text() : std::string_view();
            const auto wrong = mistakes().find(text);
            if (wrong != mistakes().end()) {
                for (const std::string_view other : wrong->second) {
                    add(kind, binary->op_range, std::string(other));
                }
            }
        } else if (const auto* literal = std::get_if<typed::IntLiteral>(&expr.node)) {
            if (expr.range.has_file() && expr.range.text() == literal->value.get_str()) {
                add(kind, expr.range, typed::Integer(literal->value + 1).get_str());
                if (literal->value > 0) {
                    add(kind, expr.range, typed::Integer(literal->value - 1).get_str());
                }
            }
        } else if (const auto* read = std::get_if<typed::VariableRead>(&expr.node)) {
            exchange(expr, *read->variable, kind);
        }
    }

    // A variable is mistaken for the one of the same type that was declared last before it.
    void exchange(const Expr& expr, const typed::Variable& variable, MutantKind kind) {
        if (!expr.range.has_file() || expr.range.text() != variable.name) {
            return;
        }
        for (auto other = variables_.rbegin(); other != variables_.rend(); ++other) {
            if (*other != &variable && (*other)->type == variable.type && !(*other)->ghost &&
                (*other)->name.find('#') == std::string::npos) {
                add(kind, expr.range, (*other)->name);
                return;
            }
        }
    }

    std::set<typed::Callable> called_; // by others
    std::vector<const typed::Variable*> variables_;
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> known_;
    std::vector<Mutant> found_;
};

} // namespace

std::string_view to_string(MutantKind kind) {
    switch (kind) {
    case MutantKind::Body:
        return "body";
    case MutantKind::Function:
        return "function";
    case MutantKind::Invariant:
        return "invariant";
    case MutantKind::Contract:
        return "contract";
    case MutantKind::Proof:
        return "proof";
    }
    return {};
}

std::vector<Mutant> mutants(const typed::Program& program) {
    return Collector(program).take();
}

std::string text_of(const Mutant& mutant) {
    const std::string_view text = mutant.range.file->text();
    return std::string(text.substr(0, mutant.range.begin)) + mutant.replacement +
           std::string(text.substr(mutant.range.end));
}

std::string describe(const Mutant& mutant) {
    const support::LineColumn place = mutant.range.begin_place();
    return fmt::format("{}:{}:{}: {} becomes {}", mutant.range.file->path(), place.line, place.column,
                       mutant.range.text(), mutant.replacement);
}

} // namespace daphnia::oracle
