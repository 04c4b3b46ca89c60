// Collections: displays, and what is taken out of collections and arrays: elements, slices, updated copies, sizes.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Lets;
class Operators;

class Collections : BodyPart {
  public:
    Collections(BodyState& state, Expressions& expressions, Operators& operators, Lets& lets)
        : BodyPart(state), expressions_(expressions), operators_(operators), lets_(lets) {}

    Draft index(SourceRange range, const ast::Index& node, Context context);
    Draft slice(SourceRange range, const ast::Slice& node, Context context);
    Draft multi_slice(SourceRange range, const ast::MultiSlice& node, Context context);
    Draft update(SourceRange range, const ast::Update& node, Context context);
    Draft cardinality(SourceRange range, const ast::Cardinality& node, Context context);
    Draft seq_display(SourceRange range, const ast::SeqDisplay& node, Context context);
    // {…} or multiset{…}; `keyword` is how long the token is at which it is reported.
    Draft set_display(SourceRange range, std::uint32_t keyword, PreKind kind, const std::vector<ast::ExprPtr>& elements,
                      Context context);
    Draft multiset_of(SourceRange range, const ast::MultisetFrom& node, Context context);
    Draft map_display(SourceRange range, const ast::MapDisplay& node, Context context);
    // m.Keys, m.Values, m.Items; nothing when the map has no such part.
    std::optional<Draft> map_part(SourceRange range, const ast::Ident& member, Draft& map, const PreType& type);

  private:
    // The type of a slice of a sequence or an array.
    PreType type_of_slice(const PreType& container, SourceRange at);
    Draft array_element(SourceRange range, const ast::Index& node, Context context);
    void require_index(const PreType& collection, const Draft& position, const char* message);
    void type_of_element(const PreType& container, const PreType& result, SourceRange at);

    Expressions& expressions_;
    Operators& operators_;
    Lets& lets_;
};

} // namespace daphnia::resolve
