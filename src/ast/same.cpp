// Structural equality of source trees: `fields` lists what counts of each node, everything but places.
#include "ast/ast.h"

#include <tuple>
#include <type_traits>

namespace daphnia::ast {

namespace {

auto fields(const Argument& n) {
    return std::tie(n.name, n.ghost, n.value);
}
auto fields(const Attribute& n) {
    return std::tie(n.name, n.arguments, n.at_form);
}
auto fields(const BoundVar& n) {
    return std::tie(n.name, n.type);
}
auto fields(const FrameExpr& n) {
    return std::tie(n.object, n.field);
}
auto fields(const SpecClause& n) {
    return std::tie(n.kind, n.attributes, n.label, n.exprs, n.frames);
}

auto fields(const PrimitiveType& n) {
    return std::tie(n.kind);
}
auto fields(const BitvectorType& n) {
    return std::tie(n.width);
}
auto fields(const CollectionType& n) {
    return std::tie(n.kind, n.arguments);
}
auto fields(const ArrayType& n) {
    return std::tie(n.dimensions, n.nullable, n.arguments);
}
auto fields(const TupleComponent& n) {
    return std::tie(n.ghost, n.type);
}
auto fields(const TupleType& n) {
    return std::tie(n.components);
}
auto fields(const ArrowType& n) {
    return std::tie(n.kind, n.domain, n.result);
}
auto fields(const TypeNameSegment& n) {
    return std::tie(n.name, n.arguments);
}
auto fields(const NamedType& n) {
    return std::tie(n.path);
}
auto fields(const Type& n) {
    return std::tie(n.node);
}

auto fields(const BoolLit& n) {
    return std::tie(n.value);
}
auto fields(const NullLit&) {
    return std::tie();
}
auto fields(const IntLit& n) {
    return std::tie(n.value);
}
auto fields(const RealLit& n) {
    return std::tie(n.digits, n.exponent);
}
auto fields(const CharLit& n) {
    return std::tie(n.value);
}
auto fields(const StringLit& n) {
    return std::tie(n.value, n.verbatim);
}
auto fields(const This&) {
    return std::tie();
}
auto fields(const Wildcard& n) {
    return std::tie(n.doubled);
}
auto fields(const Name& n) {
    return std::tie(n.name, n.type_arguments);
}
auto fields(const Member& n) {
    return std::tie(n.object, n.name, n.type_arguments);
}
auto fields(const Call& n) {
    return std::tie(n.callee, n.arguments, n.at_label, n.prefix_limit);
}
auto fields(const Index& n) {
    return std::tie(n.base, n.indices);
}
auto fields(const Slice& n) {
    return std::tie(n.base, n.from, n.to);
}
auto fields(const MultiSlice& n) {
    return std::tie(n.base, n.lengths, n.rest);
}
auto fields(const Update& n) {
    return std::tie(n.base, n.index, n.value);
}
auto fields(const FieldUpdate& n) {
    return std::tie(n.field, n.value);
}
auto fields(const DatatypeUpdate& n) {
    return std::tie(n.base, n.updates);
}
auto fields(const Unary& n) {
    return std::tie(n.op, n.operand);
}
auto fields(const Binary& n) {
    return std::tie(n.op, n.left, n.right, n.prefix_limit);
}
auto fields(const Chain& n) {
    return std::tie(n.operands, n.ops);
}
auto fields(const Conversion& n) {
    return std::tie(n.operand, n.type);
}
auto fields(const TypeTest& n) {
    return std::tie(n.operand, n.type);
}
auto fields(const Cardinality& n) {
    return std::tie(n.operand);
}
auto fields(const Old& n) {
    return std::tie(n.operand, n.label);
}
auto fields(const Fresh& n) {
    return std::tie(n.operand, n.label);
}
auto fields(const Unchanged& n) {
    return std::tie(n.frames, n.label);
}
auto fields(const Allocated& n) {
    return std::tie(n.operand);
}
auto fields(const Assigned& n) {
    return std::tie(n.operand);
}
auto fields(const MultisetFrom& n) {
    return std::tie(n.operand);
}
auto fields(const DecreasesTo& n) {
    return std::tie(n.from, n.to, n.allow_no_change);
}
auto fields(const Tuple& n) {
    return std::tie(n.elements);
}
auto fields(const SeqDisplay& n) {
    return std::tie(n.elements);
}
auto fields(const SetDisplay& n) {
    return std::tie(n.infinite, n.elements);
}
auto fields(const MultisetDisplay& n) {
    return std::tie(n.elements);
}
auto fields(const MapEntry& n) {
    return std::tie(n.key, n.value);
}
auto fields(const MapDisplay& n) {
    return std::tie(n.infinite, n.entries);
}
auto fields(const SeqConstruction& n) {
    return std::tie(n.element, n.length, n.function);
}
auto fields(const QuantifiedVar& n) {
    return std::tie(n.name, n.type, n.domain, n.range);
}
auto fields(const QuantifierDomain& n) {
    return std::tie(n.vars, n.attributes);
}
auto fields(const Quantifier& n) {
    return std::tie(n.kind, n.domain, n.body);
}
auto fields(const SetComprehension& n) {
    return std::tie(n.infinite, n.domain, n.term);
}
auto fields(const MapComprehension& n) {
    return std::tie(n.infinite, n.domain, n.key, n.value);
}
auto fields(const Lambda& n) {
    return std::tie(n.params, n.specs, n.body);
}
auto fields(const GuardBinding& n) {
    return std::tie(n.vars, n.attributes);
}
auto fields(const IfExpr& n) {
    return std::tie(n.binding, n.condition, n.then_branch, n.else_branch);
}
auto fields(const MatchExprCase& n) {
    return std::tie(n.attributes, n.pattern, n.body);
}
auto fields(const MatchExpr& n) {
    return std::tie(n.scrutinee, n.cases);
}
auto fields(const Let& n) {
    return std::tie(n.ghost, n.patterns, n.values, n.body);
}
auto fields(const LetSuchThat& n) {
    return std::tie(n.ghost, n.vars, n.attributes, n.condition, n.body);
}
auto fields(const LetOrFail& n) {
    return std::tie(n.ghost, n.pattern, n.value, n.body);
}
auto fields(const StmtExpr& n) {
    return std::tie(n.stmt, n.body);
}
auto fields(const Expr& n) {
    return std::tie(n.node);
}
auto fields(const NamePattern& n) {
    return std::tie(n.name, n.type);
}
auto fields(const ConstructorPattern& n) {
    return std::tie(n.name, n.arguments);
}
auto fields(const TuplePattern& n) {
    return std::tie(n.elements);
}
auto fields(const LiteralPattern& n) {
    return std::tie(n.value);
}
auto fields(const OrPattern& n) {
    return std::tie(n.alternatives);
}
auto fields(const Pattern& n) {
    return std::tie(n.node, n.ghost);
}

auto fields(const Block& n) {
    return std::tie(n.stmts);
}
auto fields(const Havoc&) {
    return std::tie();
}
auto fields(const NewArray& n) {
    return std::tie(n.element, n.dimensions, n.initializer, n.display);
}
auto fields(const NewObject& n) {
    return std::tie(n.type, n.call);
}
auto fields(const Rhs& n) {
    return std::tie(n.node, n.attributes);
}
auto fields(const AssignRhs& n) {
    return std::tie(n.values);
}
// The keyword `assume` counts by being there; see the comparison of ranges.
auto fields(const SuchThatRhs& n) {
    return std::tie(n.assume, n.assume_attributes, n.condition, n.attributes);
}
auto fields(const OrFailRhs& n) {
    return std::tie(n.keyword, n.keyword_attributes, n.value, n.rest);
}
auto fields(const ExprStmt& n) {
    return std::tie(n.expr, n.attributes);
}
auto fields(const Assign& n) {
    return std::tie(n.targets, n.assignment);
}
auto fields(const LocalVar& n) {
    return std::tie(n.attributes, n.name, n.type);
}
auto fields(const VarDecl& n) {
    return std::tie(n.ghost, n.vars, n.init);
}
auto fields(const VarPatternDecl& n) {
    return std::tie(n.ghost, n.pattern, n.value);
}
auto fields(const ByProof& n) {
    return std::tie(n.stmt, n.proof);
}
auto fields(const Assert& n) {
    return std::tie(n.attributes, n.label, n.condition, n.proof);
}
auto fields(const Assume& n) {
    return std::tie(n.attributes, n.label, n.condition);
}
auto fields(const Expect& n) {
    return std::tie(n.attributes, n.condition, n.message);
}
auto fields(const Print& n) {
    return std::tie(n.exprs);
}
auto fields(const Reveal& n) {
    return std::tie(n.hide, n.all, n.exprs);
}
auto fields(const Return& n) {
    return std::tie(n.values, n.attributes);
}
auto fields(const Yield& n) {
    return std::tie(n.values);
}
auto fields(const Jump& n) {
    return std::tie(n.is_continue, n.levels, n.label, n.attributes);
}
auto fields(const Modify& n) {
    return std::tie(n.attributes, n.frames, n.body);
}
auto fields(const NewDivider&) {
    return std::tie();
}
auto fields(const Skeleton&) {
    return std::tie();
}
auto fields(const BlockStmt& n) {
    return std::tie(n.block, n.attributes);
}
auto fields(const OpaqueBlock& n) {
    return std::tie(n.specs, n.body);
}
auto fields(const Labeled& n) {
    return std::tie(n.labels, n.stmt);
}
auto fields(const If& n) {
    return std::tie(n.attributes, n.binding, n.condition, n.then_branch, n.else_branch);
}
auto fields(const GuardedCase& n) {
    return std::tie(n.attributes, n.binding, n.condition, n.stmts);
}
auto fields(const IfCases& n) {
    return std::tie(n.attributes, n.cases);
}
auto fields(const While& n) {
    return std::tie(n.attributes, n.condition, n.specs, n.body);
}
auto fields(const WhileCases& n) {
    return std::tie(n.attributes, n.specs, n.cases);
}
auto fields(const For& n) {
    return std::tie(n.attributes, n.index, n.from, n.up, n.bound, n.specs, n.body);
}
auto fields(const MatchStmtCase& n) {
    return std::tie(n.attributes, n.pattern, n.stmts);
}
auto fields(const MatchStmt& n) {
    return std::tie(n.attributes, n.scrutinee, n.cases);
}
auto fields(const CalcOp& n) {
    return std::tie(n.op, n.prefix_limit);
}
auto fields(const CalcLine& n) {
    return std::tie(n.expr, n.op, n.hints);
}
auto fields(const Calc& n) {
    return std::tie(n.attributes, n.op, n.lines);
}
auto fields(const ForallStmt& n) {
    return std::tie(n.domain, n.specs, n.body);
}
auto fields(const Stmt& n) {
    return std::tie(n.node);
}

auto fields(const Modifier& n) {
    return std::tie(n.kind);
}
auto fields(const Characteristics& n) {
    return std::tie(n.equality, n.auto_init, n.nonempty, n.no_references);
}
auto fields(const TypeParameter& n) {
    return std::tie(n.name, n.variance, n.characteristics, n.bounds);
}
auto fields(const Formal& n) {
    return std::tie(n.attributes, n.ghost, n.is_new, n.nameonly, n.older, n.name, n.type, n.default_value);
}
auto fields(const MethodDecl& n) {
    return std::tie(n.kind, n.name, n.type_parameters, n.extreme_index, n.ins, n.outs, n.specs, n.body,
                    n.refining_signature);
}
auto fields(const FunctionDecl& n) {
    return std::tie(n.kind, n.method_keyword, n.name, n.type_parameters, n.extreme_index, n.ins, n.result_name,
                    n.ghost_result, n.result, n.specs, n.body, n.by_method, n.refining_signature);
}
auto fields(const FieldDecl& n) {
    return std::tie(n.name, n.type);
}
auto fields(const ConstDecl& n) {
    return std::tie(n.name, n.type, n.value);
}
auto fields(const IteratorDecl& n) {
    return std::tie(n.name, n.type_parameters, n.ins, n.yields, n.specs, n.body);
}
auto fields(const DatatypeConstructor& n) {
    return std::tie(n.attributes, n.ghost, n.name, n.formals);
}
auto fields(const DatatypeDecl& n) {
    return std::tie(n.codatatype, n.name, n.type_parameters, n.extends, n.constructors, n.members);
}
auto fields(const NewtypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.extends, n.var, n.base, n.constraint, n.witness_kind, n.witness,
                    n.members);
}
auto fields(const SubsetTypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.var, n.base, n.constraint, n.witness_kind,
                    n.witness, n.members);
}
auto fields(const SynonymDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.target);
}
auto fields(const AbstractTypeDecl& n) {
    return std::tie(n.name, n.type_parameters, n.characteristics, n.extends, n.members);
}
auto fields(const ClassDecl& n) {
    return std::tie(n.is_trait, n.name, n.type_parameters, n.extends, n.members);
}
auto fields(const ModuleDecl& n) {
    return std::tie(n.name, n.refines, n.replaces, n.decls);
}
auto fields(const ImportDecl& n) {
    return std::tie(n.opened, n.alias, n.is_abstract, n.path, n.exports);
}
auto fields(const ExportClause& n) {
    return std::tie(n.kind, n.all, n.names);
}
auto fields(const ExportDecl& n) {
    return std::tie(n.name, n.clauses);
}
auto fields(const Decl& n) {
    return std::tie(n.attributes, n.modifiers, n.node);
}
auto fields(const Include& n) {
    return std::tie(n.path);
}
auto fields(const Program& n) {
    return std::tie(n.includes, n.decls);
}

