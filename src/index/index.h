// A program for reading: what is declared, what each name in its files stands for, what has which type. Made anew for
// each state of the program; all ranges are of the files that it was made from.
#pragma once

#include "index/outline.h"
#include "resolve/references.h"
#include "typed/typed.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::index {

// What an index is made from; of what driver::Session::resolve gives, `source` and `included`, the program if there is
// one, and both lists of references, that of the program last. The files have to live as long as the index; the program
// and its files as long as `Index::expression_at` is asked; all else is read when the index is made.
struct Material {
    std::vector<const SourceFile*> files; // of the program, as they are
    // As far as there is one; its ranges may be of other texts with the same paths and places, as those of a program
    // that is not complete are (driver::Resolved).
    const typed::Program* program = nullptr;
    // What resolving said of names, likewise. Where two speak of one name, the later one counts.
    std::vector<const resolve::References*> references = {};
    // Of the files, by their paths, where they are known already; others are made.
    std::vector<const Outline*> outlines = {};
};

using SymbolId = std::size_t; // into Index::symbols

// A name in a text.
struct Occurrence {
    SourceRange range;
    SymbolId symbol = kNoSymbol; // none: built in, as Length is
    bool declares = false;       // it is the name in the declaration
};

// An expression with its meaning.
struct TypedPlace {
    SourceRange range;
    std::string type;
    bool ghost = false; // it stands in ghost code, or speaks of something ghost
};

class Index {
  public:
    explicit Index(const Material& material);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    // Of all files; each after what it is declared in.
    const std::vector<Symbol>& symbols() const;
    const Symbol& symbol(SymbolId id) const { return symbols().at(id); }

    // The name at the place, or that ends there; null when there is none.
    const Occurrence* at(const SourceFile& file, std::uint32_t offset) const;
    // All names of the file of which is known what they stand for, in order.
    std::vector<Occurrence> names_in(const SourceFile& file) const;
    // All names that stand for it, or for one of its family; by file (in the order given) and place.
    std::vector<Occurrence> occurrences(SymbolId id) const;
    // The declarations that go by one name because they are one thing: a member with those that it overrides and that
    // override it, a destructor of several constructors. Just itself for most.
    std::vector<SymbolId> family(SymbolId id) const;

    // The smallest expression around the place; nothing where none was resolved.
    std::optional<TypedPlace> expression_at(const SourceFile& file, std::uint32_t offset) const;

    // The files that it was made from.
    const std::vector<const SourceFile*>& files() const;

  private:
    struct Data;
    std::unique_ptr<Data> data_;
};

} // namespace daphnia::index
