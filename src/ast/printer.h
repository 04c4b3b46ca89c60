// The printer behind print.h: one class, its functions in a file per kind of node. Private to ast.
#pragma once

#include "ast/ast.h"

#include <string>
#include <string_view>

namespace daphnia::ast {

// How tightly an expression holds together, and how tightly it must where it stands: looser ones get parentheses.
enum class Binding {
    Open, // reaches as far to the right as it can: quantifier, lambda, let, if, …
    Iff,
    Implies,
    Logical,
    Relational,
    Shift,
    Sum,
    Product,
    Bitwise,
    Conversion,
    Unary,
    Suffix,
};

class Printer {
  public:
    std::string take() { return std::move(out_); }

    // ---- print_types.cpp: types, patterns, attributes
    void type(const Type& type);
    void operator()(const PrimitiveType& node);
    void operator()(const BitvectorType& node);
    void operator()(const CollectionType& node);
    void operator()(const ArrayType& node);
    void operator()(const TupleType& node);
    void operator()(const ArrowType& node);
    void operator()(const NamedType& node);
    void type_arguments(const std::vector<TypePtr>& arguments);
    void optional_type(const TypePtr& type); // `: T`
    void pattern(const Pattern& pattern);
    void operator()(const NamePattern& node);
    void operator()(const ConstructorPattern& node);
    void operator()(const TuplePattern& node);
    void operator()(const LiteralPattern& node);
    void operator()(const OrPattern& node);
    void attributes(const Attributes& attributes); // each behind a space
    void at_attributes(const Attributes& attributes);
    void arguments(const std::vector<Argument>& arguments);
    void bound_var(const BoundVar& var);

    // ---- print_expressions.cpp, print_operators.cpp
    // What it stands in: whether an open expression may end here without parentheses.
    void expr(const Expr& expr, Binding at_least, bool open_allowed);
    void whole(const Expr& expr) { this->expr(expr, Binding::Open, true); }
    // In a list or in front of a word that an open expression could take as its own.
    void closed(const Expr& expr) { this->expr(expr, Binding::Iff, false); }
    void operator()(const BoolLit& node);
    void operator()(const NullLit& node);
    void operator()(const IntLit& node);
    void operator()(const RealLit& node);
    void operator()(const CharLit& node);
    void operator()(const StringLit& node);
    void operator()(const This& node);
    void operator()(const Wildcard& node);
    void operator()(const Name& node);
    void operator()(const Member& node);
    void operator()(const Call& node);
    void operator()(const Index& node);
    void operator()(const Slice& node);
    void operator()(const MultiSlice& node);
    void operator()(const Update& node);
    void operator()(const DatatypeUpdate& node);
    void operator()(const Unary& node);
    void operator()(const Binary& node);
    void operator()(const Chain& node);
    void operator()(const Conversion& node);
    void operator()(const TypeTest& node);
    void operator()(const Cardinality& node);
    void operator()(const Old& node);
    void operator()(const Fresh& node);
    void operator()(const Unchanged& node);
    void operator()(const Allocated& node);
    void operator()(const Assigned& node);
    void operator()(const MultisetFrom& node);
    void operator()(const DecreasesTo& node);
    void operator()(const Tuple& node);
    void operator()(const SeqDisplay& node);
    void operator()(const SetDisplay& node);
    void operator()(const MultisetDisplay& node);
    void operator()(const MapDisplay& node);
    void operator()(const SeqConstruction& node);
    void operator()(const Quantifier& node);
    void operator()(const SetComprehension& node);
    void operator()(const MapComprehension& node);
    void operator()(const Lambda& node);
    void operator()(const IfExpr& node);
    void operator()(const MatchExpr& node);
    void operator()(const Let& node);
    void operator()(const LetSuchThat& node);
    void operator()(const LetOrFail& node);
    void operator()(const StmtExpr& node);
    void exprs(const std::vector<ExprPtr>& exprs);
    void quantifier_domain(const QuantifierDomain& domain);
    void guard(const std::optional<GuardBinding>& binding, const Expr& condition, bool of_case);

