// The pass over expressions: one expression in, its value out. Run-time rules are checked on the way, in every mode.
#pragma once

#include "interpret/engine.h"

namespace daphnia::interpret {

class Expressions {
  public:
    Expressions(Engine& engine, const typed::Expr& expr) : engine_(engine), expr_(expr) {}

    Value operator()(const typed::BoolLiteral& node) const;
    Value operator()(const typed::IntLiteral& node) const;
    Value operator()(const typed::RealLiteral& node) const;
    Value operator()(const typed::CharLiteral& node) const;
    Value operator()(const typed::StringLiteral& node) const;
    Value operator()(const typed::NullLiteral& node) const;
    Value operator()(const typed::VariableRead& node) const;
    Value operator()(const typed::ConstantRead& node) const;
    Value operator()(const typed::Unary& node) const;
    Value operator()(const typed::Binary& node) const;
    Value operator()(const typed::IfThenElse& node) const;
    Value operator()(const typed::Let& node) const;
    Value operator()(const typed::LetSuchThat& node) const;
    Value operator()(const typed::Quantifier& node) const;
    Value operator()(const typed::FunctionCall& node) const;
    Value operator()(const typed::Lambda& node) const;
    Value operator()(const typed::FunctionValue& node) const;
    Value operator()(const typed::Apply& node) const;
    Value operator()(const typed::RequiresOf& node) const;
    Value operator()(const typed::DecreasesTo& node) const;
    Value operator()(const typed::ReadsOf& node) const;
    Value operator()(const typed::SeqDisplay& node) const;
    Value operator()(const typed::SeqComprehension& node) const;
    Value operator()(const typed::SetDisplay& node) const;
    Value operator()(const typed::SetComprehension& node) const;
    Value operator()(const typed::MultisetOf& node) const;
    Value operator()(const typed::Multiplicity& node) const;
    Value operator()(const typed::MultiplicityUpdate& node) const;
    Value operator()(const typed::MapDisplay& node) const;
    Value operator()(const typed::MapComprehension& node) const;
    Value operator()(const typed::MapSelect& node) const;
    Value operator()(const typed::MapUpdate& node) const;
    Value operator()(const typed::MapPart& node) const;
    Value operator()(const typed::SeqLength& node) const;
    Value operator()(const typed::SeqIndex& node) const;
    Value operator()(const typed::SeqSlice& node) const;
    Value operator()(const typed::SeqUpdate& node) const;
    Value operator()(const typed::ArrayLength& node) const;
    Value operator()(const typed::ArrayRead& node) const;
    Value operator()(const typed::ArraySlice& node) const;
    Value operator()(const typed::TupleDisplay& node) const;
    Value operator()(const typed::TupleSelect& node) const;
    Value operator()(const typed::DatatypeValue& node) const;
    Value operator()(const typed::DatatypeTest& node) const;
    Value operator()(const typed::DatatypeSelect& node) const;
    Value operator()(const typed::Old& node) const;
    Value operator()(const typed::Fresh& node) const;
    Value operator()(const typed::Allocated& node) const;
    Value operator()(const typed::Convert& node) const;
    Value operator()(const typed::TypeTest& node) const;
    Value operator()(const typed::StatementExpr& node) const;

  private:
    Value converted(const typed::Convert& node, const Value& operand, const typed::Type& to) const;
    struct Bounds {
        std::size_t low, high;
    };
    Bounds bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, std::size_t length,
                  const typed::Expr& of) const;
    Value operation(const typed::Binary& node, const Value& left, const Value& right) const;
    // When two functions are equal is not known, unless they are the same.
    void require_comparable(const typed::Binary& node, const Value& left, const Value& right) const;
    Values applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments) const;
    Value set_operation(const typed::Binary& node, const Value& left, const Value& right) const;
    // ---- numbers.cpp
    Value bits_operation(const typed::Binary& node, const Value& left, const Value& right) const;
    Value whole_number(const typed::Expr& operand, const Value& value) const;
    Value character(const typed::Binary& node, const Value& left, const Value& right) const;
    bool is_fresh(const Value& value, const Snapshot& since) const;

    Engine& engine_;
    const typed::Expr& expr_;
};

// Whether the number is a Unicode scalar value, which chars are.
bool is_scalar(const Value& number);
// The index that the value is; fails where it is not below the length. `of` is what is indexed.
std::size_t checked_index(Engine& engine, const typed::Expr& index, std::size_t length, const typed::Expr& of);
// The array that the value is; fails for null.
Reference checked_array(Engine& engine, const typed::Expr& array);
// The elements that a function of the index gives.
Values initial_elements(Engine& engine, const typed::Variable& index, const typed::Expr* domain,
                        const typed::Expr& body, const typed::Type& element, std::size_t size, const char* what);

} // namespace daphnia::interpret
