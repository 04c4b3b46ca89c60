// What could be written at a place, and which call is being written: of texts that are half-typed. The text is repaired
// at the place, as far as a parser needs it, and resolved anew; what the program was before does not matter.
#pragma once

#include "index/outline.h"
#include "resolve/resolve.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::index {

struct Proposal {
    std::string name;
    std::optional<SymbolKind> kind; // none: built in
    std::string detail;             // type or signature, on one line; may be empty
    std::string documentation;      // the comment above its declaration; may be empty
    bool ghost = false;
};

// What is being written.
enum class Where {
    Declaration, // between declarations: nothing is proposed
    Statement,   // its first word, or an expression in it
    Value,
    TypeName,
    Member,       // of a value or type, behind a dot
    PartOfModule, // likewise
};

struct Completion {
    Where where = Where::Value;
    SourceRange replaced;            // the word that is there already, as far as it is; empty where there is none
    std::string receiver;            // the type of the value whose members are proposed, if it is a value's
    std::vector<Proposal> proposals; // the nearest first, each name once; whatever the word there begins with
};

// `files`: of the program, in an order in which they can be resolved; `file` is one of them. Nothing where no name can
// stand, as in a comment.
std::optional<Completion> complete(const std::vector<const SourceFile*>& files, const SourceFile& file,
                                   std::uint32_t offset, const resolve::Options& options);

// A call whose arguments are being written.
struct OpenCall {
    SymbolKind kind;
    std::string name;
    std::string signature; // on one line
    std::string documentation;
    std::vector<std::string> parameters; // as written, in order
    std::size_t active = 0;              // the one that is being written; as many as there are: none
};
// The innermost one around the place whose callee is known.
std::optional<OpenCall> open_call(const std::vector<const SourceFile*>& files, const SourceFile& file,
                                  std::uint32_t offset, const resolve::Options& options);

} // namespace daphnia::index