    // ---- print_statements.cpp
    void stmt(const Stmt& stmt);
    void stmts(const std::vector<StmtPtr>& stmts); // each on a line of its own, one level in
    void block(const Block& block);
    void optional_block(const std::optional<Block>& block, bool semicolon);
    void operator()(const ExprStmt& node);
    void operator()(const Assign& node);
    void operator()(const VarDecl& node);
    void operator()(const VarPatternDecl& node);
    void operator()(const ByProof& node);
    void operator()(const Assert& node);
    void operator()(const Assume& node);
    void operator()(const Expect& node);
    void operator()(const Print& node);
    void operator()(const Reveal& node);
    void operator()(const Return& node);
    void operator()(const Yield& node);
    void operator()(const Jump& node);
    void operator()(const Modify& node);
    void operator()(const NewDivider& node);
    void operator()(const Skeleton& node);
    void operator()(const BlockStmt& node);
    void operator()(const OpaqueBlock& node);
    void operator()(const Labeled& node);
    void operator()(const If& node);
    void operator()(const IfCases& node);
    void operator()(const While& node);
    void operator()(const WhileCases& node);
    void operator()(const For& node);
    void operator()(const MatchStmt& node);
    void operator()(const Calc& node);
    void operator()(const ForallStmt& node);
    void operator()(const AssignRhs& node);
    void operator()(const SuchThatRhs& node);
    void operator()(const OrFailRhs& node);
    void operator()(const ExprPtr& node); // a right-hand side
    void operator()(const Havoc& node);
    void operator()(const NewArray& node);
    void operator()(const NewObject& node);
    void rhs(const Rhs& rhs);
    void rhss(const std::vector<Rhs>& rhss);
    void guarded_cases(const std::vector<GuardedCase>& cases);
    void calc_op(const CalcOp& op);
    void frames(const std::vector<FrameExpr>& frames);
    void frame(const FrameExpr& frame);
    void clause(const SpecClause& clause);
    void clauses(const SpecClauses& clauses); // each on a line of its own, one level in
    void lambda_clauses(const SpecClauses& clauses);

    // ---- print_declarations.cpp
    void program(const Program& program);
    void decl(const Decl& decl);
    void operator()(const ModuleDecl& node);
    void operator()(const ImportDecl& node);
    void operator()(const ExportDecl& node);
    void operator()(const DatatypeDecl& node);
    void operator()(const NewtypeDecl& node);
    void operator()(const SubsetTypeDecl& node);
    void operator()(const SynonymDecl& node);
    void operator()(const AbstractTypeDecl& node);
    void operator()(const ClassDecl& node);
    void operator()(const IteratorDecl& node);
    void operator()(const FieldDecl& node);
    void operator()(const ConstDecl& node);
    void operator()(const MethodDecl& node);
    void operator()(const FunctionDecl& node);
    void decls(const std::vector<DeclPtr>& decls);
    void members(const std::vector<DeclPtr>& members); // nothing when there are none
    void extends(const std::vector<TypePtr>& types);
    void type_parameters(const std::vector<TypeParameter>& parameters);
    void characteristics(const Characteristics& characteristics);
    void extreme_index(ExtremeIndex index);
    void formals(const std::vector<Formal>& formals);
    void formal(const Formal& formal);
    void witness(WitnessKind kind, const ExprPtr& witness);
    void dotted(const std::vector<Ident>& names);
    void head(std::string_view keyword, const Ident& name); // keyword, attributes of the declaration, name

  private:
    void text(std::string_view text) { out_ += text; }
    void line() {
        out_ += '\n';
        out_.append(4 * indent_, ' ');
    }
    template <typename List, typename Each>
    void separated(const List& list, std::string_view separator, Each each) {
        bool first = true;
        for (const auto& element : list) {
            if (!first) {
                text(separator);
            }
            first = false;
            each(element);
        }
    }
    void suffix_base(const Expr& base);

    std::string out_;
    std::size_t indent_ = 0;
    bool open_allowed_ = true;   // for the node being printed: nothing follows that it could take as its own
    bool bar_closes_ = false;    // inside |…| or a domain: a bitwise or needs parentheses
    bool ends_statement_ = true; // off where `by` follows in place of a semicolon
    const Attributes* attributes_ = nullptr; // of the declaration being printed
};

std::string_view spelling(BinaryOp op);
Binding binding_of(BinaryOp op);

} // namespace daphnia::ast
