#include "resolve/reveals.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/labels.h"
#include "resolve/meanings.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/suggestions.h"
#include "support/spelling.h"

#include <fmt/format.h>

namespace daphnia::resolve {

// What hide statements would hide is never hidden, so `reveal *` has nothing to do.
void Reveals::reveal_statement(SourceRange range, const ast::Reveal& node, StmtList& out) {
    if (node.hide) {
        reporter().unsupported(range, "hide statements are");
        return;
    }
    typed::Reveal result;
    for (const ast::ExprPtr& expr : node.exprs) {
        reveal(*expr, result);
    }
    add(out, range, true, std::move(result));
}

bool Reveals::reveal_call(SourceRange range, const ast::Expr& expr, StmtList& out) {
    constexpr std::string_view kPrefix = "reveal_";
    const auto* call = std::get_if<ast::Call>(&expr.node);
    const auto* name = call == nullptr ? nullptr : std::get_if<ast::Name>(&call->callee->node);
    const auto* member = call == nullptr ? nullptr : std::get_if<ast::Member>(&call->callee->node);
    const std::string text = name != nullptr ? name->name.text : member != nullptr ? member->name.text : std::string();
    if (!text.starts_with(kPrefix) || !call->arguments.empty() || variables_.find(text) != nullptr) {
        return false;
    }
    if (const std::optional<Meaning> own = meanings_.declared_meaning(*call->callee);
        own && !std::holds_alternative<Unknown>(*own)) {
        return false;
    }
    const std::string revealed = text.substr(kPrefix.size());
    const std::optional<Meaning> found =
        name != nullptr ? meanings_.declared_name(revealed) : meanings_.declared_meaning(*member, revealed);
    if (name != nullptr && found) {
        note(globals_, name->name.range, *found);
    }
    auto* const* const entry = found ? std::get_if<Member*>(&*found) : nullptr;
    const auto* function = entry == nullptr ? nullptr : std::get_if<FunctionEntry>(*entry);
    if (function == nullptr || !is_opaque(*function->decl)) {
        return false;
    }
    typed::Reveal result;
    reveal(expr, revealed, **entry, result);
    add(out, range, true, std::move(result));
    return true;
}

std::vector<std::string> Reveals::revealable_names() const {
    std::vector<std::string> result = suggestions_.candidates(NameUse::Called);
    for (const std::string& label : labels_.dominating().names()) {
        if (labels_.is_of_assertion(labels_.dominating().find(label))) {
            result.push_back(label);
        }
    }
    return result;
}

const Member* Reveals::member_of_value(const ast::Expr& named) {
    const auto* member = std::get_if<ast::Member>(&named.node);
    if (member == nullptr) {
        return nullptr;
    }
    Draft object = expressions_.expression(*member->object, statement_context());
    const Member* const found = meanings_.member_of(known_now(object), member->name);
    drop(std::move(object.expr));
    return found;
}

void Reveals::reveal(const ast::Expr& expr, typed::Reveal& result) {
    const ast::Expr* named = &expr;
    if (const auto* call = std::get_if<ast::Call>(&named->node)) {
        named = call->callee.get();
    }
    const std::string text(named->range.text());
    const typed::Label* label = labels_.dominating().find(text);
    if (label != nullptr && labels_.is_of_assertion(label)) {
        note(globals_, named->range, label->range);
        result.things.emplace_back(label);
        return;
    }
    const std::optional<Meaning> found = meanings_.declared_meaning(*named);
    if (auto* const* member = found ? std::get_if<Member*>(&*found) : nullptr) {
        reveal(expr, text, **member, result);
    } else if (const Member* const of_value = found ? nullptr : member_of_value(*named)) {
        reveal(expr, text, *of_value, result);
    } else if (!found || !std::holds_alternative<Forgiven>(*found)) {
        reporter().error(Rule::Unresolved, expr.range,
                         fmt::format("cannot reveal '{}' because no revealable constant, function, assert label, or "
                                     "requires label in the current scope is named '{}'",
                                     text, text),
                         support::did_you_mean(text, revealable_names()));
    }
}

// To reveal what is not opaque changes nothing.
void Reveals::reveal(const ast::Expr& expr, const std::string& text, const Member& member, typed::Reveal& result) {
    const bool opaque = is_opaque(*std::visit([](const auto& entry) { return entry.decl; }, member));
    const auto refuse = [&](const char* kind) {
        reporter().error(Rule::Misplaced, expr.range,
                         fmt::format("{} '{}' cannot be revealed, because it has no body", kind, text));
    };
    if (const auto* function = std::get_if<FunctionEntry>(&member)) {
        if (opaque && !function->ast->body) {
            refuse(function->function->predicate ? "predicate" : "function");
        } else if (opaque) {
            result.things.emplace_back(function->function);
        }
    } else if (const auto* constant = std::get_if<ConstantEntry>(&member)) {
        if (opaque && !constant->ast->value) {
            refuse("const");
        } else if (opaque) {
            result.things.emplace_back(constant->constant);
        }
    } else {
        reporter().error(Rule::Misplaced, expr.range, "only functions and constants can be revealed");
    }
}

} // namespace daphnia::resolve
