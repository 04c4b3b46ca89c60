// Declarations: headers of containers, and members with their bodies.
#include "parse/builder.h"

#include "parse/literals.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::parse {

using P = DafnyParser;

namespace {

bool has(const std::vector<ast::Modifier>& modifiers, ast::ModifierKind kind) {
    return std::any_of(modifiers.begin(), modifiers.end(), [&](const auto& modifier) { return modifier.kind == kind; });
}

ast::ModifierKind modifier_kind(P::ModifierContext* ctx) {
    switch (ctx->getStart()->getType()) {
    case P::ABSTRACT:
        return ast::ModifierKind::Abstract;
    case P::GHOST:
        return ast::ModifierKind::Ghost;
    case P::STATIC:
        return ast::ModifierKind::Static;
    case P::OPAQUE:
        return ast::ModifierKind::Opaque;
    case P::REPLACEABLE:
        return ast::ModifierKind::Replaceable;
    case P::TWOSTATE:
        return ast::ModifierKind::Twostate;
    case P::LEAST:
        return ast::ModifierKind::Least;
    default:
        return ast::ModifierKind::Greatest;
    }
}

ast::ExtremeIndex extreme_index(P::ExtremeIndexContext* ctx) {
    return ctx == nullptr          ? ast::ExtremeIndex::Unspecified
           : ctx->NAT() != nullptr ? ast::ExtremeIndex::Nat
                                   : ast::ExtremeIndex::Ordinal;
}

} // namespace

// ---- the whole

std::vector<ast::Modifier> Builder::modifiers(P::DeclarationContext* ctx) {
    std::vector<ast::Modifier> result;
    for (auto* modifier : ctx->modifier()) {
        if (modifier->atAttribute() != nullptr) {
            continue;
        }
        const auto kind = modifier_kind(modifier);
        if (has(result, kind)) {
            error(range(modifier), fmt::format("duplicate declaration modifier: {}", range(modifier).text()));
        }
        result.push_back({kind, range(modifier)});
    }
    return result;
}

ast::Attribute Builder::at_attribute(P::AtAttributeContext* ctx) {
    ast::Ident name = ident(ctx->IDENT(0));
    for (std::size_t i = 1; i < ctx->IDENT().size(); ++i) {
        name.text += "." + ident(ctx->IDENT(i)).text;
        name.range = support::cover(name.range, range(ctx->IDENT(i)));
    }
    return {range(ctx), std::move(name), arguments(ctx->arguments()), true};
}

ast::Decl Builder::finish(P::DeclarationContext* ctx, decltype(ast::Decl::node) node, ast::Attributes attributes) {
    ast::Attributes all;
    for (auto* modifier : ctx->modifier()) {
        if (modifier->atAttribute() != nullptr) {
            all.push_back(at_attribute(modifier->atAttribute()));
        }
    }
    std::move(attributes.begin(), attributes.end(), std::back_inserter(all));
    // Not up to the parser's EOF, which is the first token of what follows.
    const auto whole = support::cover(range(ctx->start), range(ctx->declarationBody()->stop));
    return {whole, std::move(all), modifiers(ctx), std::move(node)};
}

ast::Include Builder::include(P::DeclarationContext* ctx) {
    auto* directive = ctx->declarationBody()->includeDirective();
    const auto place = range(directive->stop);
    const std::size_t quotes = directive->VERBATIM_LIT() != nullptr ? 2 : 1;
    return {range(directive), std::string(place.text().substr(quotes, place.text().size() - quotes - 1))};
}

std::vector<ast::DeclPtr> Builder::fields(P::DeclarationContext* ctx) {
    auto* body = ctx->declarationBody()->fieldDeclaration();
    std::vector<ast::DeclPtr> result;
    for (auto* field : body->field()) {
        if (field->expression() != nullptr) {
            error(range(field), "a mutable field may not have an initializer");
        }
        if (field->type() == nullptr) {
            error(range(field->nameOrDigits()), "a mutable field must be declared with a type");
            continue;
        }
        auto decl = finish(ctx, ast::FieldDecl{ident(field->nameOrDigits()), type(field->type())},
                           attributes(body->attribute()));
        decl.range = support::cover(body->field().size() == 1 ? decl.range : range(field), range(field));
        result.push_back(std::make_unique<const ast::Decl>(std::move(decl)));
    }
    return result;
}

