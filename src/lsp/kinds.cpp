#include "lsp/kinds.h"

namespace daphnia::lsp {

namespace {

using index::SymbolKind;
using layout::TokenKind;

// SymbolKind of the protocol, as far as it has what there is.
enum Symbol {
    kModule = 2,
    kNamespace = 3,
    kClass = 5,
    kMethod = 6,
    kProperty = 7,
    kField = 8,
    kConstructor = 9,
    kEnum = 10,
    kInterface = 11,
    kFunction = 12,
    kVariable = 13,
    kConstant = 14,
    kKey = 20,
    kEnumMember = 22,
    kStruct = 23,
    kTypeParameter = 26,
};

// CompletionItemKind, likewise.
enum Item {
    kMethodItem = 2,
    kFunctionItem = 3,
    kConstructorItem = 4,
    kFieldItem = 5,
    kVariableItem = 6,
    kClassItem = 7,
    kInterfaceItem = 8,
    kModuleItem = 9,
    kPropertyItem = 10,
    kEnumItem = 13,
    kEnumMemberItem = 20,
    kConstantItem = 21,
    kStructItem = 22,
    kTypeParameterItem = 25,
};

} // namespace

Kinds kinds_of(SymbolKind kind) {
    switch (kind) {
    case SymbolKind::Module:
        return {kModule, kModuleItem, TokenKind::Module};
    case SymbolKind::Import:
    case SymbolKind::Export:
        return {kNamespace, kModuleItem, TokenKind::Module};
    case SymbolKind::Class:
    case SymbolKind::Iterator:
        return {kClass, kClassItem, TokenKind::Class};
    case SymbolKind::Trait:
        return {kInterface, kInterfaceItem, TokenKind::Trait};
    case SymbolKind::Datatype:
    case SymbolKind::Codatatype:
        return {kEnum, kEnumItem, TokenKind::Datatype};
    case SymbolKind::Newtype:
    case SymbolKind::SubsetType:
    case SymbolKind::Synonym:
    case SymbolKind::AbstractType:
        return {kStruct, kStructItem, TokenKind::Type};
    case SymbolKind::TypeParameter:
        return {kTypeParameter, kTypeParameterItem, TokenKind::TypeParameter};
    case SymbolKind::DatatypeConstructor:
        return {kEnumMember, kEnumMemberItem, TokenKind::Constructor};
    case SymbolKind::Destructor:
        return {kProperty, kPropertyItem, TokenKind::Field, true};
    case SymbolKind::Field:
        return {kField, kFieldItem, TokenKind::Field};
    case SymbolKind::Constant:
        return {kConstant, kConstantItem, TokenKind::Field, true};
    case SymbolKind::Function:
    case SymbolKind::Predicate:
        return {kFunction, kFunctionItem, TokenKind::Function};
    case SymbolKind::Method:
    case SymbolKind::Lemma:
        return {kMethod, kMethodItem, TokenKind::Method};
    case SymbolKind::Constructor:
        return {kConstructor, kConstructorItem, TokenKind::Method};
    case SymbolKind::Label:
        return {kKey, kVariableItem, TokenKind::Label};
    case SymbolKind::Parameter:
        return {kVariable, kVariableItem, TokenKind::Parameter, true};
    case SymbolKind::Bound:
    case SymbolKind::PatternVariable:
        return {kVariable, kVariableItem, TokenKind::Variable, true};
    case SymbolKind::Result:
    case SymbolKind::Local:
        break;
    }
    return {kVariable, kVariableItem, TokenKind::Variable};
}

} // namespace daphnia::lsp
