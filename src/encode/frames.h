// Frames as terms: what may be written and read.
#pragma once

#include "encode/expression.h"
#include "typed/frame.h"

#include <functional>
#include <optional>
#include <vector>

namespace daphnia::encode {

// Objects that may be written or read: those that the entries name, and those not allocated when the frame was fixed.
struct FrameLimit {
    struct Entry {
        typed::FrameEntryKind kind;
        typed::Type type; // of the value
        typed::Named named;
        Term value;
        State now; // in which what functions read is asked for
    };
    bool anything = false;
    std::vector<Entry> entries;
    Term alloc = nullptr; // null: only the entries
};

class Frames {
  public:
    explicit Frames(Vocabulary& vocabulary) : vocabulary_(vocabulary), store_(vocabulary.store()) {}

    // The frame as it is in the scope; only the entries.
    FrameLimit limit(const typed::Frame& frame, const Scope& scope) const;
    // What the object holds in the region is allowed.
    Term allows(const FrameLimit& limit, const typed::Region& region, Term object) const;
    // All that `named` says of the object, which it names, is allowed.
    Term allows(const FrameLimit& limit, const typed::Named& named, Term object) const;
    // One of the entries names what the object holds in the region.
    Term names(const FrameLimit& limit, const typed::Region& region, Term object) const;
    // What each entry of the frame names, in the scope, is allowed by the limit, which does not allow everything; no
    // term for an entry that names nothing.
    std::vector<Term> within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope) const;
    // Of one entry, which may name something.
    Term within(const FrameLimit& limit, const typed::FrameEntry& entry, const Scope& scope) const;
    // Every object of the set of objects is allowed by the limit.
    Term all_within(const FrameLimit& limit, Term objects) const;

  private:
    struct Applied { // a function to arguments of which nothing is known
        std::vector<Term> arguments;
        Term belong = nullptr;
        Term reads = nullptr;
    };
    Applied applied_to_anything(const FrameLimit::Entry& entry) const;
    FrameLimit::Entry entry(const typed::FrameEntry& entry, const Scope& scope) const;
    Term is_named(const FrameLimit::Entry& entry, Term object) const;
    Term names(const FrameLimit& limit, const std::function<bool(const typed::Named&)>& counts, Term object) const;
    Term or_new(const FrameLimit& limit, Term named, Term object) const;
    Term is_within(const FrameLimit& limit, const FrameLimit::Entry& entry) const;

    Vocabulary& vocabulary_;
    logic::TermStore& store_;
};

} // namespace daphnia::encode