ast::Decl Builder::header(P::DeclarationContext* ctx) {
    auto* body = ctx->declarationBody();
    if (auto* module = body->moduleHeader()) {
        return finish(ctx, module_header(module), attributes(module->attribute()));
    }
    if (auto* datatype_header = body->datatypeHeader()) {
        return finish(ctx, datatype(datatype_header), attributes(datatype_header->attribute()));
    }
    if (auto* newtype_header = body->newtypeHeader()) {
        return finish(ctx, newtype(newtype_header), attributes(newtype_header->attribute()));
    }
    if (auto* named = body->typeHeader()) {
        return finish(ctx, type_header(named), attributes(named->attribute()));
    }
    auto* class_header = body->classHeader();
    return finish(ctx, class_(class_header), attributes(class_header->attribute()));
}

ast::DeclPtr Builder::declaration(P::DeclarationContext* ctx) {
    auto* body = ctx->declarationBody();
    auto result = [&] {
        if (auto* importing = body->importDeclaration()) {
            return finish(ctx, import(importing), {});
        }
        if (auto* exporting = body->exportDeclaration()) {
            return finish(ctx, export_(exporting), {});
        }
        if (auto* iterating = body->iteratorDeclaration()) {
            return finish(ctx, iterator(iterating), attributes(iterating->attribute()));
        }
        if (auto* constant_declaration = body->constDeclaration()) {
            return finish(ctx, constant(constant_declaration), attributes(constant_declaration->attribute()));
        }
        if (auto* method_declaration = body->methodDeclaration()) {
            return finish(ctx, method(method_declaration, modifiers(ctx)), attributes(method_declaration->attribute()));
        }
        if (auto* function_declaration = body->functionDeclaration()) {
            return finish(ctx, function(function_declaration, modifiers(ctx)),
                          attributes(function_declaration->attribute()));
        }
        return header(ctx);
    }();
    return std::make_unique<const ast::Decl>(std::move(result));
}

// ---- modules

std::vector<ast::Ident> Builder::module_name(P::ModuleNameContext* ctx) {
    std::vector<ast::Ident> result;
    for (auto* part : ctx->IDENT()) {
        result.push_back(ident(part));
    }
    return result;
}

ast::ModuleDecl Builder::module_header(P::ModuleHeaderContext* ctx) {
    ast::ModuleDecl result{module_name(ctx->moduleName(0)), {}, ctx->REPLACES() != nullptr, {}};
    if (ctx->moduleName().size() > 1) {
        result.refines = module_name(ctx->moduleName(1));
    }
    return result;
}

ast::ImportDecl Builder::import(P::ImportDeclarationContext* ctx) {
    ast::ImportDecl result{
        ctx->OPENED() != nullptr, std::nullopt, ctx->COLON() != nullptr, module_name(ctx->moduleName(0)), {}};
    if (ctx->moduleName().size() > 1) {
        if (result.path.size() > 1) {
            error(range(ctx->moduleName(0)), "the name of an import has no dots");
        }
        result.alias = std::move(result.path.front());
        result.path = module_name(ctx->moduleName(1));
    }
    if (ctx->exportSets() != nullptr) {
        for (auto* name : ctx->exportSets()->nameOrDigits()) {
            result.exports.push_back(ident(name));
        }
    }
    return result;
}