// ---- the comparison

struct Equal {
    bool operator()(const Ident& a, const Ident& b) const { return a.text == b.text; }
    bool operator()(const SourceRange&, const SourceRange&) const { return true; }
    bool operator()(const support::Integer& a, const support::Integer& b) const { return a == b; }
    bool operator()(const std::string& a, const std::string& b) const { return a == b; }
    bool operator()(const std::u32string& a, const std::u32string& b) const { return a == b; }

    template <typename T>
    bool operator()(const std::unique_ptr<const T>& a, const std::unique_ptr<const T>& b) const {
        return a == nullptr || b == nullptr ? a == b : (*this)(*a, *b);
    }

    template <typename T>
    bool operator()(const std::optional<T>& a, const std::optional<T>& b) const {
        return a.has_value() == b.has_value() && (!a || (*this)(*a, *b));
    }

    template <typename T>
    bool operator()(const std::vector<T>& a, const std::vector<T>& b) const {
        if (a.size() != b.size()) {
            return false;
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!(*this)(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    template <typename... Nodes>
    bool operator()(const std::variant<Nodes...>& a, const std::variant<Nodes...>& b) const {
        if (a.index() != b.index()) {
            return false;
        }
        return std::visit([&](const auto& node) { return (*this)(node, std::get<std::decay_t<decltype(node)>>(b)); },
                          a);
    }

    template <typename... Parts>
    bool operator()(const std::tuple<const Parts&...>& a, const std::tuple<const Parts&...>& b) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return ((*this)(std::get<I>(a), std::get<I>(b)) && ...);
        }
        (std::index_sequence_for<Parts...>{});
    }

    template <typename T>
    bool operator()(const T& a, const T& b) const {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            return a == b;
        } else {
            return (*this)(fields(a), fields(b));
        }
    }
};

} // namespace

bool same(const Type& a, const Type& b) {
    return Equal{}(a, b);
}
bool same(const Expr& a, const Expr& b) {
    return Equal{}(a, b);
}
bool same(const Stmt& a, const Stmt& b) {
    return Equal{}(a, b);
}
bool same(const Decl& a, const Decl& b) {
    return Equal{}(a, b);
}
bool same(const Program& a, const Program& b) {
    return Equal{}(a, b);
}

} // namespace daphnia::ast
