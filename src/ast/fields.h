// What each node of the source tree consists of, places aside, in the order of the text as far as the nodes have it.
// For passes that treat all nodes alike: a node that is not listed here does not compile in them.
#pragma once

#include "ast/ast.h"

#include <tuple>

namespace daphnia::ast {

inline auto fields(const Argument& n) {
    return std::tie(n.name, n.ghost, n.value);
}
inline auto fields(const Attribute& n) {
    return std::tie(n.name, n.arguments, n.at_form);
}
inline auto fields(const BoundVar& n) {
    return std::tie(n.name, n.type);
}
inline auto fields(const FrameExpr& n) {
    return std::tie(n.object, n.field);
}
inline auto fields(const SpecClause& n) {
    return std::tie(n.kind, n.attributes, n.label, n.exprs, n.frames);
}

inline auto fields(const PrimitiveType& n) {
    return std::tie(n.kind);
}
inline auto fields(const BitvectorType& n) {
    return std::tie(n.width);
}
inline auto fields(const CollectionType& n) {
    return std::tie(n.kind, n.arguments);
}
inline auto fields(const ArrayType& n) {
    return std::tie(n.dimensions, n.nullable, n.arguments);
}
inline auto fields(const TupleComponent& n) {
    return std::tie(n.ghost, n.type);
}
inline auto fields(const TupleType& n) {
    return std::tie(n.components);
}
inline auto fields(const ArrowType& n) {
    return std::tie(n.kind, n.domain, n.result);
}
inline auto fields(const TypeNameSegment& n) {
    return std::tie(n.name, n.arguments);
}
inline auto fields(const NamedType& n) {
    return std::tie(n.path);
}
inline auto fields(const Type& n) {
    return std::tie(n.node);
}

inline auto fields(const BoolLit& n) {
    return std::tie(n.value);
}
inline auto fields(const NullLit&) {
    return std::tie();
}
inline auto fields(const IntLit& n) {
    return std::tie(n.value);
}
inline auto fields(const RealLit& n) {
    return std::tie(n.digits, n.exponent);
}
inline auto fields(const CharLit& n) {
    return std::tie(n.value);
}
inline auto fields(const StringLit& n) {
    return std::tie(n.value, n.verbatim);
}
inline auto fields(const This&) {
    return std::tie();
}
inline auto fields(const Wildcard& n) {
    return std::tie(n.doubled);
}
inline auto fields(const Name& n) {
    return std::tie(n.name, n.type_arguments);
}
inline auto fields(const Member& n) {
    return std::tie(n.object, n.name, n.type_arguments);
}
inline auto fields(const Call& n) {
    return std::tie(n.callee, n.arguments, n.at_label, n.prefix_limit);
}
inline auto fields(const Index& n) {
    return std::tie(n.base, n.indices);
}
inline auto fields(const Slice& n) {
    return std::tie(n.base, n.from, n.to);
}
inline auto fields(const MultiSlice& n) {
    return std::tie(n.base, n.lengths, n.rest);
}
inline auto fields(const Update& n) {
    return std::tie(n.base, n.index, n.value);
}
inline auto fields(const FieldUpdate& n) {
    return std::tie(n.field, n.value);
}
inline auto fields(const DatatypeUpdate& n) {
    return std::tie(n.base, n.updates);
}
inline auto fields(const Unary& n) {
    return std::tie(n.op, n.operand);
}
inline auto fields(const Binary& n) {
    return std::tie(n.op, n.left, n.right, n.prefix_limit);
}
inline auto fields(const Chain& n) {
    return std::tie(n.operands, n.ops);
}
inline auto fields(const Conversion& n) {
    return std::tie(n.operand, n.type);
}
inline auto fields(const TypeTest& n) {
    return std::tie(n.operand, n.type);
}
inline auto fields(const Cardinality& n) {
    return std::tie(n.operand);
}
inline auto fields(const Old& n) {
    return std::tie(n.operand, n.label);
}
inline auto fields(const Fresh& n) {
    return std::tie(n.operand, n.label);
}
inline auto fields(const Unchanged& n) {
    return std::tie(n.frames, n.label);
}
inline auto fields(const Allocated& n) {
    return std::tie(n.operand);
}
inline auto fields(const Assigned& n) {
    return std::tie(n.operand);
}
inline auto fields(const MultisetFrom& n) {
    return std::tie(n.operand);
}
inline auto fields(const DecreasesTo& n) {
    return std::tie(n.from, n.to, n.allow_no_change);
}
inline auto fields(const Tuple& n) {
    return std::tie(n.elements);
}
inline auto fields(const SeqDisplay& n) {
    return std::tie(n.elements);
}
inline auto fields(const SetDisplay& n) {
    return std::tie(n.infinite, n.elements);
}
inline auto fields(const MultisetDisplay& n) {
    return std::tie(n.elements);
}
inline auto fields(const MapEntry& n) {
    return std::tie(n.key, n.value);
}
inline auto fields(const MapDisplay& n) {
    return std::tie(n.infinite, n.entries);
}
inline auto fields(const SeqConstruction& n) {
    return std::tie(n.element, n.length, n.function);
}
inline auto fields(const QuantifiedVar& n) {
    return std::tie(n.name, n.type, n.domain, n.range);
}
inline auto fields(const QuantifierDomain& n) {
    return std::tie(n.vars, n.attributes);
}
inline auto fields(const Quantifier& n) {
    return std::tie(n.kind, n.domain, n.body);
}
inline auto fields(const SetComprehension& n) {
    return std::tie(n.infinite, n.domain, n.term);
}
inline auto fields(const MapComprehension& n) {
    return std::tie(n.infinite, n.domain, n.key, n.value);
}
inline auto fields(const Lambda& n) {
    return std::tie(n.params, n.specs, n.body);
}
inline auto fields(const GuardBinding& n) {
    return std::tie(n.vars, n.attributes);
}
inline auto fields(const IfExpr& n) {
    return std::tie(n.binding, n.condition, n.then_branch, n.else_branch);
}
inline auto fields(const MatchExprCase& n) {
    return std::tie(n.attributes, n.pattern, n.body);
}
inline auto fields(const MatchExpr& n) {
    return std::tie(n.scrutinee, n.cases);
}
inline auto fields(const Let& n) {
    return std::tie(n.ghost, n.patterns, n.values, n.body);
}
inline auto fields(const LetSuchThat& n) {
    return std::tie(n.ghost, n.vars, n.attributes, n.condition, n.body);
}
inline auto fields(const LetOrFail& n) {
    return std::tie(n.ghost, n.pattern, n.value, n.body);
}
inline auto fields(const StmtExpr& n) {
    return std::tie(n.stmt, n.body);
}
inline auto fields(const Expr& n) {
    return std::tie(n.node);
}
inline auto fields(const NamePattern& n) {
    return std::tie(n.name, n.type);
}
inline auto fields(const ConstructorPattern& n) {
    return std::tie(n.name, n.arguments);
}
inline auto fields(const TuplePattern& n) {
    return std::tie(n.elements);
}
inline auto fields(const LiteralPattern& n) {
    return std::tie(n.value);
}
inline auto fields(const OrPattern& n) {
    return std::tie(n.alternatives);
}
inline auto fields(const Pattern& n) {
    return std::tie(n.node, n.ghost);
}

inline auto fields(const Block& n) {
    return std::tie(n.stmts);
}
inline auto fields(const Havoc&) {
    return std::tie();
}
inline auto fields(const NewArray& n) {
    return std::tie(n.element, n.dimensions, n.initializer, n.display);
}
inline auto fields(const NewObject& n) {
    return std::tie(n.type, n.call);
}
inline auto fields(const Rhs& n) {
    return std::tie(n.node, n.attributes);
}
inline auto fields(const AssignRhs& n) {
    return std::tie(n.values);
}
// The keyword `assume` counts by being there; see the comparison of ranges.
inline auto fields(const SuchThatRhs& n) {
    return std::tie(n.assume, n.assume_attributes, n.condition, n.attributes);
}
inline auto fields(const OrFailRhs& n) {
    return std::tie(n.keyword, n.keyword_attributes, n.value, n.rest);
}
inline auto fields(const ExprStmt& n) {
    return std::tie(n.expr, n.attributes);
}
inline auto fields(const Assign& n) {
    return std::tie(n.targets, n.assignment);
}
inline auto fields(const LocalVar& n) {
    return std::tie(n.attributes, n.name, n.type);
}
inline auto fields(const VarDecl& n) {
    return std::tie(n.ghost, n.vars, n.init);
}
inline auto fields(const VarPatternDecl& n) {
    return std::tie(n.ghost, n.pattern, n.value);
}
inline auto fields(const ByProof& n) {
    return std::tie(n.stmt, n.proof);
}
inline auto fields(const Assert& n) {
    return std::tie(n.attributes, n.label, n.condition, n.proof);
}
inline auto fields(const Assume& n) {
    return std::tie(n.attributes, n.label, n.condition);
}
inline auto fields(const Expect& n) {
    return std::tie(n.attributes, n.condition, n.message);
}
inline auto fields(const Print& n) {
    return std::tie(n.exprs);
}
inline auto fields(const Reveal& n) {
    return std::tie(n.hide, n.all, n.exprs);
}
inline auto fields(const Return& n) {
    return std::tie(n.values, n.attributes);
}
inline auto fields(const Yield& n) {
    return std::tie(n.values);
}
inline auto fields(const Jump& n) {
    return std::tie(n.is_continue, n.levels, n.label, n.attributes);
}
inline auto fields(const Modify& n) {
    return std::tie(n.attributes, n.frames, n.body);
}
inline auto fields(const NewDivider&) {
    return std::tie();
}
inline auto fields(const Skeleton&) {
    return std::tie();
}
inline auto fields(const BlockStmt& n) {
    return std::tie(n.block, n.attributes);
}
inline auto fields(const OpaqueBlock& n) {
    return std::tie(n.specs, n.body);
}
inline auto fields(const Labeled& n) {
    return std::tie(n.labels, n.stmt);
}
inline auto fields(const If& n) {
    return std::tie(n.attributes, n.binding, n.condition, n.then_branch, n.else_branch);
}
inline auto fields(const GuardedCase& n) {
    return std::tie(n.attributes, n.binding, n.condition, n.stmts);
}
inline auto fields(const IfCases& n) {
    return std::tie(n.attributes, n.cases);
}
inline auto fields(const While& n) {
    return std::tie(n.attributes, n.condition, n.specs, n.body);
}
inline auto fields(const WhileCases& n) {
    return std::tie(n.attributes, n.specs, n.cases);
}
inline auto fields(const For& n) {
    return std::tie(n.attributes, n.index, n.from, n.up, n.bound, n.specs, n.body);
}
inline auto fields(const MatchStmtCase& n) {
    return std::tie(n.attributes, n.pattern, n.stmts);
}
inline auto fields(const MatchStmt& n) {
    return std::tie(n.attributes, n.scrutinee, n.cases);
}
inline auto fields(const CalcOp& n) {
    return std::tie(n.op, n.prefix_limit);
}
inline auto fields(const CalcLine& n) {
    return std::tie(n.expr, n.op, n.hints);
}
inline auto fields(const Calc& n) {
    return std::tie(n.attributes, n.op, n.lines);
}
inline auto fields(const ForallStmt& n) {
    return std::tie(n.domain, n.specs, n.body);
}
inline auto fields(const Stmt& n) {
    return std::tie(n.node);
}

inline auto fields(const Modifier& n) {
    return std::tie(n.kind);
}
inline auto fields(const Characteristics& n) {
    return std::tie(n.equality, n.auto_init, n.nonempty, n.no_references);
}
inline auto fields(const TypeParameter& n) {
    return std::tie(n.name, n.variance, n.characteristics, n.bounds);
}
inline auto fields(const Formal& n) {
    return std::tie(n.attributes, n.ghost, n.is_new, n.nameonly, n.older, n.name, n.type, n.default_value);
}
inline auto fields(const MethodDecl& n) {
    return std::tie(n.kind, n.name, n.type_parameters, n.extreme_index, n.ins, n.outs, n.specs, n.body,
                    n.refining_signature);
}
inline auto fields(const FunctionDecl& n) {
    return std::tie(n.kind, n.method_keyword, n.name, n.type_parameters, n.extreme_index, n.ins, n.result_name,
                    n.ghost_result, n.result, n.specs, n.body, n.by_method, n.refining_signature);
}
inline auto fields(const FieldDecl& n) {
    return std::tie(n.name, n.type);
}
inline auto fields(const ConstDecl& n) {
    return std::tie(n.name, n.type, n.value);
}
inline auto fields(const IteratorDecl& n) {
    return std::tie(n.name, n.type_parameters, n.ins, n.yields, n.specs, n.body);
}
inline auto fields(const DatatypeConstructor& n) {
    return std::tie(n.attributes, n.ghost, n.name, n.formals);
}
inline auto fields(const DatatypeDecl& n) {
    return std::tie(n.codatatype, n.name, n.type_parameters, n.extends, n.constructors, n.members);
}
inline auto fields(const NewtypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.extends, n.var, n.base, n.constraint, n.witness_kind, n.witness,
                    n.members);
}
inline auto fields(const SubsetTypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.var, n.base, n.constraint, n.witness_kind,
                    n.witness, n.members);
}
inline auto fields(const SynonymDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.target);
}
inline auto fields(const AbstractTypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.extends, n.members);
}
inline auto fields(const ClassDecl& n) {
    return std::tie(n.is_trait, n.name, n.type_parameters, n.extends, n.members);
}
inline auto fields(const ModuleDecl& n) {
    return std::tie(n.name, n.refines, n.replaces, n.decls);
}
inline auto fields(const ImportDecl& n) {
    return std::tie(n.opened, n.alias, n.is_abstract, n.path, n.exports);
}
inline auto fields(const ExportClause& n) {
    return std::tie(n.kind, n.all, n.names);
}
inline auto fields(const ExportDecl& n) {
    return std::tie(n.name, n.clauses);
}
inline auto fields(const Decl& n) {
    return std::tie(n.attributes, n.modifiers, n.node);
}
inline auto fields(const Include& n) {
    return std::tie(n.path);
}
inline auto fields(const Program& n) {
    return std::tie(n.includes, n.decls);
}

} // namespace daphnia::ast
