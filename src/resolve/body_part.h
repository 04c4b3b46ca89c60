// What all parts of resolving a declaration have at hand: its shared data, and the small steps that they are made of,
// nodes with types and what these types have to be. A part names in its constructor the other parts that it calls.
#pragma once

#include "resolve/body_state.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace daphnia::resolve {

class BodyPart {
  public:
    BodyPart(const BodyPart&) = delete;
    BodyPart& operator=(const BodyPart&) = delete;

  protected:
    explicit BodyPart(BodyState& state)
        : state_(state), globals_(state.globals), declaration_(state.declaration), inference_(state.inference),
          variables_(state.variables), uses_(state.uses) {}
    ~BodyPart() = default;

    Reporter& reporter() const { return globals_.reporter; }

    // ---- expressions
    template <typename Node>
    Draft make(SourceRange range, SourceRange anchor, PreType type, Node node) {
        return make_node(range, anchor, std::move(type), decltype(typed::Expr::node)(std::move(node)));
    }
    Draft make_node(SourceRange range, SourceRange anchor, PreType type, decltype(typed::Expr::node) node);
    // In place of what is wrong; it has been reported.
    Draft wrong(SourceRange range);
    Draft unsupported(SourceRange range, const char* what);
    Draft read(const typed::Variable& variable, SourceRange range);
    Draft integer(SourceRange range, support::Integer value);
    Draft binary(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right);
    Draft conjunction(SourceRange range, Draft left, Draft right);
    // It was built for its errors only.
    void drop(typed::ExprPtr expr) { state_.nodes.drop(std::move(expr)); }

    // ---- types
    const PreType& type_of(const typed::Variable& variable) const { return variables_.type_of(variable); }
    // What is known of the type after all that waits has been tried.
    PreType known_now(const Draft& draft);
    // Makes two types equal or reports; {0} and {1} in the message are the types. `hint`: the way out at this place,
    // instead of what is known of the two types.
    bool agree(const PreType& a, const PreType& b, SourceRange at, const char* message, const std::string& hint = {});
    // Checks a type once it is known; `fallback` fills it when nothing else does.
    void require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at, std::string message,
                 std::optional<PreKind> fallback = std::nullopt, const char* hint = "");
    void require_int(const Draft& draft, const char* message);

    // ---- statements
    static typed::StmtPtr make_stmt(SourceRange range, bool ghost, decltype(typed::Stmt::node) node);
    template <typename Node>
    static void add(StmtList& out, SourceRange range, bool ghost, Node node) {
        out.push_back(make_stmt(range, ghost, decltype(typed::Stmt::node)(std::move(node))));
    }
    // In functions, statements stand inside expressions and see one state only, unless the function has two.
    Context statement_context() const {
        return {declaration_.place == Place::Method || declaration_.place == Place::Lemma || declaration_.two_state,
                false};
    }

    BodyState& state_;
    Globals& globals_;
    const EnclosingDeclaration& declaration_;
    Inference& inference_;
    Variables& variables_;
    Uses& uses_;
};

} // namespace daphnia::resolve
