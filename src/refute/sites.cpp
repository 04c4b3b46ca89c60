// Declarations in, their loops and calls, and the variables of some of their parts, out.
#include "refute/sites.h"

#include "typed/walk.h"

#include <algorithm>

namespace daphnia::refute {

std::vector<Site> sites_of(const typed::Declaration& declaration) {
    std::vector<Site> sites;
    const auto look_at = [&](const typed::Stmt& statement) {
        if (const auto* loop = std::get_if<typed::While>(&statement.node)) {
            if (loop->body != nullptr) {
                sites.push_back({&statement, loop, nullptr});
            }
        } else if (const auto* call = std::get_if<typed::Call>(&statement.node)) {
            const typed::Method& callee = *call->method;
            // What a constructor makes is an object that is not there before: it is run.
            const bool replaced = callee.kind != typed::MethodKind::Constructor;
            if (replaced && (!callee.results.empty() || callee.modifies.wildcard || !callee.modifies.entries.empty())) {
                sites.push_back({&statement, nullptr, call});
            }
        }
    };
    typed::for_each_child(declaration, {{}, [&](const typed::Stmt& body) {
                                            typed::for_each_below(body, {{}, look_at});
                                        }});
    return sites;
}

bool covers(const support::SourceRange& outer, const support::SourceRange& inner) {
    return outer.has_file() && outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

std::vector<const typed::Variable*> variables_in(const typed::Declaration& declaration,
                                                 const std::vector<support::SourceRange>& ranges) {
    std::vector<const typed::Variable*> result;
    for (const support::SourceRange& range : ranges) {
        const auto look_at = [&](const typed::Expr& expr) {
            const typed::Variable* variable = typed::read_variable(expr);
            if (variable != nullptr && covers(range, expr.range) &&
                std::find(result.begin(), result.end(), variable) == result.end()) {
                result.push_back(variable);
            }
        };
        typed::for_each_child(declaration, {[&](const typed::Expr& expr) {
                                                typed::for_each_below(expr, {look_at, {}});
                                            },
                                            [&](const typed::Stmt& stmt) {
                                                typed::for_each_below(stmt, {look_at, {}});
                                            }});
    }
    return result;
}

} // namespace daphnia::refute