ast::ExportDecl Builder::export_(P::ExportDeclarationContext* ctx) {
    ast::ExportDecl result;
    if (ctx->nameOrDigits() != nullptr) {
        result.name = ident(ctx->nameOrDigits());
    }
    for (auto* part : ctx->exportClause()) {
        ast::ExportClause clause{part->PROVIDES() != nullptr  ? ast::ExportItem::Provides
                                 : part->REVEALS() != nullptr ? ast::ExportItem::Reveals
                                                              : ast::ExportItem::Extends,
                                 part->STAR() != nullptr,
                                 {}};
        for (auto* name : part->exportName()) {
            std::vector<ast::Ident> dotted;
            for (auto* segment : name->nameOrDigits()) {
                dotted.push_back(ident(segment));
            }
            clause.names.push_back(std::move(dotted));
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

// ---- types

std::vector<ast::TypePtr> Builder::extends(P::ExtendsClauseContext* ctx) {
    return ctx == nullptr ? std::vector<ast::TypePtr>{} : types(ctx->type());
}

ast::Characteristics Builder::characteristics(const std::vector<P::CharacteristicsContext*>& contexts) {
    ast::Characteristics result;
    for (auto* list : contexts) {
        for (auto* one : list->characteristic()) {
            if (one->EQ() != nullptr) {
                result.equality = true;
            } else if (one->BANG() != nullptr) {
                result.no_references = true;
            } else if (range(one).text() == "0") {
                result.auto_init = true;
            } else if (range(one).text() == "00") {
                result.nonempty = true;
            } else {
                error(range(one), fmt::format("unexpected type characteristic: '{}' should be one of == or 0 or 00 or "
                                              "!new",
                                              range(one).text()));
            }
        }
    }
    return result;
}

std::vector<ast::TypeParameter> Builder::type_parameters(P::TypeParametersContext* ctx) {
    std::vector<ast::TypeParameter> result;
    if (ctx == nullptr) {
        return result;
    }
    for (auto* one : ctx->typeParameter()) {
        const auto variance = one->STAR() != nullptr    ? ast::Variance::CovariantPermissive
                              : one->PLUS() != nullptr  ? ast::Variance::Covariant
                              : one->BANG() != nullptr  ? ast::Variance::InvariantPermissive
                              : one->MINUS() != nullptr ? ast::Variance::Contravariant
                                                        : ast::Variance::Invariant;
        result.push_back({range(one), new_name(one->IDENT()), variance, characteristics(one->characteristics()),
                          types(one->type())});
    }
    return result;
}

ast::DatatypeDecl Builder::datatype(P::DatatypeHeaderContext* ctx) {
    ast::DatatypeDecl result{ctx->CODATATYPE() != nullptr,
                             new_name(ctx->IDENT()),
                             type_parameters(ctx->typeParameters()),
                             extends(ctx->extendsClause()),
                             {},
                             {}};
    for (auto* constructor : ctx->datatypeConstructor()) {
        result.constructors.push_back(datatype_constructor(constructor));
    }
    return result;
}

ast::DatatypeConstructor Builder::datatype_constructor(P::DatatypeConstructorContext* ctx) {
    ast::DatatypeConstructor result{
        range(ctx), attributes(ctx->attribute()), ctx->GHOST() != nullptr, ident(ctx->nameOrDigits()), {}};
    if (ctx->constructorFormals() != nullptr) {
        for (auto* formal : ctx->constructorFormals()->constructorFormal()) {
            result.formals.push_back(constructor_formal(formal));
        }
    }
    return result;
}

ast::Formal Builder::constructor_formal(P::ConstructorFormalContext* ctx) {
    ast::Formal result;
    result.range = range(ctx);
    result.attributes = attributes(ctx->attribute());
    result.ghost = !ctx->GHOST().empty();
    result.nameonly = !ctx->NAMEONLY().empty();
    if (ctx->DIGITS() != nullptr) {
        result.name = ident(ctx->DIGITS());
    } else if (ctx->COLON() != nullptr) {
        auto* name = ctx->type(0);
        const bool plain = name->start == name->stop && name->getStart()->getType() == P::IDENT;
        if (!plain) {
            error(range(name), "invalid formal-parameter name in datatype constructor");
        }
        result.name = ast::Ident{std::string(range(name).text()), range(name)};
    }
    result.type = type(ctx->type().back());
    if (ctx->expression() != nullptr) {
        result.default_value = expression(ctx->expression());
    }
    if (result.nameonly && !result.name) {
        error(result.range, "use of the 'nameonly' modifier must be accompanied with a parameter name");
    }
    return result;
}

std::pair<ast::WitnessKind, ast::ExprPtr> Builder::witness(P::WitnessContext* ctx) {
    if (ctx == nullptr) {
        return {ast::WitnessKind::None, nullptr};
    }
    if (ctx->STAR() != nullptr) {
        return {ast::WitnessKind::Skip, nullptr};
    }
    return {ctx->WITNESS() != nullptr ? ast::WitnessKind::Compiled : ast::WitnessKind::Ghost,
            expression(ctx->expression())};
}

ast::NewtypeDecl Builder::newtype(P::NewtypeHeaderContext* ctx) {
    ast::NewtypeDecl result;
    result.name = new_name(ctx->IDENT());
    result.type_parameters = type_parameters(ctx->typeParameters());
    result.extends = extends(ctx->extendsClause());
    if (ctx->BINDING_IDENT() != nullptr) {
        result.var = ident(ctx->BINDING_IDENT());
        result.constraint = expression(ctx->expression());
    }
    result.base = ctx->type() == nullptr ? nullptr : type(ctx->type());
    std::tie(result.witness_kind, result.witness) = witness(ctx->witness());
    return result;
}

decltype(ast::Decl::node) Builder::type_header(P::TypeHeaderContext* ctx) {
    auto name = new_name(ctx->IDENT());
    auto parameters = type_parameters(ctx->typeParameters());
    const auto own = characteristics(ctx->characteristics());
    if (ctx->BINDING_IDENT() != nullptr) {
        ast::SubsetTypeDecl result;
        result.name = std::move(name);
        result.type_parameters = std::move(parameters);
        result.characteristics = own;
        result.var = ident(ctx->BINDING_IDENT());
        result.base = ctx->type() == nullptr ? nullptr : type(ctx->type());
        result.constraint = expression(ctx->expression());
        std::tie(result.witness_kind, result.witness) = witness(ctx->witness());
        return result;
    }
    if (ctx->type() != nullptr) {
        if (ctx->witness() != nullptr) {
            error(range(ctx->witness()), "a type synonym has no witness");
        }
        return ast::SynonymDecl{std::move(name), std::move(parameters), own, type(ctx->type())};
    }
    return ast::AbstractTypeDecl{std::move(name), std::move(parameters), own, extends(ctx->extendsClause()), {}};
}

ast::ClassDecl Builder::class_(P::ClassHeaderContext* ctx) {
    return {ctx->TRAIT() != nullptr,
            new_name(ctx->IDENT()),
            type_parameters(ctx->typeParameters()),
            extends(ctx->extendsClause()),
            {}};
}

// ---- members

std::vector<ast::Formal> Builder::formals(P::FormalsContext* ctx) {
    std::vector<ast::Formal> result;
    if (ctx != nullptr) {
        for (auto* one : ctx->formal()) {
            result.push_back(formal(one));
        }
    }
    return result;
}

ast::Formal Builder::formal(P::FormalContext* ctx) {
    ast::Formal result;
    result.range = range(ctx);
    result.attributes = attributes(ctx->attribute());
    result.ghost = !ctx->GHOST().empty();
    result.is_new = !ctx->NEW().empty();
    result.nameonly = !ctx->NAMEONLY().empty();
    result.older = !ctx->OLDER().empty();
    result.name = new_name(ctx->IDENT());
    result.type = type(ctx->type());
    if (ctx->expression() != nullptr) {
        result.default_value = expression(ctx->expression());
    }
    return result;
}

ast::ConstDecl Builder::constant(P::ConstDeclarationContext* ctx) {
    if (ctx->ASSIGN_EQ() != nullptr) {
        error(range(ctx->ASSIGN_EQ()), "a const field should be initialized using ':=', not '='");
    }
    return {ident(ctx->nameOrDigits()), ctx->type() == nullptr ? nullptr : type(ctx->type()),
            ctx->expression() == nullptr ? nullptr : expression(ctx->expression())};
}

ast::MethodDecl Builder::method(P::MethodDeclarationContext* ctx, const std::vector<ast::Modifier>& modifiers) {
    ast::MethodDecl result;
    result.keyword = range(ctx->start);
    result.kind = ctx->METHOD() != nullptr                      ? ast::MethodKind::Method
                  : ctx->CONSTRUCTOR() != nullptr               ? ast::MethodKind::Constructor
                  : has(modifiers, ast::ModifierKind::Twostate) ? ast::MethodKind::TwostateLemma
                  : has(modifiers, ast::ModifierKind::Least)    ? ast::MethodKind::LeastLemma
                  : has(modifiers, ast::ModifierKind::Greatest) ? ast::MethodKind::GreatestLemma
                                                                : ast::MethodKind::Lemma;
    if (ctx->nameOrDigits() != nullptr) {
        result.name = ident(ctx->nameOrDigits());
    } else if (ctx->CONSTRUCTOR() == nullptr) {
        error(result.keyword, fmt::format("a {} must be given a name", result.keyword.text()));
        result.name = ast::Ident{"", result.keyword};
    }
    result.type_parameters = type_parameters(ctx->typeParameters());
    result.extreme_index = extreme_index(ctx->extremeIndex());
    if (!ctx->formals().empty()) {
        result.ins = formals(ctx->formals(0));
        result.outs = formals(ctx->formals().size() > 1 ? ctx->formals(1) : nullptr);
    }
    result.specs = clauses(ctx->clause());
    result.body = optional_block(ctx->block());
    result.refining_signature = ctx->ELLIPSIS() != nullptr;
    return result;
}

ast::FunctionDecl Builder::function(P::FunctionDeclarationContext* ctx, const std::vector<ast::Modifier>& modifiers) {
    ast::FunctionDecl result;
    const bool predicate = ctx->PREDICATE() != nullptr;
    result.keyword = range(ctx->start);
    result.kind = has(modifiers, ast::ModifierKind::Least)      ? ast::FunctionKind::LeastPredicate
                  : has(modifiers, ast::ModifierKind::Greatest) ? ast::FunctionKind::GreatestPredicate
                  : has(modifiers, ast::ModifierKind::Twostate)
                      ? (predicate ? ast::FunctionKind::TwostatePredicate : ast::FunctionKind::TwostateFunction)
                  : predicate ? ast::FunctionKind::Predicate
                              : ast::FunctionKind::Function;
    result.method_keyword = ctx->METHOD() != nullptr;
    result.name = ident(ctx->nameOrDigits());
    result.type_parameters = type_parameters(ctx->typeParameters());
    result.extreme_index = extreme_index(ctx->extremeIndex());
    result.ins = formals(ctx->formals());
    if (auto* named = ctx->formal()) {
        auto formal_result = formal(named);
        result.result_name = std::move(formal_result.name);
        result.ghost_result = formal_result.ghost;
        result.result = std::move(formal_result.type);
    } else if (ctx->type() != nullptr) {
        result.result = type(ctx->type());
    } else if (!predicate && ctx->ELLIPSIS() == nullptr) {
        error(range(ctx->formals()->stop), "expected ':' and the type of the function's result");
    }
    result.specs = clauses(ctx->clause());
    if (auto* body = ctx->functionBody()) {
        result.body = expression(body->expression());
        result.body_braces = support::cover(range(body->LBRACE()), range(body->RBRACE()));
        result.by_method = optional_block(body->block());
    }
    result.refining_signature = ctx->ELLIPSIS() != nullptr;
    return result;
}

ast::IteratorDecl Builder::iterator(P::IteratorDeclarationContext* ctx) {
    ast::IteratorDecl result;
    result.keyword = range(ctx->ITERATOR());
    result.name = ident(ctx->IDENT());
    result.type_parameters = type_parameters(ctx->typeParameters());
    if (!ctx->formals().empty()) {
        result.ins = formals(ctx->formals(0));
        result.yields = formals(ctx->formals().size() > 1 ? ctx->formals(1) : nullptr);
    }
    for (auto* one : ctx->iteratorClause()) {
        auto built = clause(one->clause());
        if (one->YIELD() != nullptr) {
            if (built.kind == ast::SpecKind::Requires) {
                built.kind = ast::SpecKind::YieldRequires;
            } else if (built.kind == ast::SpecKind::Ensures) {
                built.kind = ast::SpecKind::YieldEnsures;
            } else {
                error(range(one->YIELD()), "only 'requires' and 'ensures' can follow 'yield' here");
            }
        }
        result.specs.push_back(std::move(built));
    }
    result.body = optional_block(ctx->block());
    return result;
}

} // namespace daphnia::parse
